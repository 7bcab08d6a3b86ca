package o2c.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes that a pid file names: finding them again, and stopping them. */
final class Leftovers {

    /** A process that began this much later than its pid file was written is another one with a reused number. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private Leftovers() {}

    /** The Java process the file was written for, when it still runs. */
    static Optional<ProcessHandle> runningOf(Path pidFile) {
        try {
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            Instant writtenAt = Files.getLastModifiedTime(pidFile).toInstant();
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .startInstant()
                            .map(start -> start.isBefore(writtenAt.plus(TOLERANCE)))
                            .orElse(true))
                    .filter(process -> process.info()
                            .command()
                            .map(command -> command.contains("java"))
                            .orElse(true));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Asks the process to stop; kills it when it has not obeyed in time. */
    static void stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!isGone(process, patience)) {
            process.destroyForcibly();
            isGone(process, patience);
        }
    }

    static boolean isGone(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
