package o2c.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import o2c.contracts.Publisher;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker in this JVM (KRaft, broker and controller in one, loopback only), with the suite's topics: one per
 * publisher and one {@code .parked} beside each. Records are kept for ever in its directory.
 */
public final class KafkaBroker implements AutoCloseable {

    public static final int PARTITIONS = 12;

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts on the directory, which is made when absent and keeps its records over restarts. */
    public static KafkaBroker start(Path directory, int port) {
        Quiet.servers();
        Properties settings = settings(directory, port, Ports.free());
        format(directory, settings);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        KafkaBroker broker = new KafkaBroker(server, port);
        broker.createTopics();
        return broker;
    }

    /** Starts on an empty temporary directory and a free port. */
    public static KafkaBroker forTests() {
        try {
            return start(TemporaryFolder.create("o2c-kafka"), Ports.free());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** The suite's topics, parked ones included. */
    public static List<String> topics() {
        return Arrays.stream(Publisher.values())
                .map(Publisher::topic)
                .flatMap(topic -> Stream.of(topic, topic + ".parked"))
                .toList();
    }

    private void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> absent = topics().stream()
                    .filter(topic -> !present.contains(topic))
                    .map(topic -> new NewTopic(topic, topic.endsWith(".parked") ? 1 : PARTITIONS, (short) 1))
                    .collect(Collectors.toList());
            admin.createTopics(absent).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not make its topics: " + e.getMessage(), e);
        }
    }

    private static Properties settings(Path directory, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", directory.resolve("log").toAbsolutePath().toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.retention.hours", "-1");
        settings.put("log.segment.bytes", "67108864");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("log.cleaner.threads", "1");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("offsets.topic.num.partitions", "4");
        for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(internal + ".replication.factor", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        return settings;
    }

    private static void format(Path directory, Properties settings) {
        if (Files.exists(directory.resolve("log").resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve("server.properties");
            try (OutputStream out = Files.newOutputStream(file)) {
                settings.store(out, null);
            }
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            int outcome = StorageTool.execute(
                    new String[] {
                        "format", "-t", Uuid.randomUuid().toString(), "-c", file.toString(), "--ignore-formatted"
                    },
                    new PrintStream(said, true, StandardCharsets.UTF_8));
            if (outcome != 0) {
                throw new IllegalStateException("Kafka cannot use " + directory + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka cannot use " + directory, e);
        }
    }
}
