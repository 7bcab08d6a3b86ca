package o2c.invoice.receivables.domain;

import java.time.LocalDate;
import java.util.Objects;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * What seller and customer agreed: everything about an invoice that its payment does not change. Two contents are equal
 * when the same invoice was told twice.
 *
 * @param total what is owed, including VAT
 * @param netAmount total without VAT, or null when not told
 * @param vatAmount the VAT in it, or null when not told
 * @param dueOn the agreed day
 * @param payableOn the last day on which payment is in time; equals {@code dueOn} when the caller gave that day
 */
public record InvoiceContent(
        String sellerId,
        String customerId,
        String invoiceNumber,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate payableOn,
        Money total,
        Money netAmount,
        Money vatAmount,
        References references) {

    /** How far after the business date a day of issue may lie. */
    public static final int DAYS_AHEAD = 31;

    public InvoiceContent {
        Wording.id(sellerId, "/sellerId");
        Wording.id(customerId, "/customerId");
        Wording.printable(invoiceNumber, "/invoiceNumber");
        Wording.plausibleDay(issuedOn, "/issuedOn");
        Wording.plausibleDay(dueOn, "/dueOn");
        Objects.requireNonNull(payableOn, "payableOn");
        Objects.requireNonNull(references, "references");
        if (!total.isPositive()) {
            throw RuleBroken.refused("total-not-positive", "an invoice asks for a positive amount")
                    .at("/total");
        }
        if (dueOn.isBefore(issuedOn)) {
            throw RuleBroken.refused("due-before-issue", "the due day lies before the day of issue")
                    .at("/dueOn");
        }
        if (netAmount == null && vatAmount != null) {
            netAmount = total.minus(vatAmount);
        }
        if (netAmount != null && vatAmount == null) {
            vatAmount = total.minus(netAmount);
        }
        if (netAmount != null && !netAmount.plus(vatAmount).equals(total)) {
            throw RuleBroken.refused("amounts-disagree", "net amount and VAT do not add up to the total")
                    .at("/netAmount");
        }
    }

    /**
     * Whether it may enter the books on that business day.
     *
     * @throws RuleBroken {@code date-in-future}
     */
    public void checkAgainst(LocalDate today) {
        if (issuedOn.isAfter(today.plusDays(DAYS_AHEAD))) {
            throw RuleBroken.refused(
                            "date-in-future",
                            "issued " + issuedOn + ", more than " + DAYS_AHEAD + " days after the business date "
                                    + today + " of the tenant's clock (GET /v1/test-clock)")
                    .at("/issuedOn");
        }
    }
}
