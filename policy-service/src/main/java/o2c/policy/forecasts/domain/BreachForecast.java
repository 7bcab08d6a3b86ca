package o2c.policy.forecasts.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import o2c.kernel.Money;

/**
 * When more will be owed than the limit covers, if orders are invoiced when expected and the customer pays as he is
 * used
 * to.
 *
 * @param breachOn the first day on which more is expected to be owed than the limit; empty when there is none
 * @param peakOn the day on which most is expected to be owed
 * @param peak what is expected to be owed then
 */
public record BreachForecast(Optional<LocalDate> breachOn, LocalDate peakOn, Money peak) {

    /**
     * An expected movement of what is owed.
     *
     * @param amount positive when an order is invoiced, negative when a receivable is paid
     */
    public record Expected(LocalDate on, Money amount) {}

    /**
     * Plays the days from today to the end of the horizon. What is expected for a day that has passed counts today.
     *
     * @param owed what is owed now
     */
    public static BreachForecast of(
            LocalDate today, LocalDate until, Money limit, Money owed, Collection<Expected> movements) {
        Map<LocalDate, Money> byDay = new TreeMap<>();
        byDay.put(today, Money.zero(owed.currency()));
        movements.stream()
                .map(each -> each.on().isBefore(today) ? new Expected(today, each.amount()) : each)
                .filter(each -> !each.on().isAfter(until))
                .sorted(Comparator.comparing(Expected::on))
                .forEach(each -> byDay.merge(each.on(), each.amount(), Money::plus));
        Money balance = owed;
        LocalDate peakOn = today;
        Money peak = null;
        Optional<LocalDate> breachOn = Optional.empty();
        for (Map.Entry<LocalDate, Money> day : byDay.entrySet()) {
            balance = balance.plus(day.getValue());
            if (peak == null || balance.exceeds(peak)) {
                peak = balance;
                peakOn = day.getKey();
            }
            if (breachOn.isEmpty() && balance.exceeds(limit)) {
                breachOn = Optional.of(day.getKey());
            }
        }
        return new BreachForecast(breachOn, peakOn, peak);
    }
}
