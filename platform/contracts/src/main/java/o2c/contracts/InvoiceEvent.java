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
     * @param instalment which part of an invoice paid in several it is, or null when it is paid at once
     * @param terms the payment terms that its days come from, or null
     * @param origin {@code opening} for an item taken over at go-live, else null
     * @param opening what had happened to it before go-live, or null
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
            Money netAmount,
            Instalment instalment,
            Terms terms,
            String origin,
            Opening opening)
            implements InvoiceEvent {

        /** An invoice paid at once, without terms, in the ordinary course of business. */
        public InvoiceIssued(
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
                Money netAmount) {
            this(
                    invoiceId,
                    customerId,
                    sellerId,
                    invoiceNumber,
                    issuedOn,
                    dueOn,
                    payableOn,
                    total,
                    rate,
                    base,
                    orderId,
                    deliveredOn,
                    netAmount,
                    null,
                    null,
                    null,
                    null);
        }

        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /**
     * Which part of an invoice a receivable is.
     *
     * @param firstId the receivable of the first part, null on the first itself
     */
    record Instalment(int number, int of, UUID firstId) {}

    /**
     * What had happened to an open item before it was taken over.
     *
     * @param asOf the day whose close was taken over
     * @param quietUntil nobody is written to about it before this day, or null
     * @param levelReached the last level of dunning that was reached; 0 for none
     * @param lastStepOn day of the last step, or null
     * @param noticeSentOn day of the formal notice, or null
     * @param disputedAmount what the customer contests, or null
     * @param promisedOn the day he promised to pay, or null
     * @param placedWith the agency that has it, or null
     */
    record Opening(
            LocalDate asOf,
            LocalDate quietUntil,
            int levelReached,
            LocalDate lastStepOn,
            LocalDate noticeSentOn,
            Money disputedAmount,
            LocalDate promisedOn,
            String placedWith) {}

    /** A version of payment terms. */
    record Terms(String termsId, int version) {}

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
     * A payment turned out not to be one: what it had paid is owed again, with the due day it always had, and what was
     * left of it is gone.
     *
     * @param amount the whole payment
     * @param unallocated the part of it that was still unallocated cash
     * @param reason returned, insufficient-funds, refused, charged-back or mistake
     * @param allocations what is owed again per invoice, discount and small differences granted for it included
     * @param charges the late charges that are claimed again per invoice
     */
    record PaymentReversed(
            UUID paymentId,
            String customerId,
            String sellerId,
            Money amount,
            Money unallocated,
            LocalDate reversedOn,
            String reason,
            List<Allocation> allocations,
            List<PaidCharges> charges)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return paymentId.toString();
        }
    }

    /**
     * Unallocated cash left the customer's account without paying an invoice.
     *
     * @param kind refund (paid back) or small-difference (kept, within the tolerance for overpayment)
     * @param unallocated what is left of the payment
     */
    record CashReleased(
            UUID paymentId,
            String customerId,
            String sellerId,
            String kind,
            Money amount,
            Money unallocated,
            LocalDate releasedOn)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return paymentId.toString();
        }
    }

    /**
     * Unallocated cash was set against late charges that dunning-service had claimed: the free cash falls by the sum,
     * the principal of the invoices does not.
     *
     * @param receivedOn the day the money reached the account
     * @param allocatedOn the business day on which the books move
     */
    record LateChargesPaid(
            UUID paymentId,
            String customerId,
            String sellerId,
            LocalDate receivedOn,
            LocalDate allocatedOn,
            List<PaidCharges> charges)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return paymentId.toString();
        }
    }

    /** The late charges of one invoice that were paid; {@code outstanding} is what stays claimed. */
    record PaidCharges(UUID invoiceId, String invoiceNumber, Money costs, Money interest, Money outstanding) {}

    /**
     * The discount for early payment was earned: the receivable falls by it, no cash does.
     *
     * @param takenOn the business day on which the books move
     * @param outstanding what stays open afterwards
     */
    record DiscountTaken(
            UUID paymentId,
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            Money amount,
            Money outstanding,
            LocalDate takenOn)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /**
     * What was open on an invoice was given up, in whole or in part.
     *
     * @param kind {@code small-difference}, {@code bookkeeping}, {@code waived} or {@code settled-by-composition}
     * @param claimLivesOn whether the customer still owes it: true for bookkeeping only
     */
    record InvoiceWrittenOff(
            UUID writeOffId,
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            String kind,
            Money amount,
            Money outstanding,
            LocalDate writtenOffOn,
            boolean claimLivesOn)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

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

    /**
     * The invoice was declared overdue wrongly, as is known now.
     *
     * @param receivedOn the day of the last money; the new last day for payment when there was none
     * @param cause {@code paid-in-time}, {@code due-date-corrected} or {@code credited}
     */
    record OverdueWithdrawn(
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            LocalDate receivedOn,
            String cause)
            implements InvoiceEvent {

        /** All money turned out to have reached the account in time. */
        public OverdueWithdrawn(
                UUID invoiceId, String customerId, String sellerId, String invoiceNumber, LocalDate receivedOn) {
            this(invoiceId, customerId, sellerId, invoiceNumber, receivedOn, "paid-in-time");
        }

        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /**
     * A customer accepted a version of payment terms; it counts for what is issued from that day on.
     *
     * @param lateInterest {@code statutory}, {@code contractual} or {@code none}
     * @param annualRate percent a year, or null unless contractual
     */
    record TermsAccepted(
            UUID acceptanceId,
            String customerId,
            String sellerId,
            String termsId,
            int version,
            LocalDate acceptedOn,
            String lateInterest,
            BigDecimal annualRate)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return acceptanceId.toString();
        }
    }

    /**
     * Somebody signed for a delivery. Who it was stays in invoice-service.
     *
     * @param invoiceId the invoice it was recorded for, or null when it came before the invoice
     * @param invoiceNumber null without an invoice
     * @param deliveryId the delivery it proves, or null when it is for the whole invoice
     * @param hash SHA-256 of the document, in hexadecimal
     */
    record ProofOfDeliveryRecorded(
            UUID proofId,
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            String deliveryId,
            LocalDate signedOn,
            String hash)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return proofId.toString();
        }
    }

    /** A delivery that the invoice names has no proof a week after it; announced once per invoice. */
    record ProofOfDeliveryMissing(
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            List<String> deliveryIds,
            LocalDate deliveredOn)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /** An invoice was issued later after delivery than the seller's norm allows. */
    record InvoicingLate(
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            LocalDate deliveredOn,
            LocalDate issuedOn,
            int lagDays,
            int normDays)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /**
     * A credit note took back what was invoiced: invoices fall by the allocations, the rest is an open credit.
     *
     * @param countsOn the day from which the invoices are lower; before {@code issuedOn} when they were wrong at first
     * @param rate base currency per unit of its currency on its day
     * @param open what no invoice has taken
     */
    record CreditNoteIssued(
            UUID creditNoteId,
            String customerId,
            String sellerId,
            String creditNoteNumber,
            LocalDate issuedOn,
            LocalDate countsOn,
            Money amount,
            BigDecimal rate,
            Money base,
            List<Allocation> allocations,
            Money open)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return creditNoteId.toString();
        }
    }

    /** An open credit was set against invoices: outstanding and the open credit both fall by the sum. */
    record CreditNoteAllocated(
            UUID creditNoteId,
            String customerId,
            String sellerId,
            LocalDate bookedOn,
            List<Allocation> allocations,
            Money open)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return creditNoteId.toString();
        }
    }

    /**
     * The agreed day of an invoice is another one.
     *
     * @param kind {@code correction}: the old day was wrong; {@code deferral}: more time was given
     * @param policyDueOn the day that counts for insurance and limitation; a deferral does not move it
     */
    record DueDateChanged(
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            String kind,
            LocalDate formerDueOn,
            LocalDate dueOn,
            LocalDate payableOn,
            LocalDate policyDueOn)
            implements InvoiceEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /** The exchange rates of a day were set or corrected; carries all of them. */
    record ExchangeRateSet(LocalDate day, String base, List<Rate> rates, String source) implements InvoiceEvent {
        @Override
        public String subject() {
            return day.toString();
        }

        @Override
        public String customerId() {
            return null;
        }
    }

    /** Base currency per unit of that currency. */
    record Rate(String currency, BigDecimal rate) {}

    /**
     * VAT on what was not paid can be claimed back, or is owed again because money came after all.
     *
     * @param kind {@code relief} or {@code due-again}
     */
    record VatReliefDue(
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            String kind,
            Money amount,
            Money open,
            LocalDate dueOn)
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
