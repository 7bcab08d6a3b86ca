package o2c.invoice.receivables.domain;

import java.math.MathContext;
import java.time.LocalDate;
import java.util.Objects;
import o2c.invoice.terms.domain.Instalment;
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
 * @param deduction what makes the amount to be paid differ from the total, or null
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
        References references,
        Deduction deduction) {

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
        if (deduction != null) {
            deduction.from(total);
        }
    }

    /** One that asks for its whole total. */
    public InvoiceContent(
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
        this(
                sellerId,
                customerId,
                invoiceNumber,
                issuedOn,
                dueOn,
                payableOn,
                total,
                netAmount,
                vatAmount,
                references,
                null);
    }

    /** What is to be paid: the total less what was prepaid, rounded. */
    public Money owed() {
        return deduction == null ? total : deduction.from(total);
    }

    /** What is to be paid, without VAT, or null when not told or nothing is. */
    public Money netOwed() {
        if (owed().isZero()) {
            return null;
        }
        return netAmount == null || deduction == null
                ? netAmount
                : netAmount.times(owed().amount().divide(total.amount(), MathContext.DECIMAL128));
    }

    /** The same with other days. */
    InvoiceContent due(LocalDate newDueOn, LocalDate newPayableOn) {
        return new InvoiceContent(
                sellerId,
                customerId,
                invoiceNumber,
                issuedOn,
                newDueOn,
                newPayableOn,
                total,
                netAmount,
                vatAmount,
                references,
                deduction);
    }

    /** The part of it that an instalment is. */
    InvoiceContent claim(Instalment part, Money net) {
        return new InvoiceContent(
                sellerId,
                customerId,
                numberOf(part.number()),
                issuedOn,
                part.dueOn(),
                part.payableOn(),
                part.amount(),
                net,
                null,
                references,
                null);
    }

    private String numberOf(int instalment) {
        return instalment == 1 ? invoiceNumber : invoiceNumber + "/" + instalment;
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
