package o2c.invoice.payments.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import o2c.kernel.Money;

/**
 * What becomes of the rest when an invoice is paid short: earned discount and small differences are granted, anything
 * else stays open with the reason.
 *
 * @param discount granted for early payment
 * @param smallDifference granted within the tolerance
 * @param reason why the rest stays open, or null when nothing does, or when the payer left it open on purpose
 */
public record Deduction(Money discount, Money smallDifference, Reason reason) {

    /** Why a rest stays open. */
    public enum Reason {
        /** The payer deducted a discount whose day had passed. */
        DISCOUNT_TAKEN_LATE,
        /** He paid less than he owed, by more than the tolerance. */
        UNDERPAID
    }

    /** Nothing was deducted. */
    public static Deduction nothing(Money like) {
        Money zero = Money.zero(like.currency());
        return new Deduction(zero, zero, null);
    }

    /**
     * Judges a rest.
     *
     * @param rest what the payment leaves open on the invoice
     * @param meant whether the payer pointed at this invoice; else only a small difference is let go
     */
    static Deduction of(Money rest, Debt debt, LocalDate receivedOn, boolean meant, Tolerance tolerance) {
        Money total = debt.invoice().content().total();
        Deduction nothing = nothing(rest);
        if (rest.isZero()) {
            return nothing;
        }
        Money earned = meant ? earned(debt, receivedOn) : nothing.discount;
        Money beyond = rest.minus(earned).orZero();
        if (earned.isPositive() && (beyond.isZero() || tolerance.covers(beyond, total))) {
            return new Deduction(rest.min(earned), beyond, null);
        }
        if (meant && isTakenLate(rest, debt, receivedOn, tolerance)) {
            return new Deduction(earned, nothing.discount, Reason.DISCOUNT_TAKEN_LATE);
        }
        if (tolerance.covers(rest, total)) {
            return new Deduction(nothing.discount, rest, null);
        }
        return meant ? new Deduction(nothing.discount, nothing.discount, Reason.UNDERPAID) : nothing;
    }

    /** The highest discount that money received on that day earns; zero when there is none. */
    static Money earned(Debt debt, LocalDate receivedOn) {
        Money total = debt.invoice().content().total();
        return debt.discounts().stream()
                .filter(step -> step.isEarnedOn(receivedOn))
                .map(step -> step.of(total))
                .max(Comparator.naturalOrder())
                .orElse(Money.zero(total.currency()));
    }

    /** What was granted in all. */
    public Money granted() {
        return discount.plus(smallDifference);
    }

    private static boolean isTakenLate(Money rest, Debt debt, LocalDate receivedOn, Tolerance tolerance) {
        Money total = debt.invoice().content().total();
        List<Money> missed = debt.discounts().stream()
                .filter(step -> !step.isEarnedOn(receivedOn))
                .map(step -> step.of(total))
                .toList();
        return missed.stream()
                .anyMatch(discount -> rest.equals(discount)
                        || tolerance.covers(rest.minus(discount).max(discount.minus(rest)), total));
    }
}
