package o2c.policy.cover.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import o2c.kernel.Money;
import o2c.policy.limits.domain.LimitStep;
import o2c.policy.limits.domain.LimitTimeline;

/** Covers every receivable in the proportion of the limit to all that is open; what does not divide is shared out. */
final class ProRataParts implements CoveredParts {

    @Override
    public List<Money> on(LocalDate day, List<CoverItem> oldestFirst, LimitTimeline limits) {
        List<Money> open =
                oldestFirst.stream().map(item -> item.insurableOn(day)).toList();
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
