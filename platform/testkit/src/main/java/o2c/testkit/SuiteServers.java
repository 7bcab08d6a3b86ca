package o2c.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * PostgreSQL and Kafka for the {@code @QuarkusTest}s of one service, and the settings that make the service use them.
 * Tenants: {@code demo} and {@code other} are sandboxes whose clock stands on 2026-01-05, {@code live} is live.
 */
public final class SuiteServers implements QuarkusTestResourceLifecycleManager {

    /** The business date of the sandbox tenants when a test module begins. */
    public static final String FIRST_DAY = "2026-01-05";

    static final String KAFKA = "testkit.kafka";
    static final String DATABASE = "testkit.database";

    private static final String NAME = "service";

    private PostgresCluster postgres;
    private KafkaBroker kafka;

    @Override
    public Map<String, String> start() {
        CompletableFuture<PostgresCluster> database =
                CompletableFuture.supplyAsync(() -> PostgresCluster.forTests(NAME));
        kafka = KafkaBroker.forTests();
        postgres = database.join();
        System.setProperty(KAFKA, kafka.bootstrapServers());
        System.setProperty(DATABASE, postgres.jdbcUrl(NAME));
        Map<String, String> settings = new HashMap<>(connections());
        settings.putAll(access());
        settings.putAll(tenants());
        Quiet.CHATTY.forEach(name -> settings.put("quarkus.log.category.\"" + name + "\".level", "ERROR"));
        return settings;
    }

    /** A connection to the database of the service under test, as one of the roles in {@link PostgresCluster}. */
    public static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(System.getProperty(DATABASE), role, role);
    }

    private Map<String, String> connections() {
        String url = postgres.jdbcUrl(NAME);
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", url);
        settings.put("quarkus.datasource.username", PostgresCluster.APP);
        settings.put("quarkus.datasource.password", PostgresCluster.APP);
        settings.put("quarkus.datasource.worker.jdbc.url", url);
        settings.put("quarkus.datasource.worker.username", PostgresCluster.WORKER);
        settings.put("quarkus.datasource.worker.password", PostgresCluster.WORKER);
        settings.put("quarkus.flyway.jdbc-url", url);
        settings.put("quarkus.flyway.username", PostgresCluster.MIGRATOR);
        settings.put("quarkus.flyway.password", PostgresCluster.MIGRATOR);
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        return settings;
    }

    /** The key itself, not its location: in tests Quarkus prefers a key of its own to a location. */
    private static Map<String, String> access() {
        return Map.of(
                "mp.jwt.verify.publickey", SigningKey.ofThisJvm().publicKey(),
                "mp.jwt.verify.issuer", Tokens.ISSUER,
                "mp.jwt.verify.audiences", Tokens.AUDIENCE);
    }

    private static Map<String, String> tenants() {
        Map<String, String> settings = new HashMap<>();
        for (String tenant : new String[] {"demo", "other", "live"}) {
            String key = "o2c.tenants." + tenant + ".";
            settings.put(key + "mode", tenant.equals("live") ? "live" : "sandbox");
            settings.put(key + "base-currency", "EUR");
            settings.put(key + "time-zone", "Europe/Amsterdam");
            if (!tenant.equals("live")) {
                settings.put(key + "clock", FIRST_DAY);
            }
        }
        return settings;
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
