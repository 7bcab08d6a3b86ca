package o2c.policy.claimability.domain;

import java.time.LocalDate;

/**
 * One clause held against a receivable.
 *
 * @param clause stable, kebab-case; the same code as the reason of an uninsured part where there is one
 * @param text what the clause asks and what was found
 * @param curableUntil for a broken clause the last day on which it can be mended, for an open one the last day to do
 *     what it asks; null = never, or nothing to do
 */
public record ClauseCheck(String clause, Outcome outcome, String text, LocalDate curableUntil) {

    /** What was found. */
    public enum Outcome {
        /** Fulfilled, or not asked. */
        PASSED,
        /** Something is still to be done, and in time so far. */
        OPEN,
        /** Not fulfilled. */
        BROKEN
    }

    static ClauseCheck passed(String clause, String text) {
        return new ClauseCheck(clause, Outcome.PASSED, text, null);
    }

    static ClauseCheck open(String clause, String text, LocalDate until) {
        return new ClauseCheck(clause, Outcome.OPEN, text, until);
    }

    static ClauseCheck broken(String clause, String text) {
        return new ClauseCheck(clause, Outcome.BROKEN, text, null);
    }

    static ClauseCheck curable(String clause, String text, LocalDate until) {
        return new ClauseCheck(clause, Outcome.BROKEN, text, until);
    }

    boolean isBroken() {
        return outcome == Outcome.BROKEN;
    }

    boolean isCurableOn(LocalDate day) {
        return curableUntil != null && !day.isAfter(curableUntil);
    }
}
