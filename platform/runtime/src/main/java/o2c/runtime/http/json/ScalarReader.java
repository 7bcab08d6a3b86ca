package o2c.runtime.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Function;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Days;
import o2c.runtime.http.Decimals;

/** Reads a value that JSON carries as text, and only as text. */
final class ScalarReader<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1;

    private final transient Function<String, T> reading;

    ScalarReader(Class<T> type, Function<String, T> reading) {
        super(type);
        this.reading = reading;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            throw RuleBroken.invalid("wrong-type", "this is written as a JSON string");
        }
        return reading.apply(json.getText());
    }

    static LocalDate day(String text) {
        return Days.day(text);
    }

    static Instant instant(String text) {
        return Days.instant(text);
    }

    static BigDecimal decimal(String text) {
        return Decimals.plain(text)
                .orElseThrow(() -> RuleBroken.invalid(
                        "amount-malformed", "a decimal is plain digits with a point, such as \"12.50\""));
    }

    static Percentage percentage(String text) {
        return new Percentage(decimal(text));
    }

    static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw RuleBroken.invalid("currency-unknown", "this is no currency of ISO 4217");
        }
    }
}
