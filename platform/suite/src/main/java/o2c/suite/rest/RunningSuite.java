package o2c.suite.rest;

import java.io.IOException;
import java.io.Reader;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import o2c.contracts.Publisher;

/** The local suite that runs on a data folder, found by what its launcher wrote there. */
public final class RunningSuite {

    private static final int PATIENCE_MILLIS = 3_000;

    private final Path data;
    private final Map<Publisher, Properties> settings = new EnumMap<>(Publisher.class);

    private RunningSuite(Path data) {
        this.data = data;
        for (Publisher service : Publisher.values()) {
            settings.put(service, settingsOf(service));
        }
    }

    /**
     * The suite on the folder.
     *
     * @throws CannotGoOn when none answers
     */
    public static RunningSuite on(Path data) {
        RunningSuite suite = new RunningSuite(data);
        for (Publisher service : Publisher.values()) {
            if (!suite.answers(service)) {
                throw new CannotGoOn("No " + nameOf(service) + " answers on " + suite.url(service)
                        + "; deploy/up --background starts the suite.");
            }
        }
        return suite;
    }

    /** The full name of a service, as in its log and pid file. */
    public static String nameOf(Publisher service) {
        return service == Publisher.CREDIT ? "credit-check-service" : service.key() + "-service";
    }

    public Path data() {
        return data;
    }

    public String url(Publisher service) {
        return "http://localhost:" + settings.get(service).getProperty("quarkus.http.port");
    }

    /** JDBC address of a service's database, without a user. */
    public String databaseUrl(Publisher service) {
        return settings.get(service).getProperty("quarkus.datasource.jdbc.url");
    }

    public String kafka() {
        return settings.get(Publisher.INVOICE).getProperty("kafka.bootstrap.servers");
    }

    /** A ready-made token by its file's name, such as {@code demo-admin}. */
    public String token(String name) {
        Path file = data.resolve("tokens").resolve(name + ".jwt");
        try {
            return Files.readString(file).strip();
        } catch (IOException absent) {
            throw new CannotGoOn("There is no token " + file + ".");
        }
    }

    public boolean hasToken(String name) {
        return Files.exists(data.resolve("tokens").resolve(name + ".jwt"));
    }

    /** Process id of a service, when it runs. */
    public Optional<Long> pid(Publisher service) {
        try {
            return Optional.of(Long.valueOf(Files.readString(data.resolve("run/" + nameOf(service) + ".pid"))
                    .strip()));
        } catch (IOException | NumberFormatException absent) {
            return Optional.empty();
        }
    }

    private Properties settingsOf(Publisher service) {
        Path file = data.resolve("services/" + nameOf(service) + "/config/application.properties");
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            read.load(in);
            return read;
        } catch (IOException absent) {
            throw new CannotGoOn("No suite runs on " + data + "; deploy/up --background starts one.");
        }
    }

    private boolean answers(Publisher service) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) new URL(url(service) + "/q/health/live").openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == 200;
        } catch (IOException nobody) {
            return false;
        }
    }
}
