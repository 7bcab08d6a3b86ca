package o2c.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import o2c.testkit.PostgresCluster;
import o2c.testkit.Tokens;

/** What a service must know to run in the local suite. */
final class ServiceSettings {

    /** The ready-made tenants; both are sandboxes. */
    static final List<String> TENANTS = List.of("demo", "other");

    private final DataFolder data;
    private final int firstPort;
    private final String databaseHost;
    private final String bootstrapServers;

    ServiceSettings(DataFolder data, int firstPort, int databasePort, int kafkaPort) {
        this.data = data;
        this.firstPort = firstPort;
        databaseHost = "jdbc:postgresql://127.0.0.1:" + databasePort + "/";
        bootstrapServers = "127.0.0.1:" + kafkaPort;
    }

    /** Writes them where the service finds them when it is started in its own folder. */
    void writeFor(Service service) {
        Path file = data.workOf(service).resolve("config/application.properties");
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                of(service).store(out, "written at each start");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Properties of(Service service) {
        Properties settings = new Properties();
        settings.setProperty("quarkus.http.host", "127.0.0.1");
        settings.setProperty("quarkus.http.port", String.valueOf(service.port(firstPort)));
        settings.setProperty("quarkus.swagger-ui.enabled", "true");
        database(settings, databaseHost + service.key());
        settings.setProperty("kafka.bootstrap.servers", bootstrapServers);
        settings.setProperty(
                "mp.jwt.verify.publickey.location",
                data.tokens().resolve("public-key.pem").toUri().toString());
        settings.setProperty("mp.jwt.verify.issuer", Tokens.ISSUER);
        settings.setProperty("mp.jwt.verify.audiences", Tokens.AUDIENCE);
        settings.setProperty(
                "o2c.peer-tokens", data.tokens().resolve("services").toString());
        for (Service peer : Service.values()) {
            settings.setProperty("o2c.peers." + peer.key() + ".url", peer.url(firstPort));
        }
        for (String tenant : TENANTS) {
            String key = "o2c.tenants." + tenant + ".";
            settings.setProperty(key + "mode", "sandbox");
            settings.setProperty(key + "base-currency", "EUR");
            settings.setProperty(key + "time-zone", DataFolder.ZONE.getId());
            settings.setProperty(key + "clock", data.clock().toString());
        }
        return settings;
    }

    private static void database(Properties settings, String url) {
        for (String[] use : new String[][] {
            {"quarkus.datasource.", "jdbc.url", PostgresCluster.APP},
            {"quarkus.datasource.worker.", "jdbc.url", PostgresCluster.WORKER},
            {"quarkus.flyway.", "jdbc-url", PostgresCluster.MIGRATOR}
        }) {
            settings.setProperty(use[0] + use[1], url);
            settings.setProperty(use[0] + "username", use[2]);
            settings.setProperty(use[0] + "password", use[2]);
        }
    }
}
