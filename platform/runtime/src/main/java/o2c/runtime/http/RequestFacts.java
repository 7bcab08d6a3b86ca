package o2c.runtime.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the platform knows about the request in hand, apart from its content: hash, key, versions, trace. Outside a
 * request only the trace is known.
 */
@RequestScoped
public class RequestFacts {

    static final String TRACE = "o2c.trace";
    private static final int MAX_KEY_LENGTH = 255;

    @Inject
    CurrentVertxRequest http;

    private HashedBody body;
    private MessageDigest digest;
    private String hash;
    private String route;
    private Trace trace;

    /** Wraps the body so that it is hashed while it is read, and bounded. */
    InputStream hashing(InputStream raw, long limit) {
        body = new HashedBody(raw, digest(), limit);
        return body;
    }

    void matched(String methodAndTemplate) {
        route = methodAndTemplate;
    }

    /** SHA-256 over method, path, query and raw body bytes, in hexadecimal; reads what is left of the body. */
    public String hash() {
        if (hash == null) {
            try {
                if (body != null) {
                    body.drain();
                }
            } catch (IOException cut) {
                throw new UncheckedIOException(cut);
            }
            hash = HexFormat.of().formatHex(digest().digest());
        }
        return hash;
    }

    /** The caller's {@code Idempotency-Key}: 1 to 255 printable ASCII characters. */
    public Optional<String> idempotencyKey() {
        Optional<String> key = header("Idempotency-Key");
        if (key.isPresent() && !isPrintable(key.get())) {
            throw new HttpRefusal(
                    400,
                    "idempotency-key-malformed",
                    "an Idempotency-Key has 1 to " + MAX_KEY_LENGTH + " printable ASCII characters");
        }
        return key;
    }

    /** The caller's {@code If-Match}, as sent. */
    public Optional<String> ifMatch() {
        return header("If-Match");
    }

    /** The sequence the answer must have seen, as sent ({@code ?atLeast=}). */
    public Optional<String> atLeast() {
        return current().map(context -> context.request().params(true).get("atLeast"));
    }

    /** HTTP method and path template, such as {@code POST /v1/invoices/{invoiceId}/credit-notes}. */
    public String route() {
        return route == null ? current().map(RequestFacts::plainRoute).orElse("") : route;
    }

    public String traceId() {
        return trace().traceId();
    }

    /** The {@code traceparent} for whatever this request causes. */
    public String traceparent() {
        return trace().traceparent();
    }

    /** Adds a header to the answer, whatever its status. */
    public void answerWith(String header, String value) {
        current().ifPresent(context -> context.response().putHeader(header, value));
    }

    private Trace trace() {
        if (trace == null) {
            trace = current().map(context -> context.<Trace>get(TRACE)).orElseGet(Trace::fresh);
        }
        return trace;
    }

    private MessageDigest digest() {
        if (digest == null) {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
            current().map(RequestFacts::line).ifPresent(digest::update);
        }
        return digest;
    }

    private Optional<String> header(String name) {
        return current().map(context -> context.request().getHeader(name));
    }

    private Optional<RoutingContext> current() {
        return Optional.ofNullable(http.getCurrent());
    }

    private static byte[] line(RoutingContext context) {
        String query = context.request().query();
        return (plainRoute(context) + "\n" + (query == null ? "" : query) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String plainRoute(RoutingContext context) {
        return context.request().method() + " " + context.request().path();
    }

    private static boolean isPrintable(String key) {
        return !key.isEmpty() && key.length() <= MAX_KEY_LENGTH && key.chars().allMatch(c -> c >= 0x20 && c <= 0x7e);
    }
}
