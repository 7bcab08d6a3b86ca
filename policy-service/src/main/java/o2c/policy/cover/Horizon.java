package o2c.policy.cover;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import o2c.policy.clauses.domain.ExtensionAnchor;
import o2c.policy.limits.domain.Limit;
import o2c.policy.limits.domain.LimitTimeline;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.InForce;
import o2c.policy.policies.domain.PolicyBook;

/**
 * How far back paid receivables still matter for the cover of a day: to the day before a limit was cut while something
 * still open was delivered already, or to the stop that a late payer caused.
 */
record Horizon(PolicyBook book, LocalDate day) {

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);
    private static final int NEVER = 1_000_000;

    /** Whether any customer can need receivables that are paid by now. */
    boolean mayReachBack(Collection<List<Limit>> limitsOf) {
        return book.periods().stream().anyMatch(period -> period.terms().discretionary() != null)
                || limitsOf.stream()
                        .flatMap(List::stream)
                        .anyMatch(limit -> limit.entries().size() > 1
                                || limit.entries().stream().anyMatch(entry -> entry.effectiveTo() != null));
    }

    /** The day after whose close a payment must have come for its receivable to matter. */
    LocalDate since(List<Limit> limits, LocalDate oldestOpenOn) {
        if (book.periods().stream().anyMatch(period -> period.terms().rule() == CoverRule.FIXED)) {
            return EVER;
        }
        return oldestOpenOn == null
                ? day
                : policyIds(limits)
                        .flatMap(policyId -> cuts(policyId, limits))
                        .filter(cut -> cut.isAfter(oldestOpenOn))
                        .map(cut -> cut.minusDays(1))
                        .min(LocalDate::compareTo)
                        .filter(first -> first.isBefore(day))
                        .orElse(day);
    }

    /** Fewer days after the due day than any extension period that runs from it. */
    int daysAfterDue() {
        return shortest(ExtensionAnchor.DUE);
    }

    /** Fewer days after the invoice day than any extension period that runs from it. */
    int daysAfterInvoice() {
        return shortest(ExtensionAnchor.INVOICE);
    }

    private int shortest(ExtensionAnchor anchor) {
        return book.periods().stream()
                .filter(period -> period.terms().extensionAnchor() == anchor)
                .mapToInt(period -> period.terms().extensionPeriod().atLeastDays())
                .min()
                .orElse(NEVER);
    }

    private Stream<String> policyIds(List<Limit> limits) {
        return Stream.concat(
                        book.periods().stream().map(InForce::policyId),
                        limits.stream().map(Limit::policyId))
                .filter(Objects::nonNull)
                .distinct();
    }

    private Stream<LocalDate> cuts(String policyId, List<Limit> limits) {
        List<Limit> under = limits.stream()
                .filter(limit -> limit.policyId().equals(policyId))
                .toList();
        return LimitTimeline.of(under, book.periodsOf(policyId)).cutsUpTo(day).stream();
    }
}
