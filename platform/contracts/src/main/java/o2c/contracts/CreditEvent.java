package o2c.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.kernel.Event;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

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

    /**
     * The risk class that counts for a customer changed.
     *
     * @param before the class until now, or null when there was none
     * @param after the class from now on, or null when too little is known
     * @param scoreAfter points on the scorecard; {@code scoreBefore} likewise, null at first
     * @param cause id of the event that made the difference, or null when a day or a decision did
     * @param causeType name of that event, or scorecard, override, day
     * @param invoiceId the invoice behind it, or null
     */
    record RiskClassChanged(
            String customerId,
            String before,
            String after,
            BigDecimal scoreBefore,
            BigDecimal scoreAfter,
            String scorecardId,
            int scorecardVersion,
            UUID cause,
            String causeType,
            UUID invoiceId,
            LocalDate changedOn)
            implements CreditEvent {}

    /**
     * A customer moved to another segment; he is always in exactly one.
     *
     * @param before the segment until now; standard for everybody whom no rule takes
     * @param ruleVersion version of the rule that took him; 0 when none did
     * @param source rule, register (pinned there) or override
     */
    record SegmentChanged(
            String customerId, String before, String after, int ruleVersion, String source, LocalDate changedOn)
            implements CreditEvent {}

    /**
     * A limit fills up: a higher level was reached than the one told last.
     *
     * @param level 80, 95 or 100 percent of the limit
     * @param utilisation percent of the limit that is used
     * @param owed what counts against it, in the limit's currency
     * @param crossingOn the day it is crossed if what is owed goes on growing as in the last thirty days, or null
     */
    record LimitUtilisationAlert(
            String customerId, int level, Percentage utilisation, Money owed, Money limit, LocalDate crossingOn)
            implements CreditEvent {}

    /**
     * A sign that a customer may not pay; told once while it lasts.
     *
     * @param kind days-late-rising, long-overdue, cover-stopped, cover-cut, promises-broken or accounts-in-distress
     * @param value the figure that shows it, and the threshold it passed
     * @param proposal hold, prepayment or limit-cut
     */
    record EarlyWarningRaised(
            String customerId, String kind, BigDecimal value, BigDecimal threshold, String proposal, LocalDate raisedOn)
            implements CreditEvent {}

    /**
     * A customer's credit is to be looked at again by a person.
     *
     * @param riskClass the class that set the day, or null when too little is known
     */
    record ReviewDue(String customerId, UUID reviewId, String riskClass, LocalDate dueOn) implements CreditEvent {
        @Override
        public String subject() {
            return reviewId.toString();
        }
    }

    /**
     * A customer is insolvent: no new credit, orders held, limit zero.
     *
     * @param kind bankruptcy, moratorium, restructuring, natural-person-scheme or liquidation
     * @param openedOn the day the court opened it
     */
    record InsolvencyRegistered(String customerId, UUID insolvencyId, String kind, LocalDate openedOn)
            implements CreditEvent {
        @Override
        public String subject() {
            return insolvencyId.toString();
        }
    }

    /** An insolvency is over; the old limit does not come back by itself. */
    record InsolvencyEnded(String customerId, UUID insolvencyId, String kind, LocalDate endedOn)
            implements CreditEvent {
        @Override
        public String subject() {
            return insolvencyId.toString();
        }
    }

    /**
     * A held order still waits for a person although his time is over.
     *
     * @param dueOn the last business date on which he was to decide
     */
    record ReferralOverdue(String customerId, UUID checkId, String orderId, Money amount, LocalDate dueOn)
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
