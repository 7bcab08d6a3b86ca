package o2c.policy.cover.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import o2c.kernel.Money;
import o2c.policy.limits.domain.LimitStep;
import o2c.policy.limits.domain.LimitTimeline;

/** Sets cover once, on the day of delivery, from the room the limit then has; it never grows ("no top-up"). */
final class FixedParts implements CoveredParts {

    @Override
    public List<Money> on(LocalDate day, List<CoverItem> oldestFirst, LimitTimeline limits) {
        List<Money> granted = new ArrayList<>(oldestFirst.size());
        List<Money> covered = new ArrayList<>(oldestFirst.size());
        for (CoverItem item : oldestFirst) {
            LocalDate start = item.receivable().issuedOn();
            Money open = item.insurableOn(start);
            Money limit = limits.on(start).map(LimitStep::amount).orElse(Money.zero(open.currency()));
            Money room = limit.minus(inUse(start, oldestFirst, granted, open));
            granted.add(open.min(room.orZero()));
            covered.add(item.insurableOn(day).min(granted.get(granted.size() - 1)));
        }
        return covered;
    }

    private static Money inUse(LocalDate day, List<CoverItem> items, List<Money> granted, Money like) {
        Money sum = Money.zero(like.currency());
        for (int i = 0; i < granted.size(); i++) {
            sum = sum.plus(items.get(i).insurableOn(day).min(granted.get(i)));
        }
        return sum;
    }
}
