package o2c.runtime.http;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The {@code limit} and {@code cursor} of a list, taken as a bean parameter. */
public class Paging {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    @QueryParam("limit")
    @Parameter(
            description = "How many items a page has at most (1 to 200); else 400 `limit-out-of-range`.",
            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "200", defaultValue = "50"))
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "The `nextCursor` of the page before; else 400 `cursor-malformed`.")
    String cursor;

    /** How many items the page may have, 50 unless told. */
    public int limit() {
        if (limit == null) {
            return USUAL;
        }
        try {
            int wanted = Integer.parseInt(limit);
            if (wanted >= 1 && wanted <= MOST) {
                return wanted;
            }
            throw outOfRange();
        } catch (NumberFormatException notANumber) {
            throw outOfRange();
        }
    }

    /** The position that the page before ended with, or empty for the first page. */
    public Optional<String> after() {
        return Optional.ofNullable(cursor).map(Cursor::open);
    }

    /** The position as the list itself writes it; a cursor of another list is refused. */
    public <T> Optional<T> after(Function<String, T> reader) {
        return after().map(position -> read(position, reader));
    }

    /** The position of a list that goes by UUID. */
    public Optional<UUID> afterId() {
        return after(UUID::fromString);
    }

    /** The position of a list that goes by number. */
    public Optional<Long> afterNumber() {
        return after(Long::valueOf);
    }

    private static <T> T read(String position, Function<String, T> reader) {
        try {
            return reader.apply(position);
        } catch (HttpRefusal refusal) {
            throw refusal;
        } catch (RuntimeException ofAnotherList) {
            throw new HttpRefusal(400, "cursor-malformed", "this cursor belongs to another list").at("/query/cursor");
        }
    }

    private static HttpRefusal outOfRange() {
        return new HttpRefusal(400, "limit-out-of-range", "limit is a number from 1 to " + MOST).at("/query/limit");
    }
}
