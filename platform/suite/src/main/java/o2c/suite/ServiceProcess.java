package o2c.suite;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One service as a child process that is started again when it dies, after a pause that doubles up to 30 seconds. */
final class ServiceProcess {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofSeconds(60);

    private final Service service;
    private final List<String> command;
    private final DataFolder data;
    private final String address;
    private final Consumer<String> tell;
    private Process process;
    private Duration pause = FIRST_PAUSE;
    private long startedAt;
    private boolean stopping;
    private volatile int deaths;

    ServiceProcess(Service service, List<String> command, DataFolder data, String address, Consumer<String> tell) {
        this.service = service;
        this.command = command;
        this.data = data;
        this.address = address;
        this.tell = tell;
    }

    Service service() {
        return service;
    }

    synchronized void start() {
        if (stopping) {
            return;
        }
        File log = data.log(service.fullName()).toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(data.workOf(service).toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        try {
            process = builder.start();
            startedAt = System.nanoTime();
            Files.writeString(data.pid(service.fullName()), String.valueOf(process.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.onExit().thenAccept(this::died);
    }

    private synchronized void died(Process dead) {
        if (stopping) {
            return;
        }
        deaths++;
        if (System.nanoTime() - startedAt > STEADY.toNanos()) {
            pause = FIRST_PAUSE;
        }
        tell.accept(service.fullName() + " ended with code " + dead.exitValue() + " and starts again in "
                + pause.toMillis() + " ms; its log is " + data.log(service.fullName()));
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::start);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** How often it has died since the suite started. */
    int deaths() {
        return deaths;
    }

    /** The end of its log, for a person who asks why it does not start. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(data.log(service.fullName()));
            return " It ends with:\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        } catch (IOException none) {
            return "";
        }
    }

    /** Whether it says that it can do its work. */
    boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(address + "/q/health/ready").openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(2000);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Asks it to stop, without waiting; it is not started again. */
    synchronized void askToStop() {
        stopping = true;
        if (process != null) {
            process.destroy();
        }
    }

    /** Waits for the end, and forces it when it takes too long; true when it ended by itself. */
    boolean awaitEnd(Duration patience) {
        boolean byItself = process == null || Leftovers.isGone(process.toHandle(), patience);
        if (!byItself) {
            Leftovers.stop(process.toHandle(), Duration.ZERO);
        }
        try {
            Files.deleteIfExists(data.pid(service.fullName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byItself;
    }
}
