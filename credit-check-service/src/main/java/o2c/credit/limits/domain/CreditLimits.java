package o2c.credit.limits.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import o2c.contracts.CreditEvent;
import o2c.kernel.Decision;
import o2c.kernel.Event;

/**
 * All versions of one customer's credit limit. On a day the version set last among those in force counts, so that a
 * temporary raise gives way to the standing limit when it ends.
 */
public record CreditLimits(String customerId, List<CreditLimit> versions) {

    public CreditLimits {
        versions = List.copyOf(versions);
    }

    /** The limit on a day; empty when none is on file. */
    public Optional<CreditLimit> inForceOn(LocalDate day) {
        return versions.stream()
                .filter(limit -> limit.isInForceOn(day))
                .max(Comparator.comparingInt(CreditLimit::version));
    }

    /** The version set last. */
    public CreditLimit last() {
        return versions.get(versions.size() - 1);
    }

    /** Adds the limit of an approved request. */
    public Decision<CreditLimits> set(LimitRequest approved) {
        CreditLimit added = new CreditLimit(
                nextVersion(), approved.amount(), approved.validFrom(), approved.validTo(), approved.reason());
        CreditLimits next = new CreditLimits(
                customerId, Stream.concat(versions.stream(), Stream.of(added)).toList());
        return Decision.of(
                next,
                new CreditEvent.CreditLimitChanged(
                        customerId, added.amount(), added.validFrom(), added.validTo(), added.reason()));
    }

    /** What is to be announced when a day opens: yesterday's limit ended, and what counts instead, if anything. */
    public List<Event> opening(LocalDate day) {
        LocalDate yesterday = day.minusDays(1);
        return inForceOn(yesterday)
                .filter(limit -> yesterday.equals(limit.validTo()))
                .<List<Event>>map(ended -> List.of(
                        new CreditEvent.LimitExpired(customerId, ended.amount(), ended.validTo()), insteadOn(day)))
                .orElse(List.of());
    }

    private CreditEvent insteadOn(LocalDate day) {
        return inForceOn(day)
                .map(limit -> new CreditEvent.CreditLimitChanged(
                        customerId, limit.amount(), day, limit.validTo(), limit.reason()))
                .orElse(new CreditEvent.CreditLimitChanged(customerId, null, day, null, "limit-expired"));
    }

    private int nextVersion() {
        return versions.stream().mapToInt(CreditLimit::version).max().orElse(0) + 1;
    }
}
