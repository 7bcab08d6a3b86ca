package o2c.credit.behaviour.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How a customer pays, from invoices and money alone. Days have four decimals, shares are percent with two, half up;
 * what cannot be computed is null, never zero.
 *
 * @param invoices issued by then
 * @param settled of which nothing is open any more
 * @param weightedDaysLate Σ amount × days late ÷ Σ amount over all money received; early money counts 0
 * @param weightedSignedDays the same with early money counting negative
 * @param averageDaysLate of settled invoices, each counting alike; early ones count 0
 * @param averageSignedDays the same with early ones counting negative
 * @param averageDaysToSettle from issue to settlement
 * @param maxDaysLate of settled invoices
 * @param lateInvoices settled after the agreed day
 * @param lateShare of settled invoices
 * @param trend weighted days late of the last 90 days less that of the 275 days before
 * @param disputeRate share of invoices the customer contested
 * @param disputedAmountShare share of the invoiced amount he contested
 * @param promiseRate share of promises that were kept, of those kept or broken
 * @param oldestOverdueDays of what is open and past its agreed day
 * @param overdueShare of what is open, by amount
 */
public record Behaviour(
        int invoices,
        int settled,
        BigDecimal weightedDaysLate,
        BigDecimal weightedSignedDays,
        BigDecimal averageDaysLate,
        BigDecimal averageSignedDays,
        BigDecimal averageDaysToSettle,
        Long maxDaysLate,
        int lateInvoices,
        BigDecimal lateShare,
        BigDecimal trend,
        int disputedInvoices,
        BigDecimal disputeRate,
        BigDecimal disputedAmountShare,
        int promises,
        BigDecimal promiseRate,
        Long oldestOverdueDays,
        BigDecimal overdueShare) {

    private static final int RECENT_DAYS = 90;
    private static final int YEAR_DAYS = 365;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Promises by what became of them.
     *
     * @param kept and {@code broken} ones; open ones do not count
     */
    public record Promises(int kept, int broken) {}

    /** The figures at the close of a day, over all of a customer's invoices. */
    public static Behaviour of(List<PaidInvoice> all, Promises promises, LocalDate day) {
        List<PaidInvoice> issued =
                all.stream().flatMap(invoice -> invoice.asOf(day).stream()).toList();
        List<PaidInvoice> settled =
                issued.stream().filter(one -> one.settledOn().isPresent()).toList();
        List<PaidInvoice> overdue = issued.stream()
                .filter(one -> one.open().signum() > 0 && one.daysLate(day) > 0)
                .toList();
        List<PaidInvoice> disputed =
                issued.stream().filter(PaidInvoice::disputed).toList();
        int late = (int) settled.stream().filter(one -> settledLate(one) > 0).count();
        return new Behaviour(
                issued.size(),
                settled.size(),
                weighted(issued, LocalDate.MIN, day, false),
                weighted(issued, LocalDate.MIN, day, true),
                average(settled, one -> Math.max(0, settledLate(one))),
                average(settled, Behaviour::settledLate),
                average(settled, one -> one.daysLate(one.settledOn().orElseThrow()) - one.daysLate(one.issuedOn())),
                settled.stream()
                        .map(one -> Math.max(0, settledLate(one)))
                        .max(Long::compare)
                        .orElse(null),
                late,
                share(late, settled.size()),
                trend(issued, day),
                disputed.size(),
                share(disputed.size(), issued.size()),
                share(sum(disputed), sum(issued)),
                promises.kept() + promises.broken(),
                share(promises.kept(), promises.kept() + promises.broken()),
                overdue.stream()
                        .map(one -> one.daysLate(day))
                        .max(Long::compare)
                        .orElse(null),
                share(open(overdue), open(issued)));
    }

    private static long settledLate(PaidInvoice invoice) {
        return invoice.daysLate(invoice.settledOn().orElseThrow());
    }

    private static BigDecimal weighted(List<PaidInvoice> invoices, LocalDate after, LocalDate until, boolean signed) {
        BigDecimal amounts = BigDecimal.ZERO;
        BigDecimal products = BigDecimal.ZERO;
        for (PaidInvoice invoice : invoices) {
            for (PaidInvoice.Part part : invoice.parts()) {
                if (part.money()
                        && part.receivedOn().isAfter(after)
                        && !part.receivedOn().isAfter(until)) {
                    long days = invoice.daysLate(part.receivedOn());
                    amounts = amounts.add(part.amount());
                    products =
                            products.add(part.amount().multiply(BigDecimal.valueOf(signed ? days : Math.max(0, days))));
                }
            }
        }
        return amounts.signum() == 0 ? null : products.divide(amounts, 4, RoundingMode.HALF_UP);
    }

    private static BigDecimal trend(List<PaidInvoice> issued, LocalDate day) {
        LocalDate recent = day.minusDays(RECENT_DAYS);
        return Optional.ofNullable(weighted(issued, recent, day, false))
                .flatMap(now -> Optional.ofNullable(weighted(issued, day.minusDays(YEAR_DAYS), recent, false))
                        .map(now::subtract))
                .orElse(null);
    }

    private static BigDecimal average(List<PaidInvoice> invoices, ToLongFunction<PaidInvoice> days) {
        return invoices.isEmpty()
                ? null
                : BigDecimal.valueOf(invoices.stream().mapToLong(days).sum())
                        .divide(BigDecimal.valueOf(invoices.size()), 4, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<PaidInvoice> invoices) {
        return invoices.stream().map(PaidInvoice::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal open(List<PaidInvoice> invoices) {
        return invoices.stream().map(PaidInvoice::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal share(int part, int whole) {
        return share(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? null : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
    }
}
