package o2c.policy.limits.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import o2c.kernel.Money;
import o2c.policy.clauses.domain.ExperienceRule;
import o2c.policy.ledger.domain.Receivable;

/**
 * What a customer's own payments say about him.
 *
 * @param highestPaid the highest balance at the close of a day in the period, of receivables that are paid by now
 * @param worstDaysLate of what was paid or fell due in the period; zero when nothing was late
 * @param justifies the limit that the policy's rule allows from it
 * @param reason why it is not more
 */
public record PaymentExperience(Money highestPaid, long worstDaysLate, Money justifies, String reason) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Looks at the months up to and including a day.
     *
     * @param receivables everything of this buyer, paid or not
     */
    public static PaymentExperience of(
            List<Receivable> receivables, ExperienceRule rule, LocalDate day, Currency currency) {
        LocalDate since = day.minusMonths(rule.months());
        List<Receivable> paid = receivables.stream()
                .filter(receivable -> receivable.unpaidOn(day).isZero())
                .toList();
        Money highest = highest(paid, since, day, currency);
        long late = receivables.stream()
                .mapToLong(receivable -> daysLate(receivable, since, day))
                .max()
                .orElse(0);
        if (late > rule.maxDaysLate()) {
            return new PaymentExperience(
                    highest,
                    late,
                    Money.zero(currency),
                    "paid " + late + " days late, " + rule.maxDaysLate() + " allowed");
        }
        Money justified =
                Money.rounded(highest.amount().multiply(rule.share().value()).divide(HUNDRED), currency);
        return new PaymentExperience(
                highest, late, justified, rule.share() + " of the highest paid balance, " + highest);
    }

    private static Money highest(List<Receivable> paid, LocalDate since, LocalDate day, Currency currency) {
        TreeSet<LocalDate> days = new TreeSet<>();
        paid.forEach(receivable -> receivable.open().entries().forEach(entry -> days.add(entry.on())));
        days.add(since);
        return days.subSet(since, true, day, true).stream()
                .map(each -> Money.sum(
                        paid.stream().map(receivable -> receivable.openOn(each)).toList(), currency))
                .max(Money::compareTo)
                .orElse(Money.zero(currency));
    }

    /** Zero for what ended before the period or is not late. */
    private static long daysLate(Receivable receivable, LocalDate since, LocalDate day) {
        Optional<LocalDate> settled = receivable.unpaidOn(day).isPositive()
                ? Optional.empty()
                : receivable.unpaid().endOf(Money::isPositive);
        LocalDate until = settled.orElse(day);
        return until.isBefore(since) ? 0 : Math.max(0, ChronoUnit.DAYS.between(receivable.dueOn(), until));
    }
}
