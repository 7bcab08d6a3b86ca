package o2c.invoice.behaviour;

import java.math.BigDecimal;
import o2c.invoice.behaviour.PaymentPractices.Practice;
import o2c.invoice.behaviour.domain.PaymentPractice;
import o2c.invoice.books.GroupBy;
import o2c.kernel.Money;
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
}
