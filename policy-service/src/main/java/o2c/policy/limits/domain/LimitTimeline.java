package o2c.policy.limits.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import o2c.kernel.Money;
import o2c.policy.policies.domain.InForce;

/**
 * The limit of one customer under one policy through time.
 *
 * @param steps earliest first; before the first there is no limit
 */
public record LimitTimeline(List<LimitStep> steps) {

    /** How long the insurer's last word keeps the seller from setting a limit himself. */
    public static final int MONTHS_OF_SILENCE = 12;

    public LimitTimeline {
        steps = List.copyOf(steps);
    }

    /**
     * Stacks limits on the policy's blind cover. An insurer's decision, zero included, goes before a discretionary
     * limit; of a lasting and a temporary one the higher counts; a discretionary limit goes before blind cover, which
     * ends with the policy.
     *
     * @param limits all limits of this customer under this policy
     * @param periods the days on which versions of this policy govern
     */
    public static LimitTimeline of(List<Limit> limits, List<InForce> periods) {
        return of(limits, periods, null);
    }

    /** @param adverseOn the day on which adverse information ended what the seller may set himself, or null */
    public static LimitTimeline of(List<Limit> limits, List<InForce> periods, LocalDate adverseOn) {
        List<LimitStep> steps = new ArrayList<>();
        TreeSet<LocalDate> days = changes(limits, periods);
        if (adverseOn != null) {
            days.add(adverseOn);
        }
        for (LocalDate day : days) {
            onDay(day, limits, periods, isAdverse(day, adverseOn)).ifPresent(step -> {
                if (steps.isEmpty()) {
                    steps.add(step);
                } else if (!steps.get(steps.size() - 1).coversLike(step)) {
                    steps.add(steps.get(steps.size() - 1).followedBy(step));
                }
            });
        }
        return new LimitTimeline(steps);
    }

    /** The step in force on a day. */
    public Optional<LimitStep> on(LocalDate day) {
        return steps.stream().filter(step -> !step.from().isAfter(day)).reduce((earlier, later) -> later);
    }

    public boolean isPositiveOn(LocalDate day) {
        return on(day).filter(step -> step.amount().isPositive()).isPresent();
    }

    /** The days, up to and including {@code day}, from which on less may be covered than the day before. */
    public List<LocalDate> cutsUpTo(LocalDate day) {
        List<LocalDate> cuts = new ArrayList<>();
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i - 1).amount().exceeds(steps.get(i).amount())
                    && !steps.get(i).from().isAfter(day)) {
                cuts.add(steps.get(i).from());
            }
        }
        return cuts;
    }

    private static TreeSet<LocalDate> changes(List<Limit> limits, List<InForce> periods) {
        TreeSet<LocalDate> days = new TreeSet<>();
        limits.stream().flatMap(limit -> limit.entries().stream()).forEach(entry -> {
            days.add(entry.effectiveFrom());
            if (entry.effectiveTo() != null) {
                days.add(entry.effectiveTo().plusDays(1));
            }
        });
        periods.forEach(period -> {
            days.add(period.from());
            days.add(period.to().plusDays(1));
        });
        return days;
    }

    private static boolean isAdverse(LocalDate day, LocalDate adverseOn) {
        return adverseOn != null && !day.isBefore(adverseOn);
    }

    private static Optional<LimitStep> onDay(
            LocalDate day, List<Limit> limits, List<InForce> periods, boolean adverse) {
        Optional<LimitStep> decided = insurer(day, limits);
        return decided.filter(step -> step.amount().isPositive())
                .or(() -> adverse ? Optional.empty() : rebuilt(day, limits))
                .or(() -> decided)
                .or(() -> adverse ? Optional.empty() : discretionary(day, limits))
                .or(() -> adverse ? Optional.empty() : blind(day, periods))
                .or(() -> limits.stream().findFirst().map(any -> nothing(day, any.requested())))
                .or(() -> periods.stream()
                        .flatMap(period -> period.terms().blindCover().stream())
                        .findFirst()
                        .map(any -> nothing(day, any.amount())));
    }

    private static Optional<LimitStep> insurer(LocalDate day, List<Limit> limits) {
        return decided(day, limits, LimitKind.INSURER, LimitKind.TEMPORARY)
                .max(Comparator.comparing(LimitStep::amount));
    }

    private static Optional<LimitStep> discretionary(LocalDate day, List<Limit> limits) {
        return decided(day, limits, LimitKind.DISCRETIONARY).reduce((earlier, later) -> later);
    }

    /** A limit that the seller set himself twelve months or more after the insurer last decided. */
    private static Optional<LimitStep> rebuilt(LocalDate day, List<Limit> limits) {
        Optional<LocalDate> decidedOn = lastInsurerDecision(limits, day);
        List<Limit> later = limits.stream()
                .filter(limit -> limit.kind() == LimitKind.DISCRETIONARY && decidedOn.isPresent())
                .filter(limit -> !limit.effectiveFrom().isBefore(decidedOn.get().plusMonths(MONTHS_OF_SILENCE)))
                .toList();
        return discretionary(day, later);
    }

    /** The day from which the last decision of the insurer counted, up to a day. */
    public static Optional<LocalDate> lastInsurerDecision(List<Limit> limits, LocalDate day) {
        return limits.stream()
                .filter(limit -> limit.kind() != LimitKind.DISCRETIONARY)
                .flatMap(limit -> limit.entries().stream())
                .map(LimitEntry::effectiveFrom)
                .filter(from -> !from.isAfter(day))
                .max(Comparator.naturalOrder());
    }

    private static Stream<LimitStep> decided(LocalDate day, List<Limit> limits, LimitKind... kinds) {
        return limits.stream()
                .filter(limit -> List.of(kinds).contains(limit.kind()))
                .flatMap(limit -> limit.amountOn(day).stream()
                        .map(amount -> new LimitStep(day, amount, limit.kind(), limit.percentage())));
    }

    private static Optional<LimitStep> blind(LocalDate day, List<InForce> periods) {
        return periods.stream()
                .filter(period -> period.isOn(day))
                .flatMap(period -> period.terms().blindCover().stream())
                .map(cover -> new LimitStep(day, cover.amount(), LimitKind.DISCRETIONARY, cover.percentage()))
                .findFirst();
    }

    private static LimitStep nothing(LocalDate day, Money like) {
        return new LimitStep(day, Money.zero(like.currency()), LimitKind.INSURER, null);
    }
}
