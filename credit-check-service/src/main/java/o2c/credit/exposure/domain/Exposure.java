package o2c.credit.exposure.domain;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Money;

/**
 * What a customer owes or is about to owe, in one currency. Source of the recipe: open invoices with VAT, plus
 * delivered and not invoiced, plus reserved orders, less open credits and unallocated cash.
 */
public record Exposure(
        Money openInvoices,
        Money deliveredNotInvoiced,
        Money reservedOrders,
        Money openCredits,
        Money unallocatedCash) {

    /** Nothing owed, nothing under way. */
    public static Exposure none(Currency currency) {
        Money zero = Money.zero(currency);
        return new Exposure(zero, zero, zero, zero, zero);
    }

    /** What counts against the limit; negative when the customer has more cash and credits here than he owes. */
    public Money total() {
        return openInvoices
                .plus(deliveredNotInvoiced)
                .plus(reservedOrders)
                .minus(openCredits)
                .minus(unallocatedCash);
    }

    /** The recipe line by line; what lowers the exposure is negative, so that the lines add up to the total. */
    public List<ExposureLine> lines() {
        return Arrays.stream(ExposureKind.values())
                .map(kind -> ExposureLine.plain(kind.code(), kind.lowers() ? of(kind).negated() : of(kind)))
                .toList();
    }

    /** What one line stands at. */
    public Money of(ExposureKind kind) {
        return switch (kind) {
            case OPEN_INVOICES -> openInvoices;
            case DELIVERED_NOT_INVOICED -> deliveredNotInvoiced;
            case RESERVED_ORDERS -> reservedOrders;
            case OPEN_CREDITS -> openCredits;
            case UNALLOCATED_CASH -> unallocatedCash;
        };
    }

    /** This exposure with one line changed by a signed amount. */
    public Exposure moved(ExposureKind kind, Money by) {
        return new Exposure(
                kind == ExposureKind.OPEN_INVOICES ? openInvoices.plus(by) : openInvoices,
                kind == ExposureKind.DELIVERED_NOT_INVOICED ? deliveredNotInvoiced.plus(by) : deliveredNotInvoiced,
                kind == ExposureKind.RESERVED_ORDERS ? reservedOrders.plus(by) : reservedOrders,
                kind == ExposureKind.OPEN_CREDITS ? openCredits.plus(by) : openCredits,
                kind == ExposureKind.UNALLOCATED_CASH ? unallocatedCash.plus(by) : unallocatedCash);
    }

    /** Whether nothing is owed, reserved or held in this currency. */
    public boolean isNothing() {
        return Arrays.stream(ExposureKind.values()).allMatch(kind -> of(kind).isZero());
    }

    public Currency currency() {
        return openInvoices.currency();
    }
}
