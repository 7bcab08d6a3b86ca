package o2c.suite.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import o2c.contracts.Publisher;
import o2c.contracts.json.EventJson;

/** Calls the four services as one caller, with patience where an answer says "not now". Safe for several threads. */
public final class Rest {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    private final RunningSuite suite;
    private final String token;
    private final Patience patience;

    private Rest(RunningSuite suite, String token, Patience patience) {
        this.suite = suite;
        this.token = token;
        this.patience = patience;
    }

    /** As the bearer of a ready-made token, such as {@code demo-admin}. */
    public static Rest as(RunningSuite suite, String tokenName, Patience patience) {
        return new Rest(suite, suite.token(tokenName), patience);
    }

    /** A caller's id as it stands in a path. */
    public static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public Answer get(Publisher service, String path) {
        return call(service, "GET", path, null, Map.of());
    }

    /** The items of a whole list, page by page. */
    public List<JsonNode> all(Publisher service, String path) {
        List<JsonNode> items = new ArrayList<>();
        each(service, path, items::add);
        return items;
    }

    /** Hands over the items of a whole list, page by page. */
    public void each(Publisher service, String path, Consumer<JsonNode> taker) {
        String join = path.contains("?") ? "&" : "?";
        String cursor = "";
        do {
            JsonNode page = get(service, path + join + "limit=200" + cursor).expect(200);
            page.path("items").forEach(taker);
            cursor = page.path("nextCursor").isTextual()
                    ? "&cursor=" + page.path("nextCursor").textValue()
                    : null;
        } while (cursor != null);
    }

    public Answer put(Publisher service, String path, Object body) {
        return call(service, "PUT", path, json(body), Map.of());
    }

    /** A POST of an operation that needs no idempotency key. */
    public Answer post(Publisher service, String path, Object body) {
        return call(service, "POST", path, json(body), Map.of());
    }

    /** A POST that takes effect once, however often it is sent with this key. */
    public Answer post(Publisher service, String path, String key, Object body) {
        return call(service, "POST", path, json(body), Map.of("Idempotency-Key", key));
    }

    /** An upload of text of some media type. */
    public Answer upload(Publisher service, String path, String key, String mediaType, byte[] content) {
        return call(
                service,
                "POST",
                path,
                BodyPublishers.ofByteArray(content),
                Map.of("Idempotency-Key", key, "Content-Type", mediaType));
    }

    private Answer call(
            Publisher service, String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(suite.url(service) + path))
                .timeout(LONGEST)
                .method(method, body == null ? BodyPublishers.noBody() : body)
                .setHeader("Authorization", "Bearer " + token);
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        String asked = method + " " + path + " of " + RunningSuite.nameOf(service);
        return patience.until(asked, () -> once(asked, request.build()));
    }

    private static Answer once(String asked, HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request, BodyHandlers.ofByteArray());
            return new Answer(asked, answer.statusCode(), parsed(answer), answer.headers());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGoOn("Interrupted.");
        }
    }

    private static JsonNode parsed(HttpResponse<byte[]> answer) throws IOException {
        boolean json = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        return json && answer.body().length > 0 ? EventJson.mapper().readTree(answer.body()) : null;
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(EventJson.mapper().writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
