package o2c.credit.exposure.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import o2c.credit.exposure.domain.Rate.Converted;
import o2c.kernel.Money;

/**
 * What a customer owes in other currencies than the one asked about.
 *
 * @param lines converted line by line, so that the converted lines add up
 * @param unrated totals in currencies of which no rate is known
 */
public record Elsewhere(List<Line> lines, List<Money> unrated) {

    /** Nothing is owed in another currency. */
    public static final Elsewhere NOTHING = new Elsewhere(List.of(), List.of());

    /**
     * One line of the recipe in another currency.
     *
     * @param kind as in {@link ExposureKind#code}
     * @param converted signed: credits and cash are negative
     */
    public record Line(String kind, Converted converted) {}

    public Elsewhere {
        lines = List.copyOf(lines);
        unrated = List.copyOf(unrated);
    }

    /** Converts all exposures that are not in the currency asked about. */
    public static Elsewhere of(List<Exposure> all, Currency asked, Function<Currency, Optional<Rate>> rates) {
        List<Line> lines = new ArrayList<>();
        List<Money> unrated = new ArrayList<>();
        Optional<Rate> to = rates.apply(asked);
        for (Exposure exposure : all) {
            if (exposure.currency().equals(asked) || exposure.isNothing()) {
                continue;
            }
            Optional<Rate> from = rates.apply(exposure.currency());
            if (to.isEmpty() || from.isEmpty()) {
                unrated.add(exposure.total());
                continue;
            }
            exposure.lines().stream()
                    .filter(line -> !line.amount().isZero())
                    .map(line -> new Line(line.kind(), from.get().convert(line.amount(), to.get())))
                    .forEach(lines::add);
        }
        return new Elsewhere(lines, unrated);
    }

    /** All lines in the currency asked about. */
    public Money total(Currency asked) {
        return Money.sum(lines.stream().map(line -> line.converted().amount()).toList(), asked);
    }

    /** Lines whose rate is too old to decide on. */
    public List<Line> staleOn(LocalDate day) {
        return lines.stream().filter(line -> line.converted().isStaleOn(day)).toList();
    }
}
