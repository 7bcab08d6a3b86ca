package o2c.invoice.payments;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import o2c.invoice.payments.domain.Charges;
import o2c.invoice.payments.domain.Debt;
import o2c.invoice.payments.domain.Deduction;
import o2c.invoice.payments.domain.DiscountStep;
import o2c.invoice.payments.domain.Naming;
import o2c.invoice.payments.domain.Payment;
import o2c.invoice.payments.domain.Payment.Undone;
import o2c.invoice.payments.domain.Share;
import o2c.invoice.receivables.OpenItem;
import o2c.invoice.receivables.OpenItems;
import o2c.invoice.receivables.OpenItems.Account;
import o2c.invoice.receivables.OpenItems.Entry;
import o2c.invoice.receivables.OpenItems.Moved;
import o2c.invoice.receivables.OpenItems.Part;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/** The debts of one account as money sees them, and what money did to them. */
@ApplicationScoped
class Debts {

    private final OpenItems openItems;

    Debts(OpenItems openItems) {
        this.openItems = openItems;
    }

    static Account account(Payment payment) {
        return new Account(
                payment.customerId(),
                payment.sellerId(),
                payment.amount().currency().getCurrencyCode());
    }

    /** Keeps others from the payment's account until this transaction ends. */
    void lock(Payment payment) {
        openItems.lock(account(payment));
    }

    /** What that much cash of the payment may go to. */
    List<Debt> withinReach(Payment payment, LocalDate on) {
        Naming naming = payment.naming();
        List<OpenItem> open = naming.orderId() == null
                ? openItems.withinReach(account(payment), payment.unallocated(), naming.reference(), on)
                : openItems.ofOrder(account(payment), naming.orderId());
        return open.stream().map(Debts::debt).toList();
    }

    List<Debt> named(Payment payment, Collection<String> invoiceNumbers) {
        return openItems.named(account(payment), invoiceNumbers).stream()
                .map(Debts::debt)
                .toList();
    }

    List<Debt> byId(Payment payment, Collection<UUID> ids) {
        return openItems.byId(account(payment), ids).stream().map(Debts::debt).toList();
    }

    /** Books what was set against the debts; the invoices are in the order of the shares. */
    void pay(Payment payment, List<Share> shares, List<Invoice> after, LocalDate bookedOn) {
        List<Moved> moved = IntStream.range(0, shares.size())
                .mapToObj(i -> paid(shares.get(i), after.get(i), bookedOn))
                .toList();
        openItems.book(payment.id(), moved);
    }

    /** Books that a payment had never been; the invoices are in the order of what is undone. */
    void reopen(Payment payment, List<Undone> undone, List<Granted> granted, List<Invoice> after, LocalDate on) {
        List<Moved> moved = IntStream.range(0, undone.size())
                .mapToObj(i -> reopened(undone.get(i), granted.get(i), after.get(i), on))
                .toList();
        openItems.book(payment.id(), moved);
    }

    /** What a payment had done to an invoice's principal, by kind of entry. */
    record Granted(Money allocated, Money discount, Money smallDifference) {

        Money all() {
            return allocated.plus(discount).plus(smallDifference);
        }
    }

    private static Moved paid(Share share, Invoice after, LocalDate bookedOn) {
        LocalDate on = Payment.countsFrom(bookedOn, after);
        Deduction deduction = share.deduction();
        List<Entry> entries = new ArrayList<>();
        add(entries, Part.PRINCIPAL, "allocated", share.amount().negated(), on);
        add(entries, Part.PRINCIPAL, "discount", deduction.discount().negated(), on);
        add(
                entries,
                Part.PRINCIPAL,
                Payment.SMALL_DIFFERENCE,
                deduction.smallDifference().negated(),
                on);
        add(entries, Part.COSTS, "allocated", share.charges().costs().negated(), on);
        add(entries, Part.INTEREST, "allocated", share.charges().interest().negated(), on);
        Charges left = share.debt().charges().minus(share.charges());
        String reason = after.outstanding().isZero() ? null : label(deduction.reason());
        return new Moved(after, left.costs(), left.interest(), reason, entries);
    }

    private static Moved reopened(Undone undone, Granted granted, Invoice after, LocalDate reversedOn) {
        LocalDate on = Payment.countsFrom(reversedOn, after);
        List<Entry> entries = new ArrayList<>();
        add(entries, Part.PRINCIPAL, "reversed", granted.allocated(), on);
        add(entries, Part.PRINCIPAL, "discount", granted.discount(), on);
        add(entries, Part.PRINCIPAL, Payment.SMALL_DIFFERENCE, granted.smallDifference(), on);
        add(entries, Part.COSTS, "reversed", undone.charges().costs(), on);
        add(entries, Part.INTEREST, "reversed", undone.charges().interest(), on);
        Charges claimed = undone.claimedAfter();
        return new Moved(after, claimed.costs(), claimed.interest(), null, entries);
    }

    private static void add(List<Entry> entries, Part part, String kind, Money amount, LocalDate on) {
        if (!amount.isZero()) {
            entries.add(new Entry(part, kind, amount, on));
        }
    }

    /** The word for why a rest stays open, such as {@code discount-taken-late}, or null. */
    static String label(Deduction.Reason reason) {
        return reason == null ? null : reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Debt debt(OpenItem item) {
        return new Debt(
                item.invoice(),
                new Charges(item.costs(), item.interest()),
                item.noticed(),
                item.lateRate(),
                discounts(item.discounts()));
    }

    private static List<DiscountStep> discounts(String agreed) {
        if (agreed == null || agreed.isBlank()) {
            return List.of();
        }
        return Arrays.stream(agreed.split(" "))
                .map(step -> step.split("="))
                .map(step -> new DiscountStep(LocalDate.parse(step[0]), new Percentage(new BigDecimal(step[1]))))
                .toList();
    }
}
