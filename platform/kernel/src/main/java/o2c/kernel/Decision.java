package o2c.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an aggregate answers: its next state and the facts to announce. Saving and announcing happen in one transaction.
 *
 * @param next the state after the decision
 * @param events what happened, in order; empty when nothing changed
 */
public record Decision<S>(S next, List<Event> events) {

    public Decision {
        events = List.copyOf(events);
    }

    public static <S> Decision<S> of(S next, Event... events) {
        return new Decision<>(next, Arrays.asList(events));
    }

    /** Nothing changed, nothing to announce. */
    public static <S> Decision<S> unchanged(S state) {
        return new Decision<>(state, List.of());
    }

    /** Goes on from this decision's state and keeps the events of both. */
    public <T> Decision<T> then(Function<S, Decision<T>> step) {
        Decision<T> after = step.apply(next);
        return new Decision<>(
                after.next,
                Stream.concat(events.stream(), after.events.stream()).toList());
    }

    public boolean changedNothing() {
        return events.isEmpty();
    }
}
