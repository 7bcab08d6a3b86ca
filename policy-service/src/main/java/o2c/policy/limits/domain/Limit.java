package o2c.policy.limits.domain;

import static o2c.policy.limits.domain.LimitStatus.CANCELLED;
import static o2c.policy.limits.domain.LimitStatus.GRANTED;
import static o2c.policy.limits.domain.LimitStatus.REDUCED;
import static o2c.policy.limits.domain.LimitStatus.REFUSED;
import static o2c.policy.limits.domain.LimitStatus.REQUESTED;
import static o2c.policy.limits.domain.LimitStatus.SUSPENDED;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import o2c.contracts.PolicyEvent.LimitDecided;
import o2c.contracts.PolicyEvent.LimitRequested;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.policies.domain.Codes;

/**
 * A limit on one customer or one buyer under one policy, with everything that was decided on it.
 *
 * @param customerId the customer, or null when it is on a buyer
 * @param requested the amount asked for
 * @param effectiveTo last day asked for, or null
 * @param percentage the limit's own insured percentage, or null = the policy's
 * @param entries the decisions, oldest first
 * @param buyerId the legal entity, or null when it is on a customer
 * @param basis what justifies a discretionary limit, or null
 */
public record Limit(
        UUID limitId,
        String policyId,
        String customerId,
        LimitKind kind,
        Percentage percentage,
        Money requested,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        List<LimitEntry> entries,
        String buyerId,
        LimitBasis basis) {

    public Limit {
        entries = List.copyOf(entries);
        if (requested.isNegative()) {
            throw RuleBroken.invalid("amount-negative", "a limit is not negative")
                    .at("/amount");
        }
        requirePeriod(effectiveFrom, effectiveTo);
        if (percentage != null && !percentage.isShare()) {
            throw RuleBroken.invalid("percentage-out-of-range", "an insured percentage lies from 0 to 100")
                    .at("/percentage");
        }
    }

    /** A limit on a customer. */
    public Limit(
            UUID limitId,
            String policyId,
            String customerId,
            LimitKind kind,
            Percentage percentage,
            Money requested,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            List<LimitEntry> entries) {
        this(
                limitId,
                policyId,
                customerId,
                kind,
                percentage,
                requested,
                effectiveFrom,
                effectiveTo,
                entries,
                null,
                null);
    }

    /** The same limit with other decisions on it. */
    public Limit with(List<LimitEntry> decisions) {
        return new Limit(
                limitId,
                policyId,
                customerId,
                kind,
                percentage,
                requested,
                effectiveFrom,
                effectiveTo,
                decisions,
                buyerId,
                basis);
    }

    /** The same limit as one of the buyer's customers hears of it. */
    public Limit heardBy(String customer) {
        return new Limit(
                limitId,
                policyId,
                customer,
                kind,
                percentage,
                requested,
                effectiveFrom,
                effectiveTo,
                entries,
                null,
                basis);
    }

    /** Whom it is on: a customer or a buyer. */
    public String debtorId() {
        return customerId == null ? buyerId : customerId;
    }

    /** The same limit for twelve months at most: longer no report holds. */
    public Limit forAYear() {
        LocalDate last = effectiveFrom.plusYears(1).minusDays(1);
        return new Limit(
                limitId,
                policyId,
                customerId,
                kind,
                percentage,
                requested,
                effectiveFrom,
                effectiveTo == null || effectiveTo.isAfter(last) ? last : effectiveTo,
                entries,
                buyerId,
                basis);
    }

    /** The same limit with an insured percentage of its own. */
    public Limit at(Percentage own) {
        return new Limit(
                limitId,
                policyId,
                customerId,
                kind,
                own,
                requested,
                effectiveFrom,
                effectiveTo,
                entries,
                buyerId,
                basis);
    }

    public LimitStatus status() {
        return last().map(LimitEntry::decision).orElse(REQUESTED);
    }

    /** Asks the insurer; nothing is insured until he decides. */
    public Decision<Limit> request() {
        return Decision.of(this, new LimitRequested(limitId, policyId, customerId, requested, effectiveFrom));
    }

    /**
     * Takes down a decision.
     *
     * @param day the business day on which it became known
     * @throws RuleBroken {@code limit-ended} after a refusal or cancellation, {@code limit-already-decided} when a
     *     decided limit is refused, {@code limit-not-decided} when there is nothing to cancel or reduce yet,
     *     {@code reduction-not-lower} when a reduction is no reduction
     */
    public Decision<Limit> decide(LimitDecision said, LocalDate day) {
        return decide(said, day, 0);
    }

    /** @param noticeDays after which a cut by the insurer counts when no day is told */
    public Decision<Limit> decide(LimitDecision said, LocalDate day, int noticeDays) {
        if (status() == REFUSED || status() == CANCELLED) {
            throw RuleBroken.refused("limit-ended", "the limit was " + Codes.text(status()) + "; ask for a new one");
        }
        LimitEntry entry = new LimitEntry(
                entries.size() + 1,
                said.decision(),
                amountOf(said),
                startOf(said, day.plusDays(isCut(said) ? noticeDays : 0)),
                said.effectiveTo() != null || said.decision() == CANCELLED ? said.effectiveTo() : effectiveTo,
                said.reason(),
                said.conditions());
        requirePeriod(entry.effectiveFrom(), entry.effectiveTo());
        Limit next = with(Stream.concat(entries.stream(), Stream.of(entry)).toList());
        return Decision.of(
                next,
                new LimitDecided(
                        limitId,
                        policyId,
                        customerId,
                        Codes.text(entry.decision()),
                        entry.amount(),
                        entry.effectiveFrom(),
                        entry.effectiveTo()));
    }

    /** What a file's line means for a limit that runs: a refusal ends it, less is a reduction. */
    public LimitDecision follow(LimitDecision said) {
        boolean ends = said.amount() == null && said.decision() == REFUSED && status() != REQUESTED;
        boolean lowers = said.decision() == GRANTED
                && last().filter(entry -> entry.amount().exceeds(said.amount())).isPresent();
        LimitStatus meant = ends ? CANCELLED : lowers ? REDUCED : said.decision();
        return new LimitDecision(
                meant, said.amount(), said.effectiveFrom(), said.effectiveTo(), said.reason(), said.conditions());
    }

    /** Whether a decision would change neither amount nor days. */
    public boolean saysAlready(LimitDecision said) {
        return last().filter(entry -> said.amount() != null
                        && entry.amount().equals(said.amount())
                        && entry.effectiveFrom().equals(said.effectiveFrom())
                        && Objects.equals(
                                entry.effectiveTo(), said.effectiveTo() == null ? effectiveTo : said.effectiveTo()))
                .isPresent();
    }

    /** The amount in force on a day; empty when nothing is decided for that day. */
    public Optional<Money> amountOn(LocalDate day) {
        return entryOn(day)
                .map(entry -> entry.effectiveTo() != null && day.isAfter(entry.effectiveTo())
                        ? Money.zero(requested.currency())
                        : entry.amount());
    }

    /** Whether anything was decided that is effective on this day, even if it has run out. */
    public boolean isDecidedOn(LocalDate day) {
        return entryOn(day).isPresent();
    }

    private Optional<LimitEntry> entryOn(LocalDate day) {
        return entries.stream()
                .filter(entry -> !entry.effectiveFrom().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    private Optional<LimitEntry> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    private Money amountOf(LimitDecision said) {
        if (said.amount() != null && said.amount().isNegative()) {
            throw RuleBroken.invalid("amount-negative", "a limit is not negative")
                    .at("/amount");
        }
        return switch (said.decision()) {
            case GRANTED -> said.amount() == null ? requested : said.amount();
            case REDUCED -> reduced(said.amount());
            case REFUSED -> refused();
            case CANCELLED, SUSPENDED -> ended();
            case REQUESTED ->
                throw RuleBroken.invalid("decision-unknown", "granted, reduced, suspended, refused or cancelled")
                        .at("/decision");
        };
    }

    private Money reduced(Money amount) {
        if (amount == null) {
            throw RuleBroken.invalid("amount-missing", "a reduction names the new amount")
                    .at("/amount");
        }
        Money before = last().map(LimitEntry::amount).orElse(requested);
        if (!before.exceeds(amount)) {
            throw RuleBroken.refused("reduction-not-lower", "the limit is " + before + " already")
                    .at("/amount");
        }
        return amount;
    }

    private Money refused() {
        if (status() != REQUESTED) {
            throw RuleBroken.refused("limit-already-decided", "a decided limit is reduced or cancelled, not refused");
        }
        return Money.zero(requested.currency());
    }

    private boolean isCut(LimitDecision said) {
        boolean byInsurer = kind != LimitKind.DISCRETIONARY;
        return byInsurer && (said.decision() == REDUCED || said.decision() == CANCELLED);
    }

    private Money ended() {
        if (status() == REQUESTED) {
            throw RuleBroken.refused("limit-not-decided", "a limit without a decision cannot be ended");
        }
        return Money.zero(requested.currency());
    }

    private LocalDate startOf(LimitDecision said, LocalDate day) {
        if (said.effectiveFrom() != null) {
            return said.effectiveFrom();
        }
        return status() == REQUESTED ? effectiveFrom : day;
    }

    private static void requirePeriod(LocalDate from, LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw RuleBroken.invalid("period-reversed", "effectiveTo lies before effectiveFrom")
                    .at("/effectiveTo");
        }
    }
}
