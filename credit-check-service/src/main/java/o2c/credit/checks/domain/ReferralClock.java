package o2c.credit.checks.domain;

import java.time.LocalDate;
import java.util.Set;

/** By when a person decides on a held order: good customers wait less, for the others there is time to look. */
public final class ReferralClock {

    private static final Set<String> BEST = Set.of("A", "B");
    private static final int BEST_DAYS = 1;
    private static final int OTHER_DAYS = 2;

    private ReferralClock() {}

    /** The last business date for a decision on what was held on a day; null when nothing waits for a person. */
    public static LocalDate dueOn(CreditCheck check) {
        boolean waits = check.decision().verdict() == Verdict.REFERRED
                && check.question().purpose().needsOrder();
        String riskClass = check.facts().standing().party().riskClass();
        int days = riskClass != null && BEST.contains(riskClass) ? BEST_DAYS : OTHER_DAYS;
        return waits ? check.checkedOn().plusDays(days) : null;
    }
}
