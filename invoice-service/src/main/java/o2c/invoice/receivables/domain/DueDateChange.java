package o2c.invoice.receivables.domain;

import java.time.LocalDate;
import java.util.Locale;
import o2c.kernel.RuleBroken;

/**
 * Another agreed day for an invoice.
 *
 * @param policyDueOn the day that counts for insurance and limitation: the new one only when the old was wrong
 */
public record DueDateChange(Kind kind, LocalDate dueOn, LocalDate policyDueOn) {

    /** Two opposite things. */
    public enum Kind {
        /** The old day was wrong: everything counts as if it had never been. */
        CORRECTION,
        /** More time was given: what was late stays late, insurance and limitation keep the old day. */
        DEFERRAL;

        /** As callers and events spell it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A change of what has stood until now as the day for insurance. */
    public static DueDateChange of(Kind kind, LocalDate dueOn, LocalDate policyDueOnBefore) {
        Wording.plausibleDay(dueOn, "/dueOn");
        return new DueDateChange(kind, dueOn, kind == Kind.CORRECTION ? dueOn : policyDueOnBefore);
    }

    /**
     * Time is given, never taken.
     *
     * @throws RuleBroken {@code deferral-not-later}
     */
    void checkAgainst(LocalDate formerDueOn) {
        if (kind == Kind.DEFERRAL && dueOn.isBefore(formerDueOn)) {
            throw RuleBroken.refused("deferral-not-later", "a deferral gives more time than " + formerDueOn)
                    .at("/dueOn");
        }
    }
}
