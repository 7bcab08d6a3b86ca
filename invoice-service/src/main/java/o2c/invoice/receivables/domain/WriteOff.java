package o2c.invoice.receivables.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * A decision to give up what is open on an invoice.
 *
 * @param amount more than zero
 * @param writtenOffOn the business day it counts from
 */
public record WriteOff(UUID id, Kind kind, Money amount, LocalDate writtenOffOn) {

    /** Why, and what becomes of the claim. */
    public enum Kind {
        /** Cents, bank costs: not worth a letter. Settles the invoice; no sign of risk. */
        SMALL_DIFFERENCE,
        /** Out of the ledger only: the customer still owes it, and whatever comes in is welcome. */
        BOOKKEEPING,
        /** The debt ends. */
        WAIVED,
        /** The rest after a composition with the creditors. */
        SETTLED_BY_COMPOSITION;

        /** As callers and events spell it, such as {@code small-difference}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether a second person must agree. */
        public boolean needsApproval() {
            return this != SMALL_DIFFERENCE;
        }
    }

    public WriteOff {
        if (!amount.isPositive()) {
            throw RuleBroken.refused("amount-not-positive", "a write-off is a positive amount")
                    .at("/amount");
        }
    }

    /**
     * Whether it may be booked.
     *
     * @param tolerance the most that counts as a small difference, in the same currency
     * @param insured whether the customer's debt is insured and the insurer has not consented
     * @throws RuleBroken {@code difference-too-large}, {@code waiver-would-void-cover}
     */
    public void check(Money tolerance, boolean insured) {
        if (kind == Kind.SMALL_DIFFERENCE && amount.exceeds(tolerance)) {
            throw RuleBroken.refused("difference-too-large", "a small difference is at most " + tolerance)
                    .at("/amount");
        }
        if (kind == Kind.WAIVED && insured) {
            throw RuleBroken.refused(
                            "waiver-would-void-cover",
                            "the claim is insured; name the insurer's consent to its waiver as insurerConsent")
                    .at("/insurerConsent");
        }
    }
}
