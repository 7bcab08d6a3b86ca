package o2c.runtime.http.problems;

import java.util.Optional;

/** Looks for a kind of failure in a chain of causes. */
final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    static <T> Optional<T> find(Throwable failure, Class<T> kind) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < DEEPEST; depth++) {
            if (kind.isInstance(link)) {
                return Optional.of(kind.cast(link));
            }
            link = link.getCause();
        }
        return Optional.empty();
    }
}
