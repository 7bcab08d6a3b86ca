package o2c.policy.cover.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import o2c.kernel.Money;
import o2c.policy.limits.domain.LimitStep;
import o2c.policy.limits.domain.LimitTimeline;

/**
 * Covers every receivable in the proportion of the limit to all that is open; what does not divide is shared out. A cut
 * is not retroactive: each receivable keeps, as far as it is still open, what was covered of it before.
 */
final class ProRataParts implements CoveredParts {

    @Override
    public List<Money> on(LocalDate day, List<CoverItem> oldestFirst, LimitTimeline limits) {
        List<Money> floors = null;
        for (LocalDate cut : limits.cutsUpTo(day)) {
            floors = share(cut.minusDays(1), oldestFirst, limits, floors);
        }
        return share(day, oldestFirst, limits, floors);
    }

    private static List<Money> share(LocalDate day, List<CoverItem> items, LimitTimeline limits, List<Money> floors) {
        List<Money> open = items.stream().map(item -> item.insurableOn(day)).toList();
        List<Money> parts = parts(day, open, limits);
        List<Money> covered = new ArrayList<>(open.size());
        for (int i = 0; i < open.size(); i++) {
            Money part = floors == null ? parts.get(i) : parts.get(i).max(floors.get(i));
            covered.add(part.min(open.get(i)));
        }
        return covered;
    }

    private static List<Money> parts(LocalDate day, List<Money> open, LimitTimeline limits) {
        if (open.isEmpty()) {
            return open;
        }
        Money total = Money.sum(open, open.get(0).currency());
        Money limit = limits.on(day).map(LimitStep::amount).orElse(Money.zero(total.currency()));
        if (!total.exceeds(limit)) {
            return open;
        }
        List<BigDecimal> weights = open.stream().map(Money::amount).toList();
        return limit.splitBy(weights);
    }
}
