package o2c.runtime.http.problems;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StaleStateException;

/**
 * Failures of the database, told by SQLSTATE. Away, full and busy are different things to a caller: come back, call the
 * operator, try again.
 */
final class DatabaseDiagnosis {

    private static final Map<String, Diagnosis> STATES = Map.ofEntries(
            Map.entry("40001", busy()),
            Map.entry("40P01", busy()),
            Map.entry("55P03", busy()),
            Map.entry("53100", Diagnosis.of(507, "storage-full", "there is no room to store this")),
            Map.entry("23505", Diagnosis.of(409, "already-exists", "something with this name is there already")),
            Map.entry(
                    "23503", Diagnosis.of(409, "still-connected", "it names something that is not there, or is named")),
            Map.entry("23514", Diagnosis.of(422, "refused-by-books", "the books do not allow this value")),
            Map.entry("22001", Diagnosis.of(400, "text-too-long", "a text is longer than its field")),
            Map.entry("22003", Diagnosis.of(400, "number-out-of-range", "a number does not fit its field")),
            Map.entry("22021", Diagnosis.of(400, "text-malformed", "a text cannot be stored exactly")),
            Map.entry("22P05", Diagnosis.of(400, "text-malformed", "a text cannot be stored exactly")),
            Map.entry("57014", away()),
            Map.entry("25006", away()));

    private DatabaseDiagnosis() {}

    static Optional<Diagnosis> of(Throwable failure, boolean ifMatchSent) {
        if (Causes.find(failure, OptimisticLockException.class).isPresent()
                || Causes.find(failure, StaleStateException.class).isPresent()) {
            return Optional.of(
                    Diagnosis.of(ifMatchSent ? 412 : 409, "changed-meanwhile", "somebody else changed it meanwhile"));
        }
        return Causes.find(failure, SQLException.class).flatMap(DatabaseDiagnosis::ofState);
    }

    private static Optional<Diagnosis> ofState(SQLException failure) {
        SQLException first = failure.getSQLState() == null && failure.getNextException() != null
                ? failure.getNextException()
                : failure;
        String state = first.getSQLState();
        if (state == null || state.startsWith("08") || state.startsWith("57P")) {
            return Optional.of(away());
        }
        Diagnosis known = STATES.get(state);
        return known == null && state.startsWith("53") ? Optional.of(away()) : Optional.ofNullable(known);
    }

    private static Diagnosis busy() {
        return Diagnosis.of(409, "busy", "others are changing the same things, try again")
                .retryAfter(1);
    }

    private static Diagnosis away() {
        return Diagnosis.of(503, "temporarily-unavailable", "the service cannot reach its database, try again")
                .retryAfter(2);
    }
}
