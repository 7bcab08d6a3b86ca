package o2c.policy.cover.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import o2c.kernel.Money;
import o2c.policy.limits.domain.LimitStep;
import o2c.policy.limits.domain.LimitTimeline;

/**
 * Fills the limit of the day oldest first. A cut is not retroactive: each receivable keeps, as a floor, what was
 * covered of it at the close of the day before the last cut, as far as it is still open.
 */
final class SiloParts implements CoveredParts {

    @Override
    public List<Money> on(LocalDate day, List<CoverItem> oldestFirst, LimitTimeline limits) {
        List<Money> floors = null;
        for (LocalDate cut : limits.cutsUpTo(day)) {
            floors = fill(cut.minusDays(1), oldestFirst, limits, floors);
        }
        return fill(day, oldestFirst, limits, floors);
    }

    private static List<Money> fill(LocalDate day, List<CoverItem> items, LimitTimeline limits, List<Money> floors) {
        List<Money> covered = new ArrayList<>(items.size());
        Money left = limits.on(day).map(LimitStep::amount).orElse(null);
        for (int i = 0; i < items.size(); i++) {
            Money open = items.get(i).insurableOn(day);
            Money room = left == null ? Money.zero(open.currency()) : left.orZero();
            Money floor = floors == null ? Money.zero(open.currency()) : floors.get(i);
            Money part = open.min(floor.max(room));
            covered.add(part);
            left = left == null ? null : left.minus(part);
        }
        return covered;
    }
}
