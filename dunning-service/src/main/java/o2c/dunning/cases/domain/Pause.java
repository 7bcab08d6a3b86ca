package o2c.dunning.cases.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something agreed or asked that lets dunning wait; it resets nothing. The step that was next comes after it.
 *
 * @param until the last day without a step
 */
public record Pause(Kind kind, LocalDate until) {

    /** Why dunning waits. */
    public enum Kind {
        HOLD(Reason.ON_HOLD),
        PROMISE(Reason.PAYMENT_PROMISED),
        PLAN(Reason.PAYMENT_PLAN),
        INQUIRY(Reason.INQUIRY_OPEN);

        private final Reason reason;

        Kind(Reason reason) {
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of several pauses the one that lasts longest on a day; empty when none covers it. */
    static Optional<Pause> longest(List<Pause> pauses, LocalDate day) {
        return pauses.stream().filter(pause -> !pause.until.isBefore(day)).max(Comparator.comparing(Pause::until));
    }
}
