package o2c.contracts;

import java.time.LocalDate;
import java.util.UUID;
import o2c.kernel.Event;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/** What policy-service announces: what is insured, what is not, which deadline comes next. Records only ever grow. */
public sealed interface PolicyEvent extends Event {

    /** A version of a policy is in force from a day on. */
    record PolicyActivated(
            String policyId, int version, LocalDate validFrom, LocalDate validTo, Percentage insuredPercentage)
            implements PolicyEvent {
        @Override
        public String subject() {
            return policyId;
        }

        @Override
        public String customerId() {
            return null;
        }
    }

    /** A limit on a customer was asked of the insurer. */
    record LimitRequested(UUID limitId, String policyId, String customerId, Money amount, LocalDate effectiveFrom)
            implements PolicyEvent {
        @Override
        public String subject() {
            return limitId.toString();
        }
    }

    /**
     * The insurer decided on a limit, or changed an earlier decision.
     *
     * @param decision granted, reduced, refused or cancelled
     * @param amount the limit from {@code effectiveFrom} on; zero when refused or cancelled
     */
    record LimitDecided(
            UUID limitId,
            String policyId,
            String customerId,
            String decision,
            Money amount,
            LocalDate effectiveFrom,
            LocalDate effectiveTo)
            implements PolicyEvent {
        @Override
        public String subject() {
            return limitId.toString();
        }
    }

    /** The insured part of what a customer owes changed. */
    record CoverChanged(String customerId, String policyId, Money outstanding, Money insured, Money uninsured)
            implements PolicyEvent {
        @Override
        public String subject() {
            return customerId;
        }
    }

    /**
     * The oldest unpaid receivable is past its extension period: deliveries from this day on are not insured.
     *
     * @param lastCoveredDay the last day whose deliveries were insured
     */
    record CoverStopped(
            String customerId, String policyId, UUID oldestInvoiceId, LocalDate lastCoveredDay, LocalDate stopOn)
            implements PolicyEvent {
        @Override
        public String subject() {
            return customerId;
        }
    }

    /** The reason for a stop is gone: deliveries from this day on are insured again. */
    record CoverResumed(String customerId, String policyId, LocalDate resumedOn) implements PolicyEvent {
        @Override
        public String subject() {
            return customerId;
        }
    }

    /**
     * A day is near by which the policy demands an act.
     *
     * @param kind stop or report
     */
    record PolicyDeadlineApproaching(
            String customerId, String policyId, UUID invoiceId, String kind, LocalDate dueOn, int daysLeft)
            implements PolicyEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }
}
