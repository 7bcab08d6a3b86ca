package o2c.credit.onboarding.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import o2c.contracts.CreditEvent.Contact;
import o2c.credit.customers.domain.CustomerData;
import o2c.credit.customers.domain.CustomerKind;

/**
 * What should be known of a customer before a contract: who he is, how to reach him, how he stands.
 *
 * @param items every thing looked for, with its state
 */
public record Dossier(List<Item> items) {

    private static final Set<String> NO_VAT = Set.of("not-registered", "exempt");
    private static final Set<String> INVOICE_ROLES = Set.of("accounts-payable", "invoices", "billing");

    /** Whether something is there. */
    public enum State {
        PRESENT,
        MISSING,
        /** A customer of this kind has none. */
        NOT_NEEDED
    }

    /** One thing looked for. */
    public record Item(String item, State state) {}

    public Dossier {
        items = List.copyOf(items);
    }

    /**
     * Looks through what is known.
     *
     * @param financialHealth whether accounts or an agency's report that still count are on file
     */
    public static Dossier of(CustomerData data, boolean financialHealth) {
        boolean business = data.kind() == CustomerKind.BUSINESS;
        boolean company = business && !data.nature().isHuman(data.kind());
        boolean hasVat =
                business && !NO_VAT.contains(String.valueOf(data.nature().vatStatus()));
        List<Item> items = new ArrayList<>();
        items.add(item("name", true, data.name() != null));
        items.add(item("country", true, data.country() != null));
        items.add(item("kind", true, data.kind() != null));
        items.add(item("registration-number", business, data.registrationNumber() != null));
        items.add(item("vat-id", hasVat, data.vatId() != null));
        items.add(item("legal-form", company, data.nature().legalForm() != null));
        items.add(item("language", true, data.language() != null));
        items.add(item("email-address", true, data.contacts().stream().anyMatch(one -> one.email() != null)));
        items.add(
                item("contact-for-invoices", business, data.contacts().stream().anyMatch(Dossier::isForInvoices)));
        items.add(item("financial-health", company, financialHealth));
        return new Dossier(items);
    }

    /** Whether nothing is missing. */
    public boolean isComplete() {
        return items.stream().noneMatch(item -> item.state() == State.MISSING);
    }

    private static boolean isForInvoices(Contact contact) {
        return contact.role() != null && INVOICE_ROLES.contains(contact.role().toLowerCase(Locale.ROOT));
    }

    private static Item item(String name, boolean needed, boolean there) {
        State otherwise = needed ? State.MISSING : State.NOT_NEEDED;
        return new Item(name, there ? State.PRESENT : otherwise);
    }
}
