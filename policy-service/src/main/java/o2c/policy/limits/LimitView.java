package o2c.policy.limits;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.policy.limits.LimitBook.Versioned;
import o2c.policy.limits.domain.Limit;
import o2c.policy.limits.domain.LimitBasis;
import o2c.policy.limits.domain.LimitEntry;
import o2c.policy.limits.domain.LimitKind;
import o2c.policy.limits.domain.LimitStatus;

/** A limit with its history; {@code amount} is what was asked for, {@code granted} what was decided last. */
record LimitView(
        UUID limitId,
        String policyId,
        String customerId,
        String buyerId,
        LimitKind kind,
        LimitBasis basis,
        LimitStatus status,
        Money amount,
        Money granted,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        Percentage percentage,
        List<EntryView> history) {

    /** One decision; it replaces the earlier ones from {@code effectiveFrom} on. */
    record EntryView(
            LimitStatus decision,
            Money amount,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            String reason,
            String conditions) {

        static EntryView of(LimitEntry entry) {
            return new EntryView(
                    entry.decision(),
                    entry.amount(),
                    entry.effectiveFrom(),
                    entry.effectiveTo(),
                    entry.reason(),
                    entry.conditions());
        }
    }

    static LimitView of(Versioned kept) {
        return of(kept.limit());
    }

    static LimitView of(Limit limit) {
        return new LimitView(
                limit.limitId(),
                limit.policyId(),
                limit.customerId(),
                limit.buyerId(),
                limit.kind(),
                limit.basis(),
                limit.status(),
                limit.requested(),
                limit.entries().stream()
                        .reduce((earlier, later) -> later)
                        .map(LimitEntry::amount)
                        .orElse(null),
                limit.effectiveFrom(),
                limit.effectiveTo(),
                limit.percentage(),
                limit.entries().stream().map(EntryView::of).toList());
    }
}
