package o2c.runtime.http.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import o2c.contracts.json.EventJson;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/**
 * How the REST surface reads and writes JSON. What Jackson would accept and change in silence (a number in exponent
 * notation, a third decimal, an enum as a number, a duplicate key, a text that PostgreSQL cannot keep) is refused.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_NUMBER = 40;
    private static final int MAX_TEXT = 100_000;
    private static final int MAX_NAME = 256;

    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // the container hands over a finished mapper, so there is no builder to configure
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().setStreamReadConstraints(constraints());
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.configure(MapperFeature.AUTO_DETECT_IS_GETTERS, false);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        mapper.setSerializationInclusion(JsonInclude.Include.NON_NULL);
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        refuseCoercion(mapper);
        AnnotationIntrospector names = AnnotationIntrospector.pair(
                mapper.getDeserializationConfig().getAnnotationIntrospector(), new KebabEnums());
        mapper.setAnnotationIntrospector(names);
        mapper.registerModule(EventJson.figures());
        mapper.registerModule(strictReaders());
    }

    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER)
                .maxStringLength(MAX_TEXT)
                .maxNameLength(MAX_NAME)
                .build();
    }

    private static void refuseCoercion(ObjectMapper mapper) {
        mapper.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.TryConvert);
        for (LogicalType type : new LogicalType[] {LogicalType.Integer, LogicalType.Float, LogicalType.Boolean}) {
            mapper.coercionConfigFor(type).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        }
    }

    private static SimpleModule strictReaders() {
        return new SimpleModule("o2c-strict")
                .addDeserializer(String.class, new TextReaders.OfText())
                .addDeserializer(JsonNode.class, new TextReaders.OfTree())
                .addKeyDeserializer(String.class, new TextReaders.OfKey())
                .addDeserializer(LocalDate.class, new ScalarReader<>(LocalDate.class, ScalarReader::day))
                .addDeserializer(Instant.class, new ScalarReader<>(Instant.class, ScalarReader::instant))
                .addDeserializer(BigDecimal.class, new ScalarReader<>(BigDecimal.class, ScalarReader::decimal))
                .addDeserializer(Percentage.class, new ScalarReader<>(Percentage.class, ScalarReader::percentage))
                .addDeserializer(Currency.class, new ScalarReader<>(Currency.class, ScalarReader::currency))
                .addDeserializer(Money.class, new MoneyReader());
    }
}
