package o2c.credit.customers.domain;

import java.util.Set;
import o2c.kernel.RuleBroken;

/**
 * Who a customer is, beyond his kind. Everything may be untold.
 *
 * @param naturalPerson whether he is a human being; a sole trader is a business and one. Untold: consumers are
 * @param legalForm as the register has it, such as BV or GmbH
 * @param size large, sme or unknown
 * @param relatedParty whether he belongs to the seller's own group
 * @param vatStatus registered, not-registered, exempt or unknown
 */
public record Nature(Boolean naturalPerson, String legalForm, String size, Boolean relatedParty, String vatStatus) {

    /** Nothing was told. */
    public static final Nature UNTOLD = new Nature(null, null, null, null, null);

    private static final Set<String> SIZES = Set.of("large", "sme", "unknown");
    private static final Set<String> VAT_STATES = Set.of("registered", "not-registered", "exempt", "unknown");

    /** Codes {@code size-unknown}, {@code vat-status-unknown} and those of texts. */
    Nature checked() {
        Text.checked(legalForm, 64, "/legalForm");
        oneOf(SIZES, size, "size-unknown", "/size");
        oneOf(VAT_STATES, vatStatus, "vat-status-unknown", "/vatStatus");
        return this;
    }

    /** Whether a person of this kind is a human being. */
    public boolean isHuman(CustomerKind kind) {
        return naturalPerson == null ? kind == CustomerKind.CONSUMER : naturalPerson;
    }

    private static void oneOf(Set<String> words, String word, String code, String pointer) {
        if (word != null && !words.contains(word)) {
            throw RuleBroken.invalid(code, "one of " + words.stream().sorted().toList())
                    .at(pointer);
        }
    }
}
