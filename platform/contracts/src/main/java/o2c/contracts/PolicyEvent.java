package o2c.contracts;

import java.time.LocalDate;
import java.util.List;
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
     * @param decision granted, reduced, suspended, refused or cancelled
     * @param amount the limit from {@code effectiveFrom} on; zero when suspended, refused or cancelled
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
     * @param kind stop, report, hand-over, claim or adverse-report
     */
    record PolicyDeadlineApproaching(
            String customerId, String policyId, UUID invoiceId, String kind, LocalDate dueOn, int daysLeft)
            implements PolicyEvent {
        @Override
        public String subject() {
            return invoiceId.toString();
        }
    }

    /**
     * A customer is known to be a certain legal entity: limits and stops of that buyer hold for it from this day on.
     */
    record BuyerLinked(String customerId, String buyerId, LocalDate linkedOn) implements PolicyEvent {
        @Override
        public String subject() {
            return buyerId;
        }
    }

    /** A customer no longer belongs to a legal entity and is its own buyer again. */
    record BuyerUnlinked(String customerId, String buyerId, LocalDate unlinkedOn) implements PolicyEvent {
        @Override
        public String subject() {
            return buyerId;
        }
    }

    /** More of what a customer owes than before is not covered at all. */
    record ExposureUncovered(String customerId, String policyId, Money uncovered, Money before) implements PolicyEvent {
        @Override
        public String subject() {
            return customerId;
        }
    }

    /** Open orders and payment habit let a customer pass the limit within the horizon of the forecast. */
    record LimitBreachForecast(String customerId, String policyId, Money limit, Money exposure, LocalDate breachOn)
            implements PolicyEvent {
        @Override
        public String subject() {
            return customerId;
        }
    }

    /** The insurer was told of something that the policy wants reported. */
    record InsurerReported(
            UUID reportId, String customerId, String policyId, String kind, List<UUID> invoiceIds, LocalDate reportedOn)
            implements PolicyEvent {
        @Override
        public String subject() {
            return reportId.toString();
        }
    }

    /** The insurer agreed to something that the policy does not allow without him. */
    record InsurerConsentGiven(
            UUID consentId,
            String customerId,
            String policyId,
            String kind,
            UUID invoiceId,
            LocalDate givenOn,
            LocalDate until)
            implements PolicyEvent {
        @Override
        public String subject() {
            return consentId.toString();
        }
    }

    /** Something became known of a customer that the insurer must be told; discretionary cover ends. */
    record AdverseInformationFound(
            String customerId, String policyId, String information, LocalDate knownOn, LocalDate reportBy)
            implements PolicyEvent {
        @Override
        public String subject() {
            return customerId;
        }
    }

    /** A claim was filed with the insurer. */
    record ClaimFiled(
            UUID claimId,
            String customerId,
            String policyId,
            List<UUID> invoiceIds,
            Money loss,
            Money covered,
            LocalDate filedOn,
            LocalDate lossOn)
            implements PolicyEvent {
        @Override
        public String subject() {
            return claimId.toString();
        }
    }

    /** The insurer decided on a claim. */
    record ClaimSettled(
            UUID claimId, String customerId, String policyId, String outcome, Money indemnity, LocalDate settledOn)
            implements PolicyEvent {
        @Override
        public String subject() {
            return claimId.toString();
        }
    }

    /** Money came in after the loss and was shared with the insurer. */
    record RecoveryShared(
            UUID claimId,
            UUID recoveryId,
            String customerId,
            Money recovered,
            Money costs,
            Money insurer,
            Money seller,
            LocalDate receivedOn)
            implements PolicyEvent {
        @Override
        public String subject() {
            return claimId.toString();
        }
    }

    /** The reserve for losses that no insurer pays was assessed, filled or drawn. */
    record ReserveChanged(String reserveId, String cause, Money fund, Money target, Money movement, LocalDate changedOn)
            implements PolicyEvent {
        @Override
        public String subject() {
            return reserveId;
        }

        @Override
        public String customerId() {
            return null;
        }
    }
}
