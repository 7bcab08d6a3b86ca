package o2c.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** {@code deploy/down [--data DIR]}: stops a running suite and waits until everything of it is gone. */
public final class Down {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Down() {}

    public static void main(String[] args) {
        try {
            Path root = Path.of(System.getProperty(Up.ROOT, "")).toAbsolutePath();
            System.out.println(stop(Options.parse(root, args).data()));
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            System.exit(2);
        }
    }

    private static String stop(Path folder) {
        if (!Files.exists(folder)) {
            return "No suite runs on " + folder + ".";
        }
        Optional<ProcessHandle> suite = Leftovers.runningOf(DataFolder.pidFile(folder, "suite"));
        suite.ifPresent(process -> Leftovers.stop(process, PATIENCE));
        try (DataFolder data = DataFolder.take(folder)) {
            Suite.stopLeftOvers(data);
        }
        return suite.isPresent() ? "The suite on " + folder + " is stopped." : "No suite runs on " + folder + ".";
    }
}
