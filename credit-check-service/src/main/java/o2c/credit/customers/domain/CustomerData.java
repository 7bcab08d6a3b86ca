package o2c.credit.customers.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import o2c.contracts.CreditEvent.Contact;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;

/**
 * What callers say about a customer: the fields that a PUT may set. Whoever builds one gets a valid one or a refusal
 * that names the field.
 *
 * @param country ISO 3166-1 alpha-2
 * @param vatId VAT id in its country's form, or null
 * @param lei legal entity identifier (ISO 17442), or null
 * @param parentCustomerId the customer this one belongs to, or null; it may become known later
 * @param segment the pinned segment, or null
 * @param language ISO 639-1, or null
 * @param since the day the relation began, or null
 * @param nature who he is, beyond his kind
 */
public record CustomerData(
        String name,
        String country,
        CustomerKind kind,
        String registrationNumber,
        String vatId,
        String lei,
        String parentCustomerId,
        String segment,
        String language,
        LocalDate since,
        List<Contact> contacts,
        Nature nature) {

    /** Nothing has been told yet: where a first PUT starts from. Not valid by itself. */
    public static final CustomerData UNTOLD = new CustomerData();

    public CustomerData {
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        nature = nature == null ? Nature.UNTOLD : nature;
    }

    private CustomerData() {
        this(null, null, null, null, null, null, null, null, null, null, List.of(), Nature.UNTOLD);
    }

    /** The same data with one more contact. */
    public CustomerData withContact(Contact contact) {
        return new CustomerData(
                name,
                country,
                kind,
                registrationNumber,
                vatId,
                lei,
                parentCustomerId,
                segment,
                language,
                since,
                Stream.concat(contacts.stream(), Stream.of(contact)).toList(),
                nature);
    }

    /** The same data once it is found to be complete and well formed. */
    public CustomerData checked() {
        require(name, "name");
        require(country, "country");
        require(kind, "kind");
        Text.checked(name, 200, "/name");
        Country.checked(country);
        Text.checked(registrationNumber, 64, "/registrationNumber");
        VatId.checked(vatId);
        Lei.checked(lei);
        Text.checked(segment, 64, "/segment");
        ContactRules.language(language, "/language");
        ContactRules.check(contacts);
        nature.checked();
        if (parentCustomerId != null) {
            callerChosen(parentCustomerId);
        }
        return this;
    }

    private static void callerChosen(String id) {
        try {
            Ids.callerChosen(id);
        } catch (RuleBroken malformed) {
            throw malformed.at("/parentCustomerId");
        }
    }

    private static void require(Object value, String field) {
        if (value == null) {
            throw RuleBroken.invalid(field + "-missing", "a customer has a " + field)
                    .at("/" + field);
        }
    }
}
