package o2c.invoice.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Decimals;

/** Turns CSV lines of receipts into the requests they stand for. */
final class CsvPayments {

    private static final Set<String> NEEDED = Set.of("customerId", "receivedOn", "amount", "currency");

    /** These go into the request as they stand. */
    private static final Set<String> PLAIN =
            Set.of("customerId", "receivedOn", "sellerId", "reference", "orderId", "externalId");

    private static final Set<String> POSSIBLE = Stream.concat(
                    PLAIN.stream(), Stream.of("amount", "currency", "invoiceNumber", "onAccount"))
            .collect(Collectors.toUnmodifiableSet());

    private final List<String> columns;

    private CsvPayments(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * A reader for files with this header.
     *
     * @throws RuleBroken {@code csv-column-missing}, {@code csv-column-unknown}, {@code csv-column-repeated}
     */
    static CsvPayments of(String header) {
        List<String> names =
                CsvInvoices.fields(header).stream().map(String::strip).toList();
        for (String name : names) {
            if (!POSSIBLE.contains(name)) {
                throw RuleBroken.refused("csv-column-unknown", "there is no column '" + name + "'");
            }
        }
        if (Set.copyOf(names).size() < names.size()) {
            throw RuleBroken.refused("csv-column-repeated", "a column is there twice");
        }
        if (!names.containsAll(NEEDED)) {
            throw RuleBroken.refused("csv-column-missing", "these columns are needed: " + NEEDED);
        }
        return new CsvPayments(names);
    }

    /**
     * The request of a line as JSON.
     *
     * @throws RuleBroken {@code csv-line-malformed}, {@code csv-field-count}, {@code amount-malformed},
     *     {@code currency-unknown}
     */
    String json(String line) {
        List<String> fields = CsvInvoices.fields(line);
        if (fields.size() != columns.size()) {
            throw RuleBroken.invalid(
                    "csv-field-count", fields.size() + " fields, but the header has " + columns.size());
        }
        Map<String, String> told = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).isEmpty()) {
                told.put(columns.get(i), fields.get(i));
            }
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        PLAIN.stream().filter(told::containsKey).sorted().forEach(name -> request.put(name, told.get(name)));
        if (told.containsKey("onAccount")) {
            request.put("onAccount", isTrue(told.get("onAccount")));
        }
        if (told.containsKey("amount")) {
            request.set("amount", money(told));
            if (told.containsKey("invoiceNumber")) {
                ObjectNode part = request.putArray("allocations").addObject();
                part.put("invoiceNumber", told.get("invoiceNumber")).set("amount", money(told));
            }
        }
        return request.toString();
    }

    private static ObjectNode money(Map<String, String> told) {
        BigDecimal amount = Decimals.plain(told.get("amount"))
                .orElseThrow(() -> RuleBroken.invalid(
                                "amount-malformed", "an amount is plain digits with a point, such as 12.50")
                        .at("/amount"));
        Money money = padded(amount, currency(told.get("currency")));
        return JsonNodeFactory.instance
                .objectNode()
                .put("amount", money.amount().toPlainString())
                .put("currency", money.currency().getCurrencyCode());
    }

    private static Money padded(BigDecimal amount, Currency currency) {
        try {
            return Money.padded(amount, currency);
        } catch (RuleBroken moreDigits) {
            throw moreDigits.at("/amount");
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code == null ? "" : code);
        } catch (IllegalArgumentException unknown) {
            throw RuleBroken.invalid("currency-unknown", "this is no currency of ISO 4217")
                    .at("/currency");
        }
    }

    private static boolean isTrue(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw RuleBroken.invalid("truth-malformed", "true or false").at("/onAccount");
    }
}
