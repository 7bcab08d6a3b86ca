package o2c.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import o2c.testkit.KafkaBroker;
import o2c.testkit.Ports;
import o2c.testkit.PostgresCluster;
import o2c.testkit.SigningKey;
import o2c.testkit.Tokens;

/**
 * The whole suite on this machine: PostgreSQL and Kafka, run from this process, and four services as child processes.
 * Services start as soon as the database is there; Kafka comes up beside them.
 */
final class Suite implements AutoCloseable {

    /** How services are started. */
    interface Programs {

        /** The command line; the service is started in its own work folder. */
        List<String> commandOf(Service service);

        /** The service was asked to stop and ended by itself. */
        default void endedWell(Service service) {}
    }

    private static final Duration START_PATIENCE = Duration.ofSeconds(180);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(45);
    private static final int HOPELESS = 3;
    private static final int USUAL_DATABASE_PORT = 15432;
    private static final int USUAL_KAFKA_PORT = 19092;

    private final DataFolder data;
    private final int firstPort;
    private final Programs programs;
    private final Progress progress;
    private final List<ServiceProcess> services = new ArrayList<>();
    private final int kafkaPort = Ports.freeOr(USUAL_KAFKA_PORT);
    private final int databasePort = Ports.freeOr(USUAL_DATABASE_PORT);
    private CompletableFuture<PostgresCluster> postgres = CompletableFuture.completedFuture(null);
    private CompletableFuture<KafkaBroker> kafka = CompletableFuture.completedFuture(null);
    private volatile boolean stopping;

    Suite(DataFolder data, int firstPort, Programs programs, Progress progress) {
        this.data = data;
        this.firstPort = firstPort;
        this.programs = programs;
        this.progress = progress;
    }

    /** Stops what a killed run left behind: its services first, then its database. */
    static void stopLeftOvers(DataFolder data) {
        Arrays.stream(Service.values())
                .map(service -> data.pid(service.fullName()))
                .flatMap(file -> Leftovers.runningOf(file).stream())
                .toList()
                .forEach(process -> Leftovers.stop(process, STOP_PATIENCE));
        PostgresCluster.stopLeftOver(data.postgres());
    }

    /** Starts everything and returns when all four services are ready. */
    void start() {
        refuseTakenPorts();
        writeTokens();
        postgres = progress.during(
                "PostgreSQL",
                () -> PostgresCluster.durable(data.postgres(), databasePort),
                "127.0.0.1:" + databasePort);
        kafka = progress.during("Kafka", () -> KafkaBroker.start(data.kafka(), kafkaPort), "127.0.0.1:" + kafkaPort);
        await(postgres, "PostgreSQL");
        if (!stopping) {
            startServices();
        }
        await(kafka, "Kafka");
        awaitReady();
        if (!stopping) {
            write(data.ready(), "ready");
        }
    }

    private void refuseTakenPorts() {
        for (Service service : Service.values()) {
            if (!Ports.isFree(service.port(firstPort))) {
                throw new Refused("Port " + service.port(firstPort) + ", which " + service.fullName()
                        + " needs, is taken by another program; stop that or choose other ports with --port.");
            }
        }
    }

    private void writeTokens() {
        try {
            SigningKey key = SigningKey.keptIn(data.signingKey());
            key.writePublicKey(data.tokens().resolve("public-key.pem"));
            new Tokens(key).writeTo(data.tokens());
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("The tokens cannot be written to " + data.tokens() + ": " + e.getMessage() + ".");
        }
    }

    private void startServices() {
        ServiceSettings settings = new ServiceSettings(data, firstPort, databasePort, kafkaPort);
        for (Service service : Service.values()) {
            settings.writeFor(service);
            ServiceProcess process = new ServiceProcess(
                    service, programs.commandOf(service), data, service.url(firstPort), progress::tell);
            services.add(process);
            process.start();
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        List<ServiceProcess> waiting = new ArrayList<>(services);
        while (!waiting.isEmpty() && !stopping) {
            waiting.removeIf(this::tellWhenReady);
            for (ServiceProcess service : waiting) {
                if (service.deaths() >= HOPELESS || System.nanoTime() > end) {
                    throw new Refused(service.service().fullName() + " does not become ready; its log is "
                            + data.log(service.service().fullName()) + "."
                            + service.lastWords());
                }
            }
            sleep();
        }
    }

    private boolean tellWhenReady(ServiceProcess service) {
        if (!service.isReady()) {
            return false;
        }
        progress.ready(service.service().fullName(), service.service().url(firstPort));
        return true;
    }

    /** Makes {@link #start} return early, because it was told to stop while it was waiting. */
    void stopStarting() {
        stopping = true;
    }

    int kafkaPort() {
        return kafkaPort;
    }

    int databasePort() {
        return databasePort;
    }

    /** Services first, so that they finish what they are at; then the broker, then the database. */
    @Override
    public synchronized void close() {
        stopping = true;
        try {
            Files.deleteIfExists(data.ready());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        services.forEach(ServiceProcess::askToStop);
        services.stream()
                .filter(service -> service.awaitEnd(STOP_PATIENCE))
                .forEach(service -> programs.endedWell(service.service()));
        services.clear();
        stop(kafka);
        stop(postgres);
    }

    private static void stop(CompletableFuture<? extends AutoCloseable> server) {
        try {
            AutoCloseable started = server.join();
            if (started != null) {
                started.close();
            }
        } catch (Exception neverStarted) {
            return;
        }
    }

    private static void await(CompletableFuture<?> server, String name) {
        try {
            server.join();
        } catch (CompletionException e) {
            throw new Refused(name + " did not start: " + e.getCause().getMessage());
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted while the suite was starting.");
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
