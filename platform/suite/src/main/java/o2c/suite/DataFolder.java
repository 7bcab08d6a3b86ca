package o2c.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Properties;
import java.util.stream.Stream;
import o2c.testkit.TemporaryFolder;

/** The folder in which one local suite keeps everything: rows, records, tokens, logs, pids. One suite at a time. */
final class DataFolder implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final String MARK = "o2c-suite.properties";
    private static final String LAYOUT = "1";
    private static final String POSTGRES = "18";

    private final Path root;
    private final FileChannel channel;
    private LocalDate clock;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** Takes the folder for this process, makes it when absent, and refuses one that is not a suite's. */
    static DataFolder take(Path root) {
        refuseForeign(root);
        try {
            Files.createDirectories(root.resolve("run"));
            Files.createDirectories(root.resolve("logs"));
            return new DataFolder(root, lock(root));
        } catch (IOException e) {
            throw new Refused("The data folder " + root + " cannot be used: " + e.getMessage() + ".");
        }
    }

    /** Checks what an earlier run left, or begins anew; {@code clock} may be null. Nothing of it may run any more. */
    void prepare(boolean fresh, LocalDate wantedClock) {
        try {
            if (fresh) {
                empty();
            }
            readOrMake(wantedClock);
        } catch (IOException e) {
            throw new Refused("The data folder " + root + " cannot be used: " + e.getMessage() + ".");
        }
    }

    private static void refuseForeign(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new Refused(root + " is a file; --data needs a folder.");
        }
        try (Stream<Path> content = Files.list(root)) {
            if (content.findAny().isPresent()
                    && !Files.exists(root.resolve(MARK))
                    && !Files.exists(root.resolve("run"))) {
                throw new Refused(root + " holds other things than a suite's data (" + MARK
                        + " is missing); name another folder with --data.");
            }
        } catch (IOException e) {
            throw new Refused("The data folder " + root + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("run/suite.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new Refused("The suite already runs on " + root + "; deploy/down stops it.");
        }
        return channel;
    }

    private void empty() throws IOException {
        for (String part : new String[] {"postgres", "kafka", "tokens", "keys", "services", "logs", "replay", MARK}) {
            TemporaryFolder.delete(root.resolve(part));
        }
        Files.createDirectories(root.resolve("logs"));
    }

    private void readOrMake(LocalDate wanted) throws IOException {
        Path mark = root.resolve(MARK);
        if (Files.exists(mark)) {
            clock = read(mark);
            if (wanted != null && !wanted.equals(clock)) {
                throw new Refused("The clock of " + root + " began on " + clock
                        + "; another first day needs --fresh, and POST /v1/test-clock moves it forward.");
            }
        } else {
            clock = wanted == null ? LocalDate.now(ZONE) : wanted;
            Properties marks = new Properties();
            marks.setProperty("layout", LAYOUT);
            marks.setProperty("clock", clock.toString());
            try (OutputStream out = Files.newOutputStream(mark)) {
                marks.store(out, "data of an order-to-cash risk suite");
            }
        }
    }

    private LocalDate read(Path mark) {
        Properties marks = new Properties();
        try (Reader in = Files.newBufferedReader(mark)) {
            marks.load(in);
            if (!LAYOUT.equals(marks.getProperty("layout"))) {
                throw new Refused(root + " was written by another version of the suite; start with --fresh.");
            }
            Path version = postgres().resolve("PG_VERSION");
            boolean databaseIsFine = !Files.exists(postgres())
                    || POSTGRES.equals(Files.readString(version).strip());
            if (!databaseIsFine) {
                throw new Refused(postgres() + " is not a PostgreSQL " + POSTGRES + " database; start with --fresh.");
            }
            return LocalDate.parse(marks.getProperty("clock", ""));
        } catch (IOException | DateTimeException | IllegalArgumentException broken) {
            throw new Refused("The data folder " + root + " is broken (" + broken.getMessage()
                    + "); start with --fresh, which throws its data away.");
        }
    }

    Path root() {
        return root;
    }

    /** The sandbox tenants' business date when this folder was made. */
    LocalDate clock() {
        return clock;
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path tokens() {
        return root.resolve("tokens");
    }

    Path signingKey() {
        return root.resolve("keys/signing-key");
    }

    Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    Path pid(String name) {
        return pidFile(root, name);
    }

    static Path pidFile(Path root, String name) {
        return root.resolve("run").resolve(name + ".pid");
    }

    /** Written when everything is up, removed when it stops. */
    Path ready() {
        return root.resolve("run/suite.ready");
    }

    /** The folder a service runs in; its {@code config/application.properties} holds the local settings. */
    Path workOf(Service service) {
        return root.resolve("services").resolve(service.fullName());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
