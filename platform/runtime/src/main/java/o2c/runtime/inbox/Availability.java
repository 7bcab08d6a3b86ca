package o2c.runtime.inbox;

import java.sql.SQLException;
import java.util.List;
import o2c.runtime.work.Work;

/** Tells a database that is away or busy from a statement that is wrong. */
final class Availability {

    private static final List<String> PASSING = List.of("08", "40", "53", "55", "57");

    private Availability() {}

    /** Whether the same work may well succeed a little later. */
    static boolean isMissing(Throwable failure) {
        String state = Work.sqlState(failure);
        if (!state.isEmpty()) {
            return PASSING.stream().anyMatch(state::startsWith);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
