package o2c.suite.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import o2c.contracts.Publisher;

/** A server that plays all four services, and a data folder that points to it. */
public final class StubSuite implements AutoCloseable {

    /** One request as it came in; the path holds the query. */
    public record Call(String method, String path, String key, String body) {}

    /** What is sent back. */
    public record Reply(int status, String body, Map<String, String> headers) {
        public Reply(int status, String body) {
            this(status, body, Map.of());
        }
    }

    private final HttpServer server;
    private final Path data;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    public StubSuite(Path data, Function<Call, Reply> answers) throws IOException {
        this.data = data;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
        for (Publisher service : Publisher.values()) {
            Path config = data.resolve("services/" + RunningSuite.nameOf(service) + "/config");
            Files.createDirectories(config);
            Files.writeString(
                    config.resolve("application.properties"),
                    "quarkus.http.port=" + server.getAddress().getPort() + "\n");
        }
        Files.createDirectories(data.resolve("tokens"));
        for (String token : List.of("demo-admin", "demo-approver")) {
            Files.writeString(data.resolve("tokens/" + token + ".jwt"), token);
        }
    }

    public Path data() {
        return data;
    }

    /** What was called, health apart, in order of arrival. */
    public List<Call> calls() {
        return calls;
    }

    private void answer(HttpExchange exchange, Function<Call, Reply> answers) throws IOException {
        Call call = new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean health = call.path().startsWith("/q/");
        if (!health) {
            calls.add(call);
        }
        Reply reply = health ? new Reply(200, "{}") : answers.apply(call);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
