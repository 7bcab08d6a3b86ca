package o2c.invoice.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import o2c.kernel.Money;

/** Turns rows into the arrays that {@code unnest} takes, one per column. */
public record Columns<T>(List<T> rows) {

    public Columns {
        rows = List.copyOf(rows);
    }

    public String[] texts(Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    public UUID[] ids(Function<T, UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }

    public LocalDate[] days(Function<T, LocalDate> column) {
        return rows.stream().map(column).toArray(LocalDate[]::new);
    }

    public BigDecimal[] numbers(Function<T, BigDecimal> column) {
        return rows.stream().map(column).toArray(BigDecimal[]::new);
    }

    /** The figures of a money column; where there is no money, null. */
    public BigDecimal[] amounts(Function<T, Money> column) {
        return numbers(row -> {
            Money money = column.apply(row);
            return money == null ? null : money.amount();
        });
    }
}
