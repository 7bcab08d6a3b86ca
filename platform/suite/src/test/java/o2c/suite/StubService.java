package o2c.suite;

import com.sun.net.httpserver.HttpServer;
import java.io.FileReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Properties;

/** A program that behaves to the launcher as a service does: reads its settings, becomes ready, stops when asked. */
final class StubService {

    private StubService() {}

    public static void main(String[] args) throws IOException {
        Properties settings = new Properties();
        try (FileReader file = new FileReader("config/application.properties")) {
            settings.load(file);
        }
        int port = Integer.parseInt(settings.getProperty("quarkus.http.port"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
