package o2c.suite.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import o2c.contracts.json.EventJson;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.suite.rest.CannotGoOn;

/**
 * How a ledger's columns are to be read, and what a replay adds to them. It is a JSON file; whatever it leaves out is
 * taken from the built-in one ({@code mapping.json} beside this class).
 *
 * @param separator between fields, one character
 * @param columns which column of the header holds what; {@code country}, {@code disputed} and {@code settledOn} may be
 *     left empty
 * @param dateFormat such as {@code M/d/yyyy} or {@code yyyy-MM-dd}
 * @param decimalSeparator {@code .} or {@code ,}; no separator of thousands
 * @param values per column ({@code country}, {@code disputed}) what its values mean: ISO 3166-1 alpha-2, true or false;
 *     a value that is not listed stands for itself
 * @param country of customers when there is no such column
 * @param currency of all amounts; fewer decimals than it has are padded
 * @param seller who is owed the money
 * @param creditLimit the limit that each customer gets, over the whole ledger
 * @param policy the sample policy under which the receivables are insured, over the whole ledger
 */
record Mapping(
        String separator,
        Columns columns,
        String dateFormat,
        String decimalSeparator,
        Map<String, Map<String, String>> values,
        String country,
        String currency,
        Seller seller,
        String creditLimit,
        Policy policy) {

    /** Names of columns as they stand in the header. */
    record Columns(
            String customer,
            String country,
            String invoiceNumber,
            String issuedOn,
            String dueOn,
            String amount,
            String disputed,
            String settledOn) {}

    /** The legal entity that sells. */
    record Seller(String sellerId, String name, String country, String timeZone) {}

    /**
     * A credit insurance policy.
     *
     * @param rule silo, fixed or pro-rata
     * @param extensionDays days after the due day of the oldest unpaid invoice on which cover stops
     * @param insurerLimit what the insurer grants on each customer
     */
    record Policy(String policyId, String insuredPercentage, String rule, int extensionDays, String insurerLimit) {}

    private static final ObjectMapper JSON =
            EventJson.mapper().copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** The text of the built-in mapping. */
    static String builtInText() {
        try (InputStream in = Mapping.class.getResourceAsStream("mapping.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotGoOn("The built-in mapping cannot be read.");
        }
    }

    static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException absent) {
            throw new CannotGoOn("The mapping file " + file + " cannot be read.");
        }
    }

    /** Reads a mapping; what it leaves out is as built in. */
    static Mapping parse(String text) {
        try {
            Map<?, ?> merged = merge(JSON.readValue(builtInText(), Map.class), JSON.readValue(text, Map.class));
            Mapping mapping = JSON.convertValue(merged, Mapping.class);
            mapping.check();
            return mapping;
        } catch (JsonProcessingException e) {
            throw new CannotGoOn("The mapping is not JSON: " + e.getOriginalMessage() + ".");
        } catch (IllegalArgumentException e) {
            String what = e.getCause() instanceof UnrecognizedPropertyException unknown
                    ? "knows no field " + unknown.getPropertyName()
                    : "has a field of the wrong kind";
            throw new CannotGoOn("The mapping " + what + "; deploy/replay --help shows one.");
        }
    }

    /** Objects are merged field by field; the value maps and everything else are replaced. */
    private static Map<String, Object> merge(Map<?, ?> built, Map<?, ?> told) {
        Map<String, Object> merged = new LinkedHashMap<>();
        built.forEach((name, value) -> merged.put(String.valueOf(name), value));
        told.forEach((name, value) -> {
            boolean deeper = value instanceof Map && built.get(name) instanceof Map && !"values".equals(name);
            merged.put(String.valueOf(name), deeper ? merge((Map<?, ?>) built.get(name), (Map<?, ?>) value) : value);
        });
        return merged;
    }

    private void check() {
        if (separator == null || separator.length() != 1) {
            throw new CannotGoOn("The mapping's separator is one character.");
        }
        dates();
        money(creditLimit, "creditLimit");
        money(policy.insurerLimit(), "policy.insurerLimit");
    }

    DateTimeFormatter dates() {
        try {
            // year of era would need an era when reading strictly, and a lenient reader takes 30 February
            return DateTimeFormatter.ofPattern(dateFormat.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new CannotGoOn("The mapping's dateFormat " + dateFormat + " is none.");
        }
    }

    LocalDate day(String text, DateTimeFormatter dates) {
        try {
            return LocalDate.parse(text, dates);
        } catch (DateTimeException e) {
            throw new CannotGoOn("\"" + text + "\" is no day of the form " + dateFormat);
        }
    }

    Money amount(String text) {
        return money(decimalSeparator.equals(",") ? text.replace(',', '.') : text, "amount");
    }

    Money creditLimitMoney() {
        return money(creditLimit, "creditLimit");
    }

    Money insurerLimitMoney() {
        return money(policy.insurerLimit(), "policy.insurerLimit");
    }

    /** What a value of a column means. */
    String meaning(String column, String value) {
        return values.getOrDefault(column, Map.of()).getOrDefault(value, value);
    }

    private Money money(String text, String field) {
        try {
            if (!text.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?")) {
                throw new CannotGoOn("\"" + text + "\" is no " + field);
            }
            return Money.padded(new BigDecimal(text), Currency.getInstance(currency));
        } catch (RuleBroken | IllegalArgumentException e) {
            throw new CannotGoOn("\"" + text + "\" is no " + field + " in " + currency);
        }
    }
}
