package o2c.dunning.calls.domain;

import java.time.LocalDate;
import o2c.kernel.BusinessCalendar;
import o2c.kernel.RuleBroken;

/**
 * What a call leads to.
 *
 * @param nextCallOn the day of the next try; null when the call is done
 * @param waitUntil the last day on which dunning waits; null when it does not
 */
public record WhatFollows(LocalDate nextCallOn, LocalDate waitUntil) {

    /** After so many tries without an answer a call is done. */
    public static final int TRIES = 3;

    /** How many business days money that is said to be on its way has. */
    public static final int DAYS_FOR_MONEY = 3;

    /** How far ahead a customer may ask to be called. */
    public static final int LONGEST_CALL_BACK_DAYS = 14;

    private static final BusinessCalendar CALENDAR = BusinessCalendar.WEEKENDS_ONLY;

    /**
     * Of a call on a day. Refuses {@code call-back-missing}, {@code call-back-in-past} and {@code call-back-too-late}.
     *
     * @param triesBefore how often nobody answered before
     * @param callBackOn the day the customer named; needed for {@code CALL_BACK} only
     */
    public static WhatFollows of(CallOutcome outcome, int triesBefore, LocalDate callBackOn, LocalDate day) {
        LocalDate tomorrow = CALENDAR.onOrAfter(day.plusDays(1));
        return switch (outcome) {
            case CALL_BACK -> {
                check(callBackOn, day);
                LocalDate next = CALENDAR.onOrAfter(callBackOn);
                yield new WhatFollows(next, next);
            }
            case NO_ANSWER -> new WhatFollows(triesBefore + 1 < TRIES ? tomorrow : null, null);
            case SAYS_PAID -> new WhatFollows(null, businessDaysAfter(day, DAYS_FOR_MONEY));
            case PROMISED, DISPUTED, ASKED, REFUSED, WRONG_NUMBER, TALKED -> new WhatFollows(null, null);
        };
    }

    private static void check(LocalDate callBackOn, LocalDate day) {
        if (callBackOn == null) {
            throw RuleBroken.refused("call-back-missing", "name the day on which to call again")
                    .at("/callBackOn");
        }
        if (!callBackOn.isAfter(day)) {
            throw RuleBroken.refused("call-back-in-past", "the next call is after " + day)
                    .at("/callBackOn");
        }
        if (callBackOn.isAfter(day.plusDays(LONGEST_CALL_BACK_DAYS))) {
            throw RuleBroken.refused(
                            "call-back-too-late", "the next call is within " + LONGEST_CALL_BACK_DAYS + " days")
                    .at("/callBackOn");
        }
    }

    private static LocalDate businessDaysAfter(LocalDate day, int count) {
        LocalDate after = day;
        for (int i = 0; i < count; i++) {
            after = CALENDAR.onOrAfter(after.plusDays(1));
        }
        return after;
    }
}
