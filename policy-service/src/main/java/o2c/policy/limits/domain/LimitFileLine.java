package o2c.policy.limits.domain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.policies.domain.Codes;

/**
 * One line of an insurer's file of limits: how a limit stands.
 *
 * @param fields by column
 */
public record LimitFileLine(Map<String, String> fields) {

    private static final List<String> REQUIRED = List.of("policyId", "amount", "currency", "effectiveFrom");
    private static final Set<String> ALLOWED = Set.of(
            "policyId",
            "customerId",
            "buyerId",
            "amount",
            "currency",
            "effectiveFrom",
            "effectiveTo",
            "kind",
            "percentage",
            "decision",
            "conditions",
            "reason");

    /**
     * The columns of a file, in any order.
     *
     * @throws RuleBroken {@code csv-column-missing}, {@code csv-column-unknown}, {@code csv-column-repeated}
     */
    public static List<String> columns(String header) {
        List<String> columns = cells(header).stream().map(String::strip).toList();
        for (String column : REQUIRED) {
            if (!columns.contains(column)) {
                throw RuleBroken.invalid("csv-column-missing", "the column " + column + " is missing");
            }
        }
        for (String column : columns) {
            if (!ALLOWED.contains(column)) {
                throw RuleBroken.invalid("csv-column-unknown", "there is no column " + column);
            }
        }
        if (Set.copyOf(columns).size() < columns.size()) {
            throw RuleBroken.invalid("csv-column-repeated", "a column stands twice");
        }
        return columns;
    }

    /** Reads a line; {@code csv-line-malformed}. */
    public static LimitFileLine read(List<String> columns, String text) {
        List<String> cells = cells(text);
        if (cells.size() != columns.size()) {
            throw RuleBroken.invalid(
                    "csv-line-malformed", cells.size() + " fields where the header has " + columns.size());
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                fields.put(columns.get(i), cells.get(i).strip());
            }
        }
        return new LimitFileLine(fields);
    }

    public String text(String column) {
        return fields.get(column);
    }

    public Money amount() {
        try {
            return Money.padded(new BigDecimal(present("amount")), Currency.getInstance(present("currency")));
        } catch (IllegalArgumentException malformed) {
            throw RuleBroken.invalid("amount-malformed", "an amount and an ISO 4217 currency are expected")
                    .at("/amount");
        }
    }

    /** Null when the column is empty. */
    public LocalDate day(String column) {
        try {
            return text(column) == null ? null : LocalDate.parse(text(column));
        } catch (DateTimeException malformed) {
            throw RuleBroken.invalid("date-malformed", "a day is written YYYY-MM-DD")
                    .at("/" + column);
        }
    }

    public Percentage percentage() {
        try {
            return text("percentage") == null ? null : Percentage.of(text("percentage"));
        } catch (NumberFormatException malformed) {
            throw RuleBroken.invalid("percentage-malformed", "a decimal in percent is expected")
                    .at("/percentage");
        }
    }

    public LimitKind kind() {
        return text("kind") == null ? LimitKind.INSURER : Codes.choice(LimitKind.class, text("kind"), "/kind");
    }

    /** What the insurer decided; granted unless told, refused when the amount is zero. */
    public LimitDecision decision() {
        boolean zero = amount().isZero();
        LimitStatus status = text("decision") == null
                ? zero ? LimitStatus.REFUSED : LimitStatus.GRANTED
                : Codes.choice(LimitStatus.class, text("decision"), "/decision");
        return new LimitDecision(
                status,
                zero ? null : amount(),
                day("effectiveFrom"),
                day("effectiveTo"),
                text("reason"),
                text("conditions"));
    }

    public String present(String column) {
        if (text(column) == null) {
            throw RuleBroken.invalid("not-null", "the field " + column + " is empty")
                    .at("/" + column);
        }
        return text(column);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            if (next == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (next == '"') {
                quoted = !quoted;
            } else if (next == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(next);
            }
        }
        if (quoted) {
            throw RuleBroken.invalid("csv-line-malformed", "a quote is not closed");
        }
        cells.add(cell.toString());
        return cells;
    }
}
