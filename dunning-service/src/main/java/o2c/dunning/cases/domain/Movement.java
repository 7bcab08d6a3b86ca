package o2c.dunning.cases.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.CashReleased;
import o2c.contracts.InvoiceEvent.CreditNoteAllocated;
import o2c.contracts.InvoiceEvent.CreditNoteIssued;
import o2c.contracts.InvoiceEvent.DiscountTaken;
import o2c.contracts.InvoiceEvent.InvoiceWrittenOff;
import o2c.contracts.InvoiceEvent.LateChargesPaid;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.contracts.InvoiceEvent.PaymentReversed;
import o2c.kernel.Money;

/**
 * How what the ledger announced moves a customer's account: his cash, and what he owes on each invoice. Only
 * differences are said, so that movements may be added up in any order.
 *
 * @param cash more cash or open credit, less when negative
 * @param paymentId the payment it comes from, or null
 * @param parts one for each invoice
 */
public record Movement(AccountKey account, Money cash, UUID paymentId, List<Part> parts) {

    public Movement {
        parts = List.copyOf(parts);
    }

    /** What lowers an invoice. All but {@link #LIVES_ON} lower what the customer owes. */
    public enum Kind {
        ALLOCATED,
        CREDITED,
        DISCOUNTED,
        GIVEN_UP,
        LIVES_ON;

        /** The stable name, such as {@code given-up}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What happens to one invoice.
     *
     * @param amount how much lower it is; negative when it is owed again
     * @param valuedOn the day interest counts it from
     * @param reopens whether nothing had been open before
     */
    public record Part(UUID invoiceId, Kind kind, Money amount, LocalDate valuedOn, boolean reopens) {

        private Part plus(Part other) {
            return new Part(invoiceId, kind, amount.plus(other.amount), valuedOn, reopens || other.reopens);
        }
    }

    public static Movement of(PaymentReceived e) {
        return new Movement(
                account(e.customerId(), e.sellerId(), e.amount().currency()), e.amount(), e.paymentId(), List.of());
    }

    /** Cash and what is outstanding fall alike. */
    public static Movement of(PaymentAllocated e) {
        return new Movement(
                account(e.customerId(), e.sellerId(), currency(e.allocations())),
                sum(e.allocations()).negated(),
                e.paymentId(),
                parts(e.allocations(), Kind.ALLOCATED, e.receivedOn()));
    }

    /** What was left of the payment is gone, and what it had paid is owed again, what was granted beside it too. */
    public static Movement of(PaymentReversed e) {
        List<Part> again = e.allocations().stream()
                .map(part -> new Part(
                        part.invoiceId(),
                        Kind.ALLOCATED,
                        part.amount().negated(),
                        e.reversedOn(),
                        part.amount().equals(part.outstanding())))
                .toList();
        return new Movement(
                account(e.customerId(), e.sellerId(), e.amount().currency()),
                e.unallocated().negated(),
                e.paymentId(),
                perInvoice(again));
    }

    public static Movement of(CashReleased e) {
        return new Movement(
                account(e.customerId(), e.sellerId(), e.amount().currency()),
                e.amount().negated(),
                e.paymentId(),
                List.of());
    }

    /** Cash alone falls: charges are no part of the principal. */
    public static Movement of(LateChargesPaid e) {
        Currency currency = e.charges().get(0).costs().currency();
        Money paid = Money.sum(
                e.charges().stream()
                        .map(one -> one.costs().plus(one.interest()))
                        .toList(),
                currency);
        return new Movement(account(e.customerId(), e.sellerId(), currency), paid.negated(), e.paymentId(), List.of());
    }

    /** The invoice falls, cash does not. */
    public static Movement of(DiscountTaken e) {
        return lowered(
                account(e.customerId(), e.sellerId(), e.amount().currency()),
                e.paymentId(),
                new Part(e.invoiceId(), Kind.DISCOUNTED, e.amount(), e.takenOn(), false));
    }

    /** What was written off in the books only is still owed. */
    public static Movement of(InvoiceWrittenOff e) {
        Kind kind = e.claimLivesOn() ? Kind.LIVES_ON : Kind.GIVEN_UP;
        return lowered(
                account(e.customerId(), e.sellerId(), e.amount().currency()),
                null,
                new Part(e.invoiceId(), kind, e.amount(), e.writtenOffOn(), false));
    }

    /** Invoices fall by their parts; what no invoice has taken is the customer's, like cash. */
    public static Movement of(CreditNoteIssued e) {
        return new Movement(
                account(e.customerId(), e.sellerId(), e.amount().currency()),
                e.open(),
                null,
                parts(e.allocations(), Kind.CREDITED, e.countsOn()));
    }

    /** Open credit and what is outstanding fall alike. */
    public static Movement of(CreditNoteAllocated e) {
        return new Movement(
                account(e.customerId(), e.sellerId(), e.open().currency()),
                Money.sum(
                                e.allocations().stream().map(Allocation::amount).toList(),
                                e.open().currency())
                        .negated(),
                null,
                parts(e.allocations(), Kind.CREDITED, e.bookedOn()));
    }

    private static Movement lowered(AccountKey account, UUID paymentId, Part part) {
        return new Movement(account, Money.zero(account.currency()), paymentId, List.of(part));
    }

    private static List<Part> parts(List<Allocation> allocations, Kind kind, LocalDate valuedOn) {
        return perInvoice(allocations.stream()
                .map(one -> new Part(one.invoiceId(), kind, one.amount(), valuedOn, false))
                .toList());
    }

    private static List<Part> perInvoice(List<Part> parts) {
        Map<UUID, Part> merged = new LinkedHashMap<>();
        parts.forEach(part -> merged.merge(part.invoiceId(), part, Part::plus));
        return new ArrayList<>(merged.values());
    }

    private static Money sum(List<Allocation> allocations) {
        return Money.sum(allocations.stream().map(Allocation::amount).toList(), currency(allocations));
    }

    private static Currency currency(List<Allocation> allocations) {
        return allocations.get(0).amount().currency();
    }

    /** A payment that names no seller counts for none. */
    private static AccountKey account(String customerId, String sellerId, Currency currency) {
        return new AccountKey(customerId, sellerId == null ? "" : sellerId, currency);
    }
}
