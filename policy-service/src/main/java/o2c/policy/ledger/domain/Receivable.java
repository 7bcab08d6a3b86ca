package o2c.policy.ledger.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import o2c.kernel.Money;

/**
 * One invoice as the insurer looks at it; all amounts in the one currency of the calculation.
 *
 * @param reference our id of the invoice, or the caller's name for it
 * @param number invoice number; orders receivables of one day
 * @param deliveredOn day of delivery, or null when not told
 * @param total with VAT
 * @param net the total without VAT, or null when not known
 * @param open what is owed, through time
 * @param disputed what is contested, through time
 * @param unpaid what the customer still owes, through time: what is open, and what was written off in the books only
 */
public record Receivable(
        String reference,
        String sellerId,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate deliveredOn,
        Money total,
        Money net,
        Balance open,
        Balance disputed,
        Balance unpaid) {

    /** Nothing was written off in the books only. */
    public Receivable(
            String reference,
            String sellerId,
            String number,
            LocalDate issuedOn,
            LocalDate dueOn,
            LocalDate deliveredOn,
            Money total,
            Money net,
            Balance open,
            Balance disputed) {
        this(reference, sellerId, number, issuedOn, dueOn, deliveredOn, total, net, open, disputed, open);
    }

    /** The day that decides whether it is insured: delivery, or the invoice's own day when delivery is not told. */
    public LocalDate insuredFrom() {
        return deliveredOn == null ? issuedOn : deliveredOn;
    }

    public Money openOn(LocalDate day) {
        return issuedOn.isAfter(day)
                ? Money.zero(total.currency())
                : open.on(day).orZero();
    }

    /** What counts for deadlines, stops and claims: a write-off in the books pays nothing. */
    public Money unpaidOn(LocalDate day) {
        return issuedOn.isAfter(day)
                ? Money.zero(total.currency())
                : unpaid.on(day).orZero();
    }

    /** The same receivable with the claim, not the books, as what is open. */
    public Receivable asClaimed() {
        return with(unpaid, disputed);
    }

    /** Never more than is open. */
    public Money disputedOn(LocalDate day) {
        return disputed.on(day).orZero().min(openOn(day));
    }

    /** The share of an amount that is not VAT, rounded half up; all of it when VAT is not known. */
    public Money withoutVat(Money amount) {
        if (net == null || total.isZero()) {
            return amount;
        }
        BigDecimal exact = amount.amount().multiply(net.amount()).divide(total.amount(), 12, RoundingMode.HALF_UP);
        return Money.rounded(exact, amount.currency());
    }

    /** The same receivable, contested from the first day on. */
    public Receivable disputedAsAWhole() {
        Balance all = new Balance(List.of(new Balance.Entry(LocalDate.MIN, total.orZero())), total.currency());
        return with(open, all);
    }

    private Receivable with(Balance nowOpen, Balance nowDisputed) {
        return new Receivable(
                reference, sellerId, number, issuedOn, dueOn, deliveredOn, total, net, nowOpen, nowDisputed, unpaid);
    }
}
