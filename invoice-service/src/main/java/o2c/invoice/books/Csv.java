package o2c.invoice.books;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import o2c.kernel.Money;

/** Writes CSV (RFC 4180) in which no text can act as a formula where it is opened; figures are left as they are. */
public final class Csv {

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n\u0000";

    private final Writer out;

    public Csv(Writer out) {
        this.out = out;
    }

    /** One line of cells; amounts are written as plain decimals, nulls as nothing. */
    public void line(Object... cells) {
        try {
            out.write(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")) + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Money money) {
            return money.amount().toPlainString();
        }
        if (value instanceof BigDecimal || value instanceof Number) {
            return value.toString();
        }
        String text = value.toString();
        boolean formula = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        boolean plain = !formula && text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? text : "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
