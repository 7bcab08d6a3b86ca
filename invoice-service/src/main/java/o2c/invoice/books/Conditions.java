package o2c.invoice.books;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The where clause of a list: conditions that were asked for, and their parameters in the same order. */
public final class Conditions {

    private final StringBuilder clause;
    private final List<Object> params = new ArrayList<>();

    /** Starts with a condition that always holds. */
    public Conditions(String condition, Object... values) {
        clause = new StringBuilder(condition);
        params.addAll(Arrays.asList(values));
    }

    /** Adds a condition with one parameter, when there is a value for it. */
    public Conditions when(Object value, String condition) {
        if (value != null) {
            clause.append(" and ").append(condition);
            params.add(value);
        }
        return this;
    }

    public String clause() {
        return clause.toString();
    }

    /** The parameters, followed by others. */
    public Object[] paramsAnd(Object... more) {
        return Stream.concat(params.stream(), Arrays.stream(more)).toArray();
    }
}
