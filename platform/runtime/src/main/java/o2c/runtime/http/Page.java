package o2c.runtime.http;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param nextCursor what to send as {@code cursor} for the next page, or null on the last one
 */
public record Page<T>(List<T> items, String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page of the first {@code limit} rows.
     *
     * @param rows one row more than the limit when there is a next page
     * @param positionOf what the next page starts after; it travels as an opaque cursor
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> positionOf) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, Cursor.seal(positionOf.apply(items.get(limit - 1))));
    }
}
