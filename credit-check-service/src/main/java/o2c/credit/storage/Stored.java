package o2c.credit.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import o2c.contracts.json.EventJson;

/** What is kept whole, as JSON text: facts, answers and definitions that must be read again as they were. */
public final class Stored {

    private Stored() {}

    public static String text(Object value) {
        try {
            return value == null ? null : EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value behind a text; null for none. */
    public static <T> T read(String text, Class<T> type) {
        try {
            return text == null ? null : EventJson.mapper().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for a type with parameters. */
    public static <T> T read(String text, TypeReference<T> type) {
        try {
            return text == null ? null : EventJson.mapper().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
