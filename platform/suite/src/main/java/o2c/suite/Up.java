package o2c.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/** {@code deploy/up}: starts the suite, tells how far it is, and keeps it running until it is told to stop. */
public final class Up {

    /** The repository's root, handed over by the script. */
    static final String ROOT = "o2c.root";

    private static final String RECORDING = " (the first time after a build takes longer; the next start is quicker)";

    private final Options options;
    private final BuiltPrograms programs;
    private final Progress progress = new Progress(System.out);
    private final CountDownLatch told = new CountDownLatch(1);

    private Up(Path root, Options options) {
        this.programs = new BuiltPrograms(root);
        this.options = options;
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String... args) {
        try {
            if (List.of(args).contains("--help")) {
                System.out.print(Options.USAGE);
                return 0;
            }
            Path root = Path.of(System.getProperty(ROOT, "")).toAbsolutePath();
            Options options = Options.parse(root, args);
            return options.background() ? Background.start(options) : new Up(root, options).untilTold();
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            return 2;
        }
    }

    /** Runs until a signal comes. Signals are handled here so that services stop before what they stand on. */
    private int untilTold() {
        try (DataFolder data = DataFolder.take(options.data())) {
            Suite.write(
                    data.pid("suite"), String.valueOf(ProcessHandle.current().pid()));
            Suite.stopLeftOvers(data);
            data.prepare(options.fresh(), options.clock());
            try (Suite suite = new Suite(data, options.firstPort(), programs, progress)) {
                onSignals(suite);
                suite.start();
                if (told.getCount() > 0) {
                    progress.print(Greeting.of(data, options.firstPort(), suite.databasePort(), suite.kafkaPort()));
                    progress.print(options.detached() ? "" : "Ctrl-C stops it.\n");
                }
                told.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                Files.deleteIfExists(data.pid("suite"));
            }
            progress.print("Stopped.\n");
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void onSignals(Suite suite) {
        for (String name : options.detached() ? List.of("INT", "TERM") : List.of("INT", "TERM", "HUP")) {
            Signal.handle(new Signal(name), signal -> {
                if (told.getCount() > 0) {
                    progress.print("\nStopping …" + (programs.areRecording() ? RECORDING : "") + "\n");
                    told.countDown();
                    suite.stopStarting();
                }
            });
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
