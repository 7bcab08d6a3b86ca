package o2c.invoice.books;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.UUID;
import o2c.kernel.Money;

/** Reads the suite's values from a row of an answer. */
public final class Read {

    private Read() {}

    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime instant = row.getObject(column, OffsetDateTime.class);
        return instant == null ? null : instant.toInstant();
    }

    /** A number without trailing zeros and never with an exponent, or null. */
    public static BigDecimal plain(BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** The amount of a column in the currency of the column {@code currency}, or null. */
    public static Money money(ResultSet row, String column) throws SQLException {
        return money(row, column, Currency.getInstance(row.getString("currency")));
    }

    /** The amount of a column in that currency, or null. */
    public static Money money(ResultSet row, String column, Currency currency) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : Money.padded(amount.stripTrailingZeros(), currency);
    }
}
