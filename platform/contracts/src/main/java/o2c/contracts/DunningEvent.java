package o2c.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.kernel.Event;
import o2c.kernel.Money;

/** What dunning-service announces: who is reminded, how and why, and what the customer said. Records only ever grow. */
public sealed interface DunningEvent extends Event {

    /**
     * A step of the strategy was taken for one invoice.
     *
     * @param level 0 for a courtesy before the due day, then 1, 2, 3 …
     * @param channel email, letter, call or decision
     * @param strategyVersion the version of the strategy that called for it
     */
    record StepTaken(
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            LocalDate takenOn,
            int level,
            String step,
            String channel,
            String tone,
            int strategyVersion)
            implements DunningEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /**
     * A message left for the customer; one per customer, seller, currency and day.
     *
     * @param amount what was asked for in it
     * @param invoices the invoices it names
     */
    record ReminderSent(
            UUID messageId,
            String customerId,
            String sellerId,
            LocalDate sentOn,
            int level,
            String channel,
            String tone,
            Money amount,
            List<UUID> invoices)
            implements DunningEvent {
        @Override
        public String subject() {
            return messageId.toString();
        }
    }

    /** Somebody is to phone the customer. */
    record CallDue(
            UUID callId,
            String customerId,
            String sellerId,
            LocalDate dueOn,
            int level,
            Money amount,
            List<UUID> invoices)
            implements DunningEvent {
        @Override
        public String subject() {
            return callId.toString();
        }
    }

    /**
     * The customer contests (a part of) an invoice; reminders stop for that part only.
     *
     * @param code price, quantity, quality, delivery, duplicate, wrong-address, terms, already-paid,
     *     credit-note-missing, tax, service-not-accepted or other
     */
    record DisputeOpened(
            UUID disputeId,
            String customerId,
            String sellerId,
            UUID invoiceId,
            String invoiceNumber,
            Money amount,
            String code,
            LocalDate openedOn)
            implements DunningEvent {
        @Override
        public String subject() {
            return disputeId.toString();
        }
    }

    /**
     * A dispute ended.
     *
     * @param outcome accepted, rejected, withdrawn or closed-by-payment
     */
    record DisputeResolved(
            UUID disputeId,
            String customerId,
            String sellerId,
            UUID invoiceId,
            String invoiceNumber,
            Money amount,
            String outcome,
            LocalDate resolvedOn)
            implements DunningEvent {
        @Override
        public String subject() {
            return disputeId.toString();
        }
    }

    /** Interest, fixed sum or collection costs were claimed on an invoice; they are a debt of their own. */
    record LateChargesClaimed(
            UUID chargeId,
            String customerId,
            String sellerId,
            UUID invoiceId,
            String invoiceNumber,
            LocalDate claimedOn,
            Money interest,
            Money fixedSum,
            Money collectionCosts,
            Money total)
            implements DunningEvent {
        @Override
        public String subject() {
            return chargeId.toString();
        }
    }

    /**
     * Claimed charges, or a part of them, are no longer asked for.
     *
     * @param cause by whom: by-person, dispute-accepted or overdue-withdrawn
     */
    record LateChargesWaived(
            UUID chargeId,
            String customerId,
            String sellerId,
            UUID invoiceId,
            String invoiceNumber,
            Money amount,
            Money remaining,
            LocalDate waivedOn,
            String cause)
            implements DunningEvent {
        @Override
        public String subject() {
            return chargeId.toString();
        }
    }
}
