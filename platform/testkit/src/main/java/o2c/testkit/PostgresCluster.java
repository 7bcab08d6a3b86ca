package o2c.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server of our own on a loopback port, with the roles and databases of the suite: {@code o2c_migrator}
 * owns the databases, services connect as {@code o2c_app} and {@code o2c_worker}, which own nothing and obey row-level
 * security. Any password is accepted.
 */
public final class PostgresCluster implements AutoCloseable {

    /** One database per service, named by its publisher key. */
    public static final List<String> DATABASES = List.of("credit", "invoice", "dunning", "policy");

    public static final String MIGRATOR = "o2c_migrator";
    public static final String APP = "o2c_app";
    public static final String WORKER = "o2c_worker";

    private static final String CONNECTIONS = "160";

    private final EmbeddedPostgres server;

    private PostgresCluster(EmbeddedPostgres server) {
        this.server = server;
    }

    /** For tests: empty, fast, and gone when closed. Nothing reaches the disk in time to survive a crash. */
    public static PostgresCluster forTests(String... databases) {
        return start(tuned(EmbeddedPostgres.builder())
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("wal_level", "minimal")
                        .setServerConfig("max_wal_senders", "0"))
                .with(List.of(databases));
    }

    /**
     * For running the suite: keeps its data in the directory and loses no committed transaction in a crash. A server
     * that an earlier, killed run left behind on that directory is stopped first.
     */
    public static PostgresCluster durable(Path directory, int port) {
        stopLeftOver(directory);
        return start(tuned(EmbeddedPostgres.builder())
                        .setDataDirectory(directory)
                        .setCleanDataDirectory(false)
                        .setPort(port)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("shared_buffers", "256MB")
                        .setServerConfig("max_wal_size", "2GB")
                        .setServerConfig("log_min_messages", "warning"))
                .with(DATABASES);
    }

    private static EmbeddedPostgres.Builder tuned(EmbeddedPostgres.Builder builder) {
        return builder.setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C")
                .setServerConfig("max_connections", CONNECTIONS)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("jit", "off");
    }

    private static PostgresCluster start(EmbeddedPostgres.Builder builder) {
        Quiet.servers();
        try {
            return new PostgresCluster(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    private PostgresCluster with(List<String> databases) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            createRole(statement, MIGRATOR, "createrole");
            createRole(statement, APP, "");
            createRole(statement, WORKER, "");
            for (String database : databases) {
                if (isAbsent(statement, "select 1 from pg_database where datname = '" + database + "'")) {
                    statement.execute("create database " + database + " owner " + MIGRATOR);
                }
            }
            return this;
        } catch (SQLException e) {
            close();
            throw new IllegalStateException("PostgreSQL refused its roles or databases: " + e.getMessage(), e);
        }
    }

    private static void createRole(Statement statement, String role, String extra) throws SQLException {
        if (isAbsent(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
            statement.execute("create role " + role + " login nosuperuser nocreatedb nobypassrls " + extra);
        }
    }

    private static boolean isAbsent(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    public int port() {
        return server.getPort();
    }

    /** JDBC address without a user. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** A connection as one of the roles, or as the superuser {@code postgres}. */
    public Connection connect(String role, String database) throws SQLException {
        return server.getDatabase(role, database).getConnection();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server that a killed process left running on the directory, if there is one. */
    public static void stopLeftOver(Path directory) {
        Path pidFile = directory.resolve("postmaster.pid");
        Optional<ProcessHandle> postmaster = pidIn(pidFile).flatMap(ProcessHandle::of);
        if (postmaster.isEmpty() || !isPostgres(postmaster.get())) {
            return;
        }
        try {
            // SIGINT is PostgreSQL's fast shutdown: it rolls back what is open and does not wait for clients
            new ProcessBuilder("kill", "-INT", String.valueOf(postmaster.get().pid()))
                    .start()
                    .waitFor();
            postmaster.get().onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("another PostgreSQL still runs on " + directory, e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(true);
    }

    private static Optional<Long> pidIn(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(String::trim).map(Long::valueOf);
        } catch (IOException | UncheckedIOException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
