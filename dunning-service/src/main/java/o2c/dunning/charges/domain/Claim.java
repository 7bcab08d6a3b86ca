package o2c.dunning.charges.domain;

import java.time.LocalDate;
import java.util.List;
import o2c.kernel.Money;

/**
 * A debt on which interest may run.
 *
 * @param principal with VAT, before payments and credits
 * @param dueOn the agreed last day for payment
 * @param defaultOn the first day of default where that is not the day after {@code dueOn}; else null
 * @param credits what was taken off the principal
 */
public record Claim(String reference, Money principal, LocalDate dueOn, LocalDate defaultOn, List<Credit> credits) {

    public Claim {
        credits = List.copyOf(credits);
    }

    /** Takes an amount off the principal after that day; null: it was never owed. */
    public record Credit(Money amount, LocalDate effectiveOn) {}

    /** The first day that bears interest. */
    LocalDate firstDayLate() {
        return defaultOn == null ? dueOn.plusDays(1) : defaultOn;
    }
}
