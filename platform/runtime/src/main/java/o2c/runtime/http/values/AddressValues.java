package o2c.runtime.http.values;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Days;
import o2c.runtime.http.Decimals;
import o2c.runtime.http.HttpRefusal;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Reads the values of an address strictly: a malformed query parameter is a 400 that names it, a malformed part of the
 * path is a 404, because nothing can be there.
 */
@Provider
class AddressValues implements ParamConverterProvider {

    private record Kind(String code, Function<String, Object> reading) {}

    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(UUID.class, new Kind("uuid-malformed", AddressValues::uuid)),
            Map.entry(LocalDate.class, new Kind("date-malformed", Days::day)),
            Map.entry(Instant.class, new Kind("instant-malformed", Days::instant)),
            Map.entry(BigDecimal.class, new Kind("decimal-malformed", AddressValues::decimal)),
            Map.entry(int.class, new Kind("number-malformed", Integer::valueOf)),
            Map.entry(Integer.class, new Kind("number-malformed", Integer::valueOf)),
            Map.entry(long.class, new Kind("number-malformed", Long::valueOf)),
            Map.entry(Long.class, new Kind("number-malformed", Long::valueOf)),
            Map.entry(boolean.class, new Kind("truth-malformed", AddressValues::truth)),
            Map.entry(Boolean.class, new Kind("truth-malformed", AddressValues::truth)));

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Kind kind = type.isEnum() ? new Kind("value-unknown", text -> constant(type, text)) : KINDS.get(type);
        return kind == null ? null : new Strict<>(kind, annotations == null ? new Annotation[0] : annotations);
    }

    private static Object uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return id;
    }

    private static Object decimal(String text) {
        return Decimals.plain(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Kebab.nameOf((Enum<?>) constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private record Strict<T>(Kind kind, Annotation[] annotations) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return (T) kind.reading.apply(text);
            } catch (RuleBroken refused) {
                throw refusal(refused.code(), refused.getMessage());
            } catch (RuntimeException malformed) {
                throw refusal(kind.code, "this is not a value of the kind that is asked for");
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }

        private HttpRefusal refusal(String code, String detail) {
            for (Annotation annotation : annotations) {
                if (annotation instanceof PathParam || annotation instanceof RestPath) {
                    return new HttpRefusal(404, "not-found", "there is nothing at this address");
                }
                if (annotation instanceof QueryParam query) {
                    return new HttpRefusal(400, code, detail).at("/query/" + query.value());
                }
            }
            return new HttpRefusal(400, code, detail);
        }
    }
}
