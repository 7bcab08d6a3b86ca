package o2c.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.kernel.Event;
import o2c.kernel.Money;

/** What invoice-service announces: what is owed, what is paid, what is late. Records only ever grow. */
public sealed interface InvoiceEvent extends Event {

    /** A legal entity that sells was registered or its data changed. */
    record SellerRegistered(String sellerId, String name, String country, String currency, String timeZone)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return sellerId;
        }

        @Override
        public String customerId() {
            return null;
        }
    }

    /**
     * A receivable came into being.
     *
     * @param total what is owed, including VAT
     * @param rate base currency per unit of the invoice's currency on the day of issue
     * @param base the total in the tenant's base currency at that rate
     * @param dueOn the agreed day
     * @param payableOn the last day on which payment is in time
     * @param orderId the order it bills, or null
     * @param deliveredOn day of delivery, or null when not told
     * @param netAmount total without VAT, or null when not told
     */
    record InvoiceIssued(
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            LocalDate issuedOn,
            LocalDate dueOn,
            LocalDate payableOn,
            Money total,
            BigDecimal rate,
            Money base,
            String orderId,
            LocalDate deliveredOn,
            Money netAmount)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /**
     * Money came in from a customer; until it is allocated it counts as unallocated cash.
     *
     * @param orderId the order it prepays, or null
     */
    record PaymentReceived(
            UUID paymentId,
            String customerId,
            String sellerId,
            Money amount,
            BigDecimal rate,
            Money base,
            LocalDate receivedOn,
            String reference,
            String orderId)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return paymentId.toString();
        }
    }

    /**
     * Unallocated cash was set against receivables: outstanding and unallocated cash both fall by the sum.
     *
     * @param receivedOn the day the money reached the account; lateness counts by it
     * @param allocatedOn the business day on which the books move; null means on {@code receivedOn}
     */
    record PaymentAllocated(
            UUID paymentId,
            String customerId,
            String sellerId,
            LocalDate receivedOn,
            LocalDate allocatedOn,
            List<Allocation> allocations)
            implements InvoiceEvent {

        /** The business day on which receivables and cash fall. */
        public LocalDate bookedOn() {
            return allocatedOn == null ? receivedOn : allocatedOn;
        }

        @Override
        public String subject() {
            return paymentId.toString();
        }
    }

    /** One part of an allocation: how much of which invoice was paid, and what stays open on it. */
    record Allocation(UUID invoiceId, String invoiceNumber, Money amount, Money outstanding) {}

    /**
     * Nothing of the receivable is open any more.
     *
     * @param settledOn the day the last money reached the account
     * @param daysLate days from the agreed day to settlement, 0 when in time
     */
    record InvoiceSettled(
            UUID invoiceId, String customerId, String sellerId, String invoiceNumber, LocalDate settledOn, int daysLate)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /**
     * A business day opened after the last day on which payment was in time, and something is still open.
     *
     * @param overdueOn the business day that opened
     * @param reopened true when the receivable had been settled before and came back
     */
    record PaymentOverdue(
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            LocalDate dueOn,
            LocalDate payableOn,
            LocalDate overdueOn,
            Money outstanding,
            boolean reopened)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /** Money that had reached the account in time became known only after the invoice was declared overdue. */
    record OverdueWithdrawn(
            UUID invoiceId, String customerId, String sellerId, String invoiceNumber, LocalDate receivedOn)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /** The tenant's next business day began. */
    record BusinessDayOpened(LocalDate date) implements InvoiceEvent {
        @Override
        public String subject() {
            return date.toString();
        }

        @Override
        public String customerId() {
            return null;
        }
    }
}
