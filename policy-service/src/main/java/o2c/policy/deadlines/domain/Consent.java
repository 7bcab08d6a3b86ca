package o2c.policy.deadlines.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * What the insurer agreed to.
 *
 * @param reference the receivable it is about, or null when it is about the buyer
 * @param on the day it was given
 * @param until for an extension, the last covered day it allows; else null
 */
public record Consent(String policyId, Kind kind, String reference, LocalDate on, LocalDate until) {

    /** What is agreed to. */
    public enum Kind {
        /** A longer extension period for a receivable. */
        EXTENSION,
        /** Deliveries after a stop. */
        RESUMPTION,
        /** A plan to pay in instalments. */
        RESCHEDULING,
        /** Other payment terms for an invoice that is out. */
        CHANGE_OF_TERMS,
        /** Giving up a claim. */
        WAIVER
    }

    /** The last covered day that extensions of a receivable allow. */
    public static Optional<LocalDate> latestExtension(Collection<Consent> consents, String receivable) {
        return consents.stream()
                .filter(consent -> consent.extendsCoverOf(receivable))
                .map(Consent::until)
                .max(Comparator.naturalOrder());
    }

    /** The first day from {@code day} on for which the insurer consented to deliveries after a stop. */
    public static Optional<LocalDate> resumption(Collection<Consent> consents, LocalDate day) {
        return consents.stream()
                .filter(consent -> consent.kind == Kind.RESUMPTION && !consent.on.isBefore(day))
                .map(Consent::on)
                .min(Comparator.naturalOrder());
    }

    public boolean extendsCoverOf(String receivable) {
        return kind == Kind.EXTENSION && receivable.equals(reference);
    }
}
