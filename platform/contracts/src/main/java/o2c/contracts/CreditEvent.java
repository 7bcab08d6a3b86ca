package o2c.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.kernel.Event;
import o2c.kernel.Money;

/** What credit-check-service announces: who the customer is and how much credit he has. Records only ever grow. */
public sealed interface CreditEvent extends Event {

    @Override
    default String subject() {
        return customerId();
    }

    /**
     * A customer became known.
     *
     * @param country ISO 3166-1 alpha-2
     * @param kind business, consumer or public-body
     * @param segment the pinned segment, or null
     * @param personal the only place of an event that holds personal data
     */
    record CustomerRegistered(
            String customerId,
            String country,
            String kind,
            String parentCustomerId,
            String segment,
            String language,
            Personal personal)
            implements CreditEvent {}

    /** The customer's data changed; carries the whole new state. */
    record CustomerChanged(
            String customerId,
            String country,
            String kind,
            String parentCustomerId,
            String segment,
            String language,
            Personal personal)
            implements CreditEvent {}

    /** Data that may identify a person; blanked everywhere by an erasure. */
    record Personal(String name, String registrationNumber, String vatId, String lei, List<Contact> contacts) {}

    /** A person or desk to write to or call. */
    record Contact(String name, String role, String email, String phone, String language) {}

    /**
     * The customer's own credit limit was set, raised, cut or ended.
     *
     * @param limit the amount in force from {@code validFrom}, null when there is none any more
     * @param validTo last day in force, or null
     */
    record CreditLimitChanged(String customerId, Money limit, LocalDate validFrom, LocalDate validTo, String reason)
            implements CreditEvent {}

    /** A limit passed its last day. */
    record LimitExpired(String customerId, Money limit, LocalDate validTo) implements CreditEvent {}

    /**
     * A credit check was answered.
     *
     * @param purpose quote, order, shipment or invoice
     * @param verdict approved, approved-with-prepayment, referred or declined
     * @param reasons codes of the rules that fired
     */
    record CreditChecked(
            String customerId,
            UUID checkId,
            String purpose,
            String orderId,
            Money amount,
            String verdict,
            List<String> reasons)
            implements CreditEvent {
        @Override
        public String subject() {
            return checkId.toString();
        }
    }

    /** An order check was approved and its amount is reserved until the end of {@code expiresOn}. */
    record OrderApproved(String customerId, UUID checkId, String orderId, Money reserved, LocalDate expiresOn)
            implements CreditEvent {
        @Override
        public String subject() {
            return orderId;
        }
    }

    /** An order must wait: referred for a decision by hand. */
    record OrderHeld(String customerId, UUID checkId, String orderId, Money amount, List<String> reasons)
            implements CreditEvent {
        @Override
        public String subject() {
            return orderId;
        }
    }

    /**
     * A person let a held order or shipment go.
     *
     * @param amount what he lets go, including VAT
     * @param role in which capacity
     * @param until last business date on which the release counts
     */
    record OrderReleased(
            String customerId, UUID checkId, String orderId, Money amount, String role, String reason, LocalDate until)
            implements CreditEvent {
        @Override
        public String subject() {
            return orderId;
        }
    }

    /** An order was refused. */
    record OrderDeclined(String customerId, UUID checkId, String orderId, Money amount, List<String> reasons)
            implements CreditEvent {
        @Override
        public String subject() {
            return orderId;
        }
    }

    /** A reservation ended without an invoice: expired, cancelled or replaced. */
    record ReservationReleased(String customerId, UUID checkId, String orderId, Money released, String cause)
            implements CreditEvent {
        @Override
        public String subject() {
            return orderId;
        }
    }
}
