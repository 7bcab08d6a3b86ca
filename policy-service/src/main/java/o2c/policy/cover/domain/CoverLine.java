package o2c.policy.cover.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.policy.ledger.domain.Receivable;

/**
 * What is insured of one receivable. Always: outstanding = insured + uninsured, and uninsured = the sum of the reasons.
 *
 * @param policyId the policy it stands under, or null
 * @param outstanding what the ledger says is open
 * @param covered what the limit covers of it, before the insured percentage
 * @param percentage at which the covered part is insured; null when nothing can be
 * @param suspended the part of the covered amount that a dispute suspends
 */
public record CoverLine(
        Receivable receivable,
        String policyId,
        Money outstanding,
        Money covered,
        Money suspended,
        Money insured,
        List<UninsuredPart> reasons,
        Percentage percentage) {

    public Money uninsured() {
        return outstanding.minus(insured);
    }

    static CoverLine excluded(CoverItem item, String policyId, LocalDate day) {
        Money open = item.receivable().openOn(day);
        Money none = Money.zero(open.currency());
        return new CoverLine(
                item.receivable(),
                policyId,
                open,
                none,
                none,
                none,
                parts(new UninsuredPart(item.excluded(), open)),
                null);
    }

    static CoverLine covered(CoverItem item, String policyId, LocalDate day, Money covered, Percentage percentage) {
        Money open = item.receivable().openOn(day);
        Money insurable = item.insurableOn(day);
        Money undisputed = insurable.minus(item.suspendedOn(day)).orZero();
        Money active = covered.min(undisputed);
        Money insured = percentage.of(active);
        return new CoverLine(
                item.receivable(),
                policyId,
                open,
                covered,
                covered.minus(active),
                insured,
                parts(
                        new UninsuredPart(Reason.OVER_LIMIT, insurable.minus(covered)),
                        new UninsuredPart(Reason.DISPUTED, covered.minus(active)),
                        new UninsuredPart(Reason.OWN_RETENTION, active.minus(insured)),
                        new UninsuredPart(Reason.VAT, open.minus(insurable))),
                percentage);
    }

    private static List<UninsuredPart> parts(UninsuredPart... parts) {
        return Stream.of(parts).filter(part -> !part.amount().isZero()).toList();
    }
}
