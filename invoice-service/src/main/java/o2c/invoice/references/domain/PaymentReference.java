package o2c.invoice.references.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import o2c.kernel.RuleBroken;

/** A reference by which a payment is recognised, made and checked by the rules of its scheme. */
public final class PaymentReference {

    private static final Pattern LIKE_RF = Pattern.compile("RF[0-9]{2}.*");
    private static final Pattern LIKE_BELGIAN = Pattern.compile("(\\+{3}|\\*{3}).*");

    private PaymentReference() {}

    /** The schemes known here. */
    public enum Scheme {
        /** ISO 11649, any country. */
        RF,
        /** Belgian structured communication. */
        OGM,
        /** Dutch betalingskenmerk. */
        BETALINGSKENMERK
    }

    /**
     * The reference that stands for that text, such as an invoice number.
     *
     * @throws RuleBroken {@code reference-base-unusable}
     */
    public static String make(Scheme scheme, String text) {
        return switch (scheme) {
            case RF -> CreditorReference.of(text);
            case OGM -> BelgianReference.of(text);
            case BETALINGSKENMERK -> DutchReference.of(text);
        };
    }

    /** Whether form and check digits are right. */
    public static boolean isValid(Scheme scheme, String reference) {
        return switch (scheme) {
            case RF -> CreditorReference.isValid(reference);
            case OGM -> BelgianReference.isValid(reference);
            case BETALINGSKENMERK -> DutchReference.isValid(reference);
        };
    }

    /** The scheme that a reference shows by its beginning; plain digits show none. */
    public static Optional<Scheme> shownBy(String reference) {
        if (LIKE_RF.matcher(reference).matches()) {
            return Optional.of(Scheme.RF);
        }
        return LIKE_BELGIAN.matcher(reference).matches() ? Optional.of(Scheme.OGM) : Optional.empty();
    }

    /**
     * The reference, when it is free text or right.
     *
     * @throws RuleBroken {@code reference-check-failed}
     */
    public static String checked(String reference) {
        shownBy(reference).filter(scheme -> !isValid(scheme, reference)).ifPresent(scheme -> {
            throw RuleBroken.refused("reference-check-failed", "form or check digits of this reference are wrong")
                    .at("/reference");
        });
        return reference;
    }
}
