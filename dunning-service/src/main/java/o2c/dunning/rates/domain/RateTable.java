package o2c.dunning.rates.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;

/**
 * The rates of one law for one kind of debtor.
 *
 * @param rows oldest first; may be empty
 */
public record RateTable(List<LegalRate> rows) {

    public RateTable {
        rows = List.copyOf(rows);
    }

    /** The rate in force on a day; refuses {@code rate-unknown} before the first one. */
    public Percentage on(LocalDate day) {
        return rows.stream()
                .filter(row -> !row.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(LegalRate::annualRate)
                .orElseThrow(() -> RuleBroken.refused("rate-unknown", "no statutory rate is known for " + day));
    }

    /** The first day after this one on which a row begins. */
    public Optional<LocalDate> changeAfter(LocalDate day) {
        return rows.stream()
                .map(LegalRate::validFrom)
                .filter(from -> from.isAfter(day))
                .findFirst();
    }

    /** Whether the rate of a day is not announced yet: the last one is carried on past its half-year. */
    public boolean isProvisionalOn(LocalDate day) {
        return !rows.isEmpty() && day.isAfter(rows.get(rows.size() - 1).certainUntil());
    }
}
