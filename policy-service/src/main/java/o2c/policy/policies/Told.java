package o2c.policy.policies;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.function.Function;

/**
 * A field of a request that keeps what is stored when it is left out and is cleared by {@code null}.
 *
 * @param isTold whether the caller sent the field at all
 * @param value what he sent; null clears
 */
@JsonDeserialize(using = ToldReader.class)
record Told<T>(boolean isTold, T value) {

    static <T> Told<T> nothing() {
        return new Told<>(false, null);
    }

    /** What the caller sent, or what is stored; a cleared field falls back to what a silent policy says. */
    T or(T stored, T silent) {
        T chosen = isTold ? value : stored;
        return chosen == null ? silent : chosen;
    }

    <R> Told<R> map(Function<T, R> reading) {
        return new Told<>(isTold, value == null ? null : reading.apply(value));
    }
}
