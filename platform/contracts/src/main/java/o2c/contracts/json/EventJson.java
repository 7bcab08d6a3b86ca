package o2c.contracts.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import o2c.kernel.Event;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/**
 * How events look as JSON: money is {@code {"amount":"12.50","currency":"EUR"}}, decimals and percentages are plain
 * decimal strings, days and instants are ISO 8601, nulls are left out. Reading ignores fields it does not know, so that
 * contracts can grow, and is strict about everything else.
 */
public final class EventJson {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,18})?");
    private static final ObjectMapper MAPPER = newMapper();

    private EventJson() {}

    /** The shared mapper; callers do not configure it. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** The event's data as UTF-8 JSON. */
    public static byte[] write(Event event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write " + event.getClass().getSimpleName(), e);
        }
    }

    /**
     * The event that UTF-8 JSON describes.
     *
     * @throws UncheckedIOException when the data is not JSON or does not fit the type
     */
    public static <E extends Event> E read(byte[] data, Class<E> type) {
        try {
            return MAPPER.readValue(new String(data, StandardCharsets.UTF_8), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    /** Money, percentages and decimals for any other mapper, such as that of the REST surface. */
    public static SimpleModule figures() {
        return new SimpleModule("o2c-figures")
                .addSerializer(Money.class, new MoneyWriter())
                .addDeserializer(Money.class, new MoneyReader())
                .addSerializer(Percentage.class, new PercentageWriter())
                .addDeserializer(Percentage.class, new PercentageReader())
                .addSerializer(BigDecimal.class, new DecimalWriter())
                .addDeserializer(BigDecimal.class, new DecimalReader());
    }

    private static ObjectMapper newMapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(figures())
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS, MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .build();
    }

    private static BigDecimal decimal(String text, Class<?> target, DeserializationContext context)
            throws JsonProcessingException {
        if (!DECIMAL.matcher(text).matches()) {
            throw context.weirdStringException(text, target, "not a plain decimal");
        }
        return new BigDecimal(text);
    }

    private static String text(JsonParser json, Class<?> target, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            context.reportInputMismatch(target, "a decimal is written as a string, such as \"12.50\"");
        }
        return json.getText();
    }

    private static final class MoneyWriter extends StdSerializer<Money> {
        private static final long serialVersionUID = 1;

        MoneyWriter() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("amount", money.amount().toPlainString());
            json.writeStringField("currency", money.currency().getCurrencyCode());
            json.writeEndObject();
        }
    }

    private static final class MoneyReader extends StdDeserializer<Money> {
        private static final long serialVersionUID = 1;

        MoneyReader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(json);
            JsonNode amount = node.get("amount");
            JsonNode currency = node.get("currency");
            if (amount == null || !amount.isTextual() || currency == null || !currency.isTextual()) {
                return context.reportInputMismatch(
                        Money.class, "money is an amount and a currency, both written as strings");
            }
            decimal(amount.textValue(), Money.class, context);
            try {
                return Money.of(amount.textValue(), currency.textValue());
            } catch (RuntimeException refused) {
                return context.reportInputMismatch(Money.class, "not money: %s", refused.getMessage());
            }
        }
    }

    private static final class PercentageWriter extends StdSerializer<Percentage> {
        private static final long serialVersionUID = 1;

        PercentageWriter() {
            super(Percentage.class);
        }

        @Override
        public void serialize(Percentage rate, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(rate.value().toPlainString());
        }
    }

    private static final class PercentageReader extends StdDeserializer<Percentage> {
        private static final long serialVersionUID = 1;

        PercentageReader() {
            super(Percentage.class);
        }

        @Override
        public Percentage deserialize(JsonParser json, DeserializationContext context) throws IOException {
            BigDecimal value = decimal(text(json, Percentage.class, context), Percentage.class, context);
            try {
                return new Percentage(value);
            } catch (RuntimeException refused) {
                return context.reportInputMismatch(Percentage.class, "not a percentage: %s", refused.getMessage());
            }
        }
    }

    private static final class DecimalWriter extends StdSerializer<BigDecimal> {
        private static final long serialVersionUID = 1;

        DecimalWriter() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.toPlainString());
        }
    }

    private static final class DecimalReader extends StdDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1;

        DecimalReader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return decimal(text(json, BigDecimal.class, context), BigDecimal.class, context);
        }
    }
}
