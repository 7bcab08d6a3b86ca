package o2c.dunning.rates.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import o2c.kernel.Percentage;

/** All scales by name and first day, from the shipped file. */
public record Scales(List<Row> rows) {

    public Scales {
        rows = List.copyOf(rows);
    }

    /** One slice of one scale; minimum and maximum are those of the whole scale. */
    public record Row(
            String scale,
            LocalDate validFrom,
            Currency currency,
            Scale.Slice slice,
            BigDecimal minimum,
            BigDecimal maximum) {}

    /** Reads the shipped file. */
    public static Scales read(List<String> lines) {
        return new Scales(ShippedLines.in(lines).map(Scales::row).toList());
    }

    /** The scale of that name in force on a day. */
    public Optional<Scale> find(String name, LocalDate day) {
        List<Row> all = rows.stream().filter(row -> row.scale.equals(name)).toList();
        return all.stream()
                .map(Row::validFrom)
                .filter(from -> !from.isAfter(day))
                .max(LocalDate::compareTo)
                .map(from ->
                        all.stream().filter(row -> row.validFrom.equals(from)).toList())
                .map(Scales::scale);
    }

    /** The sum that is due for each late receivable between businesses. */
    public Optional<Scale> fixedSum(Jurisdiction jurisdiction, DebtorKind debtor, LocalDate day) {
        return debtor.isConsumer() ? Optional.empty() : find("fixed-sum-" + jurisdiction, day);
    }

    /** The scale of collection costs or damages that the law sets, where it sets one. */
    public Optional<Scale> costs(Jurisdiction jurisdiction, DebtorKind debtor, LocalDate day) {
        return switch (jurisdiction) {
            case NL -> find("collection-NL", day);
            case BE -> debtor.isConsumer() ? find("damages-BE", day) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Scale scale(List<Row> rows) {
        Row first = rows.get(0);
        return new Scale(first.currency, rows.stream().map(Row::slice).toList(), first.minimum, first.maximum);
    }

    private static Row row(String[] field) {
        return new Row(
                field[0],
                LocalDate.parse(field[1]),
                Currency.getInstance(field[2]),
                new Scale.Slice(new BigDecimal(field[3]), new BigDecimal(field[4]), Percentage.of(field[5])),
                optional(field[6]),
                optional(field[7]));
    }

    private static BigDecimal optional(String field) {
        return field.isEmpty() ? null : new BigDecimal(field);
    }
}
