package o2c.suite.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Optional;
import o2c.contracts.json.EventJson;
import o2c.suite.rest.CannotGoOn;

/**
 * How far a replay is; kept in a folder after each step, so that it can go on.
 *
 * @param file the ledger's name
 * @param hash of the ledger and its mapping together: only the same replay goes on from here
 * @param registered whether seller, customers, limits and policy are known to the suite
 * @param day the day at which it is
 * @param step the last step that is done on that day
 * @param millis time spent so far
 */
record Position(String file, String hash, boolean registered, LocalDate day, History.Step step, long millis) {

    private static final String NAME = "position.json";

    static Optional<Position> in(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(EventJson.mapper().readValue(Files.readAllBytes(file), Position.class));
        } catch (IOException broken) {
            throw new CannotGoOn("The position of the replay in " + file + " cannot be read.");
        }
    }

    Position registeredNow() {
        return new Position(file, hash, true, day, step, millis);
    }

    Position at(LocalDate newDay, History.Step done, long spent) {
        return new Position(file, hash, registered, newDay, done, spent);
    }

    /** Whether this step of this day is behind it. */
    boolean isPast(LocalDate other, History.Step done) {
        return other.isBefore(day) || other.equals(day) && done.compareTo(step) <= 0;
    }

    /** Replaces what is stored; a crash leaves the old or the new one. */
    void store(Path folder) {
        Path target = folder.resolve(NAME);
        Path draft = target.resolveSibling("position.draft");
        try {
            Files.createDirectories(target.getParent());
            Files.write(draft, EventJson.mapper().writeValueAsBytes(this));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
