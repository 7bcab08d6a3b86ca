package o2c.policy.claims.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.PolicyEvent.ClaimFiled;
import o2c.contracts.PolicyEvent.ClaimSettled;
import o2c.contracts.PolicyEvent.RecoveryShared;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.policies.domain.Codes;
import o2c.policy.reckoning.domain.Step;

/**
 * A claim on the insurer, from filing to the last recovery.
 *
 * @param policyVersion the version whose clauses decide
 * @param handedOverOn day of hand-over for collection, or null when the buyer is insolvent
 * @param lossOn the day on which it counts as a loss: the end of the waiting period, or the opening of the insolvency
 * @param invoices what is claimed, oldest first
 * @param percentage insured percentage of what is covered
 * @param receivedBeforeLoss what came in after filing and before the day of loss
 * @param settlement what the insurer decided, or null
 */
public record Claim(
        UUID claimId,
        String policyId,
        int policyVersion,
        String customerId,
        Cause cause,
        LocalDate handedOverOn,
        LocalDate filedOn,
        LocalDate lossOn,
        List<Claimed> invoices,
        Percentage percentage,
        Money receivedBeforeLoss,
        Settlement settlement) {

    /** Why it is a loss. */
    public enum Cause {
        NON_PAYMENT,
        INSOLVENCY
    }

    /** How far it is. */
    public enum Status {
        FILED,
        PAID,
        REJECTED
    }

    /** A receivable as it stood when the claim was filed. */
    public record Claimed(UUID invoiceId, String number, Money outstanding, Money covered) {}

    /** What the insurer decided. */
    public record Settlement(LocalDate on, Status outcome, Indemnity indemnity) {}

    /** Money that came in on a claim. */
    public record Recovery(
            UUID recoveryId,
            LocalDate receivedOn,
            Money amount,
            Money costs,
            Money insurer,
            Money seller,
            boolean afterLoss,
            List<Step> steps) {}

    public Claim {
        invoices = List.copyOf(invoices);
    }

    public Status status() {
        return settlement == null ? Status.FILED : settlement.outcome();
    }

    /** What is lost: open at filing, less what came in before the day of loss. */
    public Money loss() {
        return sum(invoices.stream().map(Claimed::outstanding).toList())
                .minus(receivedBeforeLoss)
                .orZero();
    }

    /** What the limit covers of the loss; money that came in first makes room for what was not covered before. */
    public Money covered() {
        return sum(invoices.stream().map(Claimed::covered).toList()).min(loss());
    }

    public Decision<Claim> file() {
        return Decision.of(
                this,
                new ClaimFiled(
                        claimId,
                        customerId,
                        policyId,
                        invoices.stream().map(Claimed::invoiceId).toList(),
                        loss(),
                        covered(),
                        filedOn,
                        lossOn));
    }

    /**
     * Takes down the insurer's decision.
     *
     * @param indemnity by the policy's clauses; zero when rejected
     * @throws RuleBroken {@code claim-settled}, {@code waiting-period-runs} before the day of loss
     */
    public Decision<Claim> settle(Status outcome, Indemnity indemnity, LocalDate on) {
        if (settlement != null) {
            throw RuleBroken.refused("claim-settled", "the insurer decided on " + settlement.on());
        }
        if (on.isBefore(lossOn)) {
            throw RuleBroken.refused("waiting-period-runs", "it counts as a loss on " + lossOn)
                    .at("/settledOn");
        }
        Claim next = with(receivedBeforeLoss, new Settlement(on, outcome, indemnity));
        return Decision.of(
                next, new ClaimSettled(claimId, customerId, policyId, Codes.text(outcome), indemnity.amount(), on));
    }

    /**
     * Takes down money that came in. Before the day of loss it lowers the loss; after it, it is shared by each side's
     * share of the loss, once the insurer has decided.
     *
     * @throws RuleBroken {@code claim-not-settled} for money after the loss, {@code claim-settled} for money before it,
     *     {@code recovery-exceeds-loss}, {@code costs-exceed-recovery}
     */
    public Decision<Recovered> recover(UUID recoveryId, Money amount, Money costs, LocalDate receivedOn) {
        return receivedOn.isBefore(lossOn)
                ? before(recoveryId, amount, receivedOn)
                : after(recoveryId, amount, costs, receivedOn);
    }

    /** The claim after a recovery, and the recovery itself. */
    public record Recovered(Claim claim, Recovery recovery) {}

    private Decision<Recovered> before(UUID recoveryId, Money amount, LocalDate receivedOn) {
        if (settlement != null) {
            throw RuleBroken.refused("claim-settled", "the loss was reckoned on " + settlement.on())
                    .at("/receivedOn");
        }
        if (amount.exceeds(loss())) {
            throw RuleBroken.refused("recovery-exceeds-loss", "the loss is " + loss())
                    .at("/amount");
        }
        Money none = Money.zero(amount.currency());
        Recovery recovery = new Recovery(
                recoveryId,
                receivedOn,
                amount,
                none,
                none,
                amount,
                false,
                List.of(new Step("received before the day of loss, to the oldest", amount)));
        Claim next = with(receivedBeforeLoss.plus(amount), null);
        return Decision.of(new Recovered(next, recovery));
    }

    private Decision<Recovered> after(UUID recoveryId, Money amount, Money costs, LocalDate receivedOn) {
        if (settlement == null) {
            throw RuleBroken.refused(
                    "claim-not-settled", "money after the loss is shared when the insurer has decided");
        }
        if (amount.exceeds(loss())) {
            throw RuleBroken.refused("recovery-exceeds-loss", "the loss is " + loss())
                    .at("/amount");
        }
        RecoverySharing sharing = RecoverySharing.of(
                amount,
                costs,
                new RecoverySharing.Loss(
                        loss(), covered(), settlement.indemnity().amount()));
        Recovery recovery = new Recovery(
                recoveryId, receivedOn, amount, costs, sharing.insurer(), sharing.seller(), true, sharing.steps());
        return Decision.of(
                new Recovered(this, recovery),
                new RecoveryShared(
                        claimId,
                        recoveryId,
                        customerId,
                        amount,
                        costs,
                        sharing.insurer(),
                        sharing.seller(),
                        receivedOn));
    }

    private Claim with(Money before, Settlement decided) {
        return new Claim(
                claimId,
                policyId,
                policyVersion,
                customerId,
                cause,
                handedOverOn,
                filedOn,
                lossOn,
                invoices,
                percentage,
                before,
                decided);
    }

    private Money sum(List<Money> amounts) {
        return Money.sum(amounts, receivedBeforeLoss.currency());
    }
}
