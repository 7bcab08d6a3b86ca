package o2c.invoice.insight.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long an open item is past its due day at the close of a day. On the due day itself it is not due yet. */
public enum AgeingBucket {
    /** Not past its due day. */
    NOT_DUE(0),
    /** 1 to 30 days past. */
    DAYS_1_TO_30(30),
    /** 31 to 60 days past. */
    DAYS_31_TO_60(60),
    /** 61 to 90 days past. */
    DAYS_61_TO_90(90),
    /** More than 90 days past. */
    OVER_90(Long.MAX_VALUE);

    private final long upTo;

    AgeingBucket(long upTo) {
        this.upTo = upTo;
    }

    /** Where an item due on {@code dueOn} stands at the close of {@code asOf}. */
    public static AgeingBucket of(LocalDate dueOn, LocalDate asOf) {
        long daysPast = ChronoUnit.DAYS.between(dueOn, asOf);
        for (AgeingBucket bucket : values()) {
            if (daysPast <= bucket.upTo) {
                return bucket;
            }
        }
        return OVER_90;
    }
}
