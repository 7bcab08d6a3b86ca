package o2c.invoice.behaviour;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import o2c.invoice.behaviour.PaymentPractices.Practice;
import o2c.invoice.behaviour.PaymentPractices.Scope;
import o2c.invoice.behaviour.domain.PaymentPractice;
import o2c.invoice.books.GroupBy;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.books.Moment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How one group pays in one currency, over invoices settled by money. Averages are in days with four decimals; early
 * payment counts as 0, in signed ones as negative; days count from the agreed day once the last day for payment passed.
 */
@Schema(name = "PaymentBehaviour")
record PracticeView(
        String sellerId,
        String customerId,
        String segment,
        String country,
        String currency,
        @Schema(description = "Settled ones") long invoices,
        Money amount,
        long lateInvoices,
        @Schema(description = "From 0 to 1") BigDecimal lateShare,
        BigDecimal averageDaysLate,
        BigDecimal averageSignedDays,
        long maxDaysLate,
        @Schema(description = "By amount") BigDecimal weightedDaysLate,
        @Schema(description = "By amount") BigDecimal weightedSignedDays,

        @Schema(description = "Days from issue to the last money")
        BigDecimal averageRepaymentTerm,

        @Schema(description = "By amount") BigDecimal weightedRepaymentTerm) {

    static final String REFUSALS = " Refusals: `date-malformed`, `instant-malformed`, `value-unknown` (400),"
            + " `date-in-future`, `known-at-too-recent`, `period-out-of-range` (422). Scope `invoice:read`.";

    static final String EXAMPLE = """
        {"currency":"EUR","invoices":27,"amount":{"amount":"1584.18","currency":"EUR"},"lateInvoices":1,
         "lateShare":"0.0370","averageDaysLate":"0.6296","averageSignedDays":"-12.5556","maxDaysLate":17,
         "weightedDaysLate":"0.5221","weightedSignedDays":"-12.6021","averageRepaymentTerm":"17.4444",
         "weightedRepaymentTerm":"17.3979"}\
        """;

    private static final int LONGEST_PERIOD = 3660;
    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    static List<PracticeView> all(PaymentPractices practices, Scope scope) {
        return practices.of(scope).stream().map(found -> of(found, scope.by())).toList();
    }

    static PracticeView of(Practice found, GroupBy by) {
        PaymentPractice practice = found.practice();
        return new PracticeView(
                GroupBy.SELLER.of(by, found.group()),
                GroupBy.CUSTOMER.of(by, found.group()),
                GroupBy.SEGMENT.of(by, found.group()),
                GroupBy.COUNTRY.of(by, found.group()),
                found.currency().getCurrencyCode(),
                practice.invoices(),
                Money.padded(practice.amount().stripTrailingZeros(), found.currency()),
                practice.late(),
                practice.lateShare(),
                practice.averageDaysLate(),
                practice.averageSignedDays(),
                practice.mostDaysLate(),
                practice.weightedAverageDaysLate(),
                practice.weightedAverageSignedDays(),
                practice.averageRepaymentTerm(),
                practice.weightedRepaymentTerm());
    }

    /**
     * First day of a period; all days when none is told.
     *
     * @throws RuleBroken {@code period-out-of-range}
     */
    static LocalDate from(Moment moment, Integer days) {
        if (days == null) {
            return EVER;
        }
        if (days < 1 || days > LONGEST_PERIOD) {
            throw RuleBroken.refused("period-out-of-range", "a period has 1 to " + LONGEST_PERIOD + " days")
                    .at("/query/periodDays");
        }
        return moment.asOf().minusDays(days - 1L);
    }
}
