package o2c.policy.cover.domain;

import java.time.LocalDate;
import java.util.List;
import o2c.kernel.Money;
import o2c.policy.limits.domain.LimitTimeline;
import o2c.policy.policies.domain.CoverRule;

/** Shares a limit out over the eligible receivables of one customer. */
interface CoveredParts {

    /**
     * What is covered of each receivable at the close of a day.
     *
     * @param oldestFirst the eligible receivables
     */
    List<Money> on(LocalDate day, List<CoverItem> oldestFirst, LimitTimeline limits);

    static CoveredParts by(CoverRule rule) {
        return switch (rule) {
            case SILO -> new SiloParts();
            case FIXED -> new FixedParts();
            case PRO_RATA -> new ProRataParts();
        };
    }
}
