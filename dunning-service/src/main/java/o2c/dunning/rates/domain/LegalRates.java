package o2c.dunning.rates.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import o2c.kernel.Percentage;

/** All statutory rates in force for a tenant: the shipped ones, where he has none of his own for that day. */
public record LegalRates(List<LegalRate> rows) {

    private static final Comparator<LegalRate> ORDER = Comparator.comparing(LegalRate::jurisdiction)
            .thenComparing(LegalRate::debtorKind)
            .thenComparing(LegalRate::validFrom);

    public LegalRates {
        rows = rows.stream().sorted(ORDER).toList();
    }

    /** Reads the shipped file: one row per line, fields between semicolons, after comments and one line of names. */
    public static LegalRates read(List<String> lines) {
        return new LegalRates(ShippedLines.in(lines).map(LegalRates::row).toList());
    }

    /** The same with a tenant's rows, each in place of the shipped one of its day. */
    public LegalRates with(List<LegalRate> own) {
        Stream<LegalRate> kept = rows.stream().filter(row -> own.stream().noneMatch(mine -> mine.replaces(row)));
        return new LegalRates(Stream.concat(kept, own.stream()).toList());
    }

    /** The rates of one law for one kind of debtor, oldest first. */
    public RateTable of(Jurisdiction jurisdiction, DebtorKind debtorKind) {
        return new RateTable(rows.stream()
                .filter(row -> row.jurisdiction() == jurisdiction)
                .filter(row -> row.debtorKind() == debtorKind.rateKind())
                .toList());
    }

    private static LegalRate row(String[] field) {
        return new LegalRate(
                Jurisdiction.valueOf(field[0]),
                DebtorKind.ofCode(field[1]),
                LocalDate.parse(field[2]),
                Percentage.of(field[3]),
                field[4],
                field[5]);
    }
}
