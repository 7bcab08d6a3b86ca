package o2c.dunning.calls.domain;

import java.util.Locale;

/** What came of a call. */
public enum CallOutcome {
    /** The customer will pay; a promise is noted. */
    PROMISED,
    /** He contests something; a dispute is opened. */
    DISPUTED,
    /** He asked something; an inquiry is opened. */
    ASKED,
    /** He wants to be called on another day. */
    CALL_BACK,
    /** He says he paid; the money has some days to arrive. */
    SAYS_PAID,
    /** He will not pay. */
    REFUSED,
    NO_ANSWER,
    WRONG_NUMBER,
    /** A talk without consequence, such as a service call. */
    TALKED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static CallOutcome ofCode(String code) {
        return valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** Whether somebody who can answer for the debt was reached. */
    public boolean isReached() {
        return this != NO_ANSWER && this != WRONG_NUMBER;
    }
}
