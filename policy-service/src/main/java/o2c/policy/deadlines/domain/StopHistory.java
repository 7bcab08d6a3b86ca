package o2c.policy.deadlines.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The days on which deliveries to a customer were not insured, because a receivable was unpaid past its extension
 * period.
 *
 * @param stops apart from each other, earliest first
 */
public record StopHistory(List<Stop> stops) {

    public static final StopHistory NEVER = new StopHistory(List.of());

    /**
     * A run of days.
     *
     * @param until last day, both included; {@link LocalDate#MAX} while it lasts
     */
    public record Stop(LocalDate from, LocalDate until) {

        /**
         * The stop that one receivable causes within the days of one policy version.
         *
         * @param endedOn the day at whose close it no longer counted; null while it counts
         */
        public static Optional<Stop> within(
                LocalDate periodFrom, LocalDate periodTo, LocalDate stopOn, LocalDate endedOn) {
            LocalDate from = stopOn.isAfter(periodFrom) ? stopOn : periodFrom;
            LocalDate lasted = endedOn == null ? LocalDate.MAX : endedOn.minusDays(1);
            LocalDate until = lasted.isBefore(periodTo) ? lasted : periodTo;
            return until.isBefore(from) ? Optional.empty() : Optional.of(new Stop(from, until));
        }

        private boolean reaches(Stop later) {
            return until.equals(LocalDate.MAX) || !later.from.isAfter(until.plusDays(1));
        }

        private Stop joined(Stop later) {
            return new Stop(from, until.isAfter(later.until) ? until : later.until);
        }
    }

    /** Joins stops that touch or overlap. */
    public static StopHistory of(Collection<Stop> stops) {
        List<Stop> joined = new ArrayList<>();
        stops.stream().sorted(Comparator.comparing(Stop::from)).forEach(stop -> {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).reaches(stop)) {
                joined.set(last, joined.get(last).joined(stop));
            } else {
                joined.add(stop);
            }
        });
        return new StopHistory(List.copyOf(joined));
    }

    public boolean isStoppedOn(LocalDate day) {
        return stops.stream().anyMatch(stop -> !day.isBefore(stop.from()) && !day.isAfter(stop.until()));
    }

    /** The day on which the last stop up to a day ended, so that deliveries were insured again. */
    public Optional<LocalDate> resumedBy(LocalDate day) {
        return stops.stream()
                .filter(stop -> stop.until().isBefore(day))
                .reduce((earlier, later) -> later)
                .map(stop -> stop.until().plusDays(1));
    }
}
