package o2c.credit.customers.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import o2c.contracts.CreditEvent.Contact;
import o2c.kernel.RuleBroken;

/** What a contact of a customer must look like: a role, a way to reach it, and a language letters can be written in. */
final class ContactRules {

    private static final int MOST = 50;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,255}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{3,40}");

    private ContactRules() {}

    /** Codes: contacts-too-many, contact-unreachable, email-malformed, phone-malformed, language-unknown. */
    static void check(List<Contact> contacts) {
        if (contacts.size() > MOST) {
            throw RuleBroken.invalid("contacts-too-many", "at most " + MOST + " contacts")
                    .at("/contacts");
        }
        for (int i = 0; i < contacts.size(); i++) {
            check(contacts.get(i), "/contacts/" + i);
        }
    }

    /** A language of ISO 639-1 in lower case; null when not told. Code {@code language-unknown}. */
    static String language(String code, String pointer) {
        if (code != null && !LANGUAGES.contains(code)) {
            throw RuleBroken.invalid("language-unknown", "a language is an ISO 639-1 code such as nl")
                    .at(pointer);
        }
        return code;
    }

    private static void check(Contact contact, String at) {
        if (contact.email() == null && contact.phone() == null) {
            throw RuleBroken.invalid("contact-unreachable", "a contact has an email address or a phone number")
                    .at(at);
        }
        Text.checked(contact.name(), 200, at + "/name");
        Text.checked(contact.role(), 64, at + "/role");
        matches(EMAIL, contact.email(), "email-malformed", at + "/email");
        matches(PHONE, contact.phone(), "phone-malformed", at + "/phone");
        language(contact.language(), at + "/language");
    }

    private static void matches(Pattern form, String value, String code, String pointer) {
        if (value != null && !form.matcher(value).matches()) {
            throw RuleBroken.invalid(code, "this cannot be an address to reach anybody")
                    .at(pointer);
        }
    }
}
