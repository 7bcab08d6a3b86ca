package o2c.policy.cover.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.policy.limits.domain.LimitKind;
import o2c.policy.limits.domain.LimitStep;
import o2c.policy.limits.domain.LimitTimeline;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.InForce;

/**
 * Shares one limit out over the receivables of one customer under one policy and says what is insured of each.
 *
 * @param policyId null in a free calculation
 */
public record CoverSheet(String policyId, CoverRule rule, LimitTimeline limits) {

    /** The sheet of a policy that goes by the rule of its version of the day, or of its last one before. */
    public static CoverSheet of(String policyId, List<InForce> periods, LimitTimeline limits, LocalDate day) {
        InForce current = periods.stream()
                .filter(period -> !period.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(periods.get(0));
        return new CoverSheet(policyId, current.terms().rule(), limits);
    }

    /** One line per receivable, oldest first, at the close of a day. */
    public List<CoverLine> on(LocalDate day, List<CoverItem> items) {
        List<CoverItem> sorted = items.stream().sorted(CoverItem.OLDEST_FIRST).toList();
        List<CoverItem> eligible = sorted.stream().filter(CoverItem::isEligible).toList();
        Iterator<Money> covered =
                CoveredParts.by(rule).on(day, eligible, limits).iterator();
        List<CoverLine> lines = new ArrayList<>(items.size());
        for (CoverItem item : sorted) {
            lines.add(
                    item.isEligible()
                            ? CoverLine.covered(item, policyId, day, covered.next(), percentage(item, day))
                            : CoverLine.excluded(item, policyId, day));
        }
        return lines;
    }

    private Percentage percentage(CoverItem item, LocalDate day) {
        return limits.steps().stream()
                .filter(step -> !step.from().isAfter(day))
                .filter(step -> isFor(item.limitKind(), step))
                .reduce((earlier, later) -> later)
                .map(LimitStep::percentage)
                .orElse(item.terms().insuredPercentage());
    }

    private static boolean isFor(LimitKind kind, LimitStep step) {
        return kind == null || kind == step.kind();
    }
}
