package o2c.policy.reserves.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How late a receivable is. */
public enum LateBucket {
    NOT_DUE(0),
    DAYS_1_TO_30(30),
    DAYS_31_TO_60(60),
    DAYS_61_TO_90(90),
    OVER_90(Long.MAX_VALUE);

    private final long mostDays;

    LateBucket(long mostDays) {
        this.mostDays = mostDays;
    }

    /** On the due day itself nothing is late. */
    public static LateBucket of(LocalDate dueOn, LocalDate day) {
        long late = ChronoUnit.DAYS.between(dueOn, day);
        for (LateBucket bucket : values()) {
            if (late <= bucket.mostDays) {
                return bucket;
            }
        }
        return OVER_90;
    }
}
