package o2c.runtime.probe;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import o2c.contracts.Publisher;
import o2c.contracts.json.EventJson;
import o2c.kernel.Event;
import o2c.testkit.Tokens;

/** Stands for another service that is asked for its events. */
public class PublisherStub implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, String> EVENTS = new ConcurrentHashMap<>();

    private HttpServer server;

    static void willAnswer(String customer, UUID id, long sequence, Event event) {
        EVENTS.put(
                customer,
                ("{\"id\":\"%s\",\"type\":\"%s\",\"sequence\":%d,\"businessDate\":\"2026-01-05\","
                                + "\"time\":\"2026-01-05T10:00:00Z\",\"data\":%s}")
                        .formatted(
                                id,
                                Publisher.typeOf(event),
                                sequence,
                                new String(EventJson.write(event), StandardCharsets.UTF_8)));
    }

    static void forget() {
        EVENTS.clear();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/events", exchange -> {
                String customer = exchange.getRequestURI().getQuery().replaceAll(".*customerId=([^&]*).*", "$1");
                byte[] body =
                        ("{\"items\":[" + EVENTS.getOrDefault(customer, "") + "]}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            Path tokens = Files.createTempDirectory("peer-tokens");
            for (String tenant : new String[] {"demo", "other", "live"}) {
                Files.writeString(tokens.resolve(tenant + ".jwt"), Tokens.of(tenant, "events:read"));
            }
            return Map.of(
                    "o2c.peers.dunning.url",
                    "http://localhost:" + server.getAddress().getPort(),
                    "o2c.peer-tokens",
                    tokens.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
