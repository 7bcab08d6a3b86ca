package o2c.dunning.strategies.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import o2c.kernel.Money;

/**
 * One step of a strategy.
 *
 * @param level 0 for the courtesy before the due day, then rising
 * @param name short name in kebab case, such as {@code formal-notice}
 * @param daysFromDue calendar days after the due day; negative for the courtesy
 * @param minimumAmount units of the receivable's own currency; a customer who owes less waits at the level before
 */
public record StrategyStep(
        int level, String name, int daysFromDue, Channel channel, Tone tone, BigDecimal minimumAmount) {

    public StrategyStep {
        minimumAmount = minimumAmount.stripTrailingZeros();
    }

    /** The calendar day of this step for a receivable due on that day, before any shift to a business day. */
    public LocalDate dayFor(LocalDate dueOn) {
        return dueOn.plusDays(daysFromDue);
    }

    public boolean isCourtesy() {
        return level == 0;
    }

    /** Whether this step counts for the interval between written steps; the courtesy does not. */
    public boolean isWrittenReminder() {
        return channel.isWritten() && !isCourtesy();
    }

    /** Whether it puts the customer in default and claims what the law gives. */
    public boolean isFormalNotice() {
        return tone == Tone.FORMAL && channel.isWritten();
    }

    public boolean isWorthwhileFor(Money owed) {
        return owed.amount().compareTo(minimumAmount) >= 0;
    }
}
