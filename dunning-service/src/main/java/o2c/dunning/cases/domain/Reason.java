package o2c.dunning.cases.domain;

import java.util.Locale;

/** Why a receivable has, or has not, a step on a day. */
public enum Reason {
    STEP_TAKEN("a step was taken on this day"),
    STEP_DUE("the run of this day takes a step"),
    STEP_PLANNED("a step is planned for this day"),
    NOT_KNOWN_YET("dunning was told of the receivable on this day or later"),
    SETTLED("nothing is open"),
    WHOLLY_DISPUTED("all that is open is disputed"),
    ON_HOLD("dunning is on hold"),
    PAYMENT_PROMISED("the customer promised to pay"),
    PAYMENT_PLAN("a payment plan is being kept"),
    INQUIRY_OPEN("the customer waits for an answer"),
    NET_CREDIT_BALANCE("cash on account covers what is overdue"),
    LAST_LEVEL_REACHED("all steps of the strategy are taken"),
    OVERDUE_NOT_DECLARED("the ledger has not declared it overdue"),
    BELOW_MINIMUM_AMOUNT("the customer owes less than the next level asks for"),
    NO_BUSINESS_DAY("steps are taken on business days only"),
    MINIMUM_INTERVAL("the last written step is too recent"),
    NEXT_STEP_LATER("the next step is on a later day");

    private final String text;

    Reason(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code below-minimum-amount}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String text() {
        return text;
    }
}
