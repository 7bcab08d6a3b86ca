package o2c.runtime.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import o2c.contracts.Publisher;
import o2c.runtime.tenancy.Settings;

/**
 * Asks the other services, with a token of the tenant concerned: for events that Kafka did not deliver, and
 * for the test
 * clock. No business decision waits on it.
 */
@ApplicationScoped
public class Peers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(10);

    private final Settings settings;
    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Peers(Settings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /** Whether the operator told where this service is. */
    public boolean knows(Publisher peer) {
        return settings.peers().containsKey(peer.key()) && settings.peerTokens().isPresent();
    }

    public CompletableFuture<JsonNode> get(Publisher peer, String tenant, String pathAndQuery) {
        return send(peer, request(peer, tenant, pathAndQuery).timeout(PATIENCE).GET());
    }

    /** The same, read as a type of the platform that both services share. */
    public <T> CompletableFuture<T> get(Publisher peer, String tenant, String pathAndQuery, Class<T> type) {
        return get(peer, tenant, pathAndQuery).thenApply(body -> json.convertValue(body, type));
    }

    public CompletableFuture<JsonNode> send(Publisher peer, String tenant, String method, String path, Object body) {
        return send(
                peer,
                request(peer, tenant, path)
                        .timeout(LONG_PATIENCE)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes(body))));
    }

    private HttpRequest.Builder request(Publisher peer, String tenant, String pathAndQuery) {
        return HttpRequest.newBuilder(
                        URI.create(settings.peers().get(peer.key()).url() + pathAndQuery))
                .header("Authorization", "Bearer " + token(tenant))
                .header("Accept", "application/json");
    }

    private CompletableFuture<JsonNode> send(Publisher peer, HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> answer(peer, response));
    }

    private JsonNode answer(Publisher peer, HttpResponse<byte[]> response) {
        try {
            JsonNode body = json.readTree(response.body());
            if (response.statusCode() >= 300) {
                throw new PeerRefused(
                        peer,
                        response.statusCode(),
                        body == null ? "" : body.path("code").asText());
            }
            return body;
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private String token(String tenant) {
        try {
            Path folder = Path.of(settings.peerTokens().orElseThrow());
            return Files.readString(folder.resolve(tenant + ".jwt")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("no peer token for tenant " + tenant, e);
        }
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
