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

    /** A customer promised to pay an amount by a day; dunning of these invoices waits for it. */
    record PromiseMade(
            UUID promiseId,
            String customerId,
            String sellerId,
            Money amount,
            LocalDate promisedOn,
            LocalDate madeOn,
            List<UUID> invoices)
            implements DunningEvent {
        @Override
        public String subject() {
            return promiseId.toString();
        }
    }

    /** The promised money came. */
    record PromiseKept(
            UUID promiseId,
            String customerId,
            String sellerId,
            Money amount,
            Money received,
            LocalDate promisedOn,
            LocalDate keptOn)
            implements DunningEvent {
        @Override
        public String subject() {
            return promiseId.toString();
        }
    }

    /**
     * The promised money did not come in time, or only a part of it; dunning goes on with the next step.
     *
     * @param outcome what became of it: broken (nothing came) or partly-kept
     */
    record PromiseBroken(
            UUID promiseId,
            String customerId,
            String sellerId,
            Money amount,
            Money received,
            String outcome,
            LocalDate promisedOn,
            LocalDate brokenOn)
            implements DunningEvent {
        @Override
        public String subject() {
            return promiseId.toString();
        }
    }

    /**
     * Instalments were agreed; dunning of these invoices waits while they are kept.
     *
     * @param consentId the insurer's consent, or null when none was needed
     */
    record PaymentPlanAgreed(
            UUID planId,
            String customerId,
            String sellerId,
            Money amount,
            int instalments,
            LocalDate firstOn,
            LocalDate lastOn,
            LocalDate agreedOn,
            String consentId,
            List<UUID> invoices)
            implements DunningEvent {
        @Override
        public String subject() {
            return planId.toString();
        }
    }

    /**
     * A payment plan is over; dunning goes on where something is open.
     *
     * @param outcome how it ended: kept, missed (an instalment did not come) or cancelled
     */
    record PaymentPlanEnded(
            UUID planId,
            String customerId,
            String sellerId,
            String outcome,
            Money received,
            Money remaining,
            LocalDate endedOn)
            implements DunningEvent {
        @Override
        public String subject() {
            return planId.toString();
        }
    }

    /**
     * Dunning of a customer, or of one invoice, is on hold until a day.
     *
     * @param sellerId the seller it is about, or null for all
     * @param invoiceId the invoice it is about, or null for all
     */
    record DunningPaused(
            UUID holdId, String customerId, String sellerId, UUID invoiceId, LocalDate pausedOn, LocalDate until)
            implements DunningEvent {
        @Override
        public String subject() {
            return holdId.toString();
        }
    }

    /**
     * A hold is over.
     *
     * @param sellerId the seller it was about, or null for all
     * @param invoiceId the invoice it was about, or null for all
     * @param cause why it ended: lifted (by a person) or expired
     */
    record DunningResumed(
            UUID holdId, String customerId, String sellerId, UUID invoiceId, String cause, LocalDate resumedOn)
            implements DunningEvent {
        @Override
        public String subject() {
            return holdId.toString();
        }
    }

    /**
     * A customer's question or complaint was answered.
     *
     * @param kind what it is: question or complaint
     */
    record InquiryAnswered(
            UUID inquiryId,
            String customerId,
            String kind,
            LocalDate openedOn,
            LocalDate dueOn,
            LocalDate answeredOn,
            boolean inTime)
            implements DunningEvent {
        @Override
        public String subject() {
            return inquiryId.toString();
        }
    }

    /**
     * A customer's question or complaint was not answered by its day; dunning still waits for the answer.
     *
     * @param kind what it is: question or complaint
     */
    record InquiryBreached(UUID inquiryId, String customerId, String kind, LocalDate openedOn, LocalDate dueOn)
            implements DunningEvent {
        @Override
        public String subject() {
            return inquiryId.toString();
        }
    }

    /**
     * Somebody spoke with a customer, or tried to.
     *
     * @param callId the call that was due, or null when none was
     * @param sellerId the seller it was about, or null
     * @param outcome what came of it: promised, disputed, asked, call-back, says-paid, refused, no-answer,
     *     wrong-number or talked
     * @param reasonCode why nothing was paid, in kebab case, or null
     * @param nextCallOn the day of the next try, or null
     */
    record CallLogged(
            UUID logId,
            UUID callId,
            String customerId,
            String sellerId,
            String outcome,
            String reasonCode,
            LocalDate calledOn,
            LocalDate nextCallOn)
            implements DunningEvent {
        @Override
        public String subject() {
            return logId.toString();
        }
    }
}
