package o2c.runtime.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import o2c.runtime.access.Caller;
import o2c.runtime.http.HttpRefusal;
import o2c.runtime.http.RequestFacts;
import o2c.runtime.work.WritesInterceptor.Answered;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The first answer per idempotency key. The key's row is written before the work, in the same transaction: a twin waits
 * for it, and a refused request leaves no row behind, so that it may be tried again.
 */
@ApplicationScoped
class FirstAnswers {

    private static final String SEQUENCE = "sequence";

    private final Sql sql;
    private final Caller caller;
    private final RequestFacts request;
    private final ObjectMapper json;

    FirstAnswers(Sql sql, Caller caller, RequestFacts request, ObjectMapper json) {
        this.sql = sql;
        this.caller = caller;
        this.request = request;
        this.json = json;
    }

    private record Kept(String hash, int status, String headers, String body) {}

    /** Claims the key for this request, or gives the answer that its first use got. */
    Optional<Answered> claim(String key, Method operation) {
        int claimed = sql.update(
                "insert into idempotency (tenant, client, route, key, hash) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                Unit.current().tenant(),
                caller.client(),
                request.route(),
                key,
                request.hash());
        return claimed == 1 ? Optional.empty() : Optional.of(again(key, operation));
    }

    /** Keeps the answer for whoever comes with the same key. */
    Answered keep(String key, Answered answered) {
        Object answer = answered.answer();
        RestResponse<?> response = answer instanceof RestResponse<?> full ? full : RestResponse.ok(answer);
        Map<String, String> headers = new TreeMap<>();
        for (String name : new String[] {HttpHeaders.LOCATION, HttpHeaders.ETAG}) {
            Optional.ofNullable(response.getHeaders().getFirst(name))
                    .ifPresent(value -> headers.put(name, value.toString()));
        }
        Optional.ofNullable(answered.sequence()).ifPresent(value -> headers.put(SEQUENCE, value));
        sql.last(
                "update idempotency set status = ?, headers = ?, body = ?"
                        + " where tenant = ? and client = ? and route = ? and key = ?",
                response.getStatus(),
                write(headers),
                write(response.getEntity()),
                Unit.current().tenant(),
                caller.client(),
                request.route(),
                key);
        return answered;
    }

    private Answered again(String key, Method operation) {
        Kept kept = sql.first(
                        "select hash, status, headers, body from idempotency"
                                + " where tenant = ? and client = ? and route = ? and key = ?",
                        row -> new Kept(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)),
                        Unit.current().tenant(),
                        caller.client(),
                        request.route(),
                        key)
                .orElseThrow(() ->
                        new HttpRefusal(409, "idempotency-key-in-use", "its first request is running").retryAfter(1));
        if (!kept.hash().equals(request.hash())) {
            throw new HttpRefusal(422, "idempotency-key-reused", "this key was used for another request");
        }
        try {
            Map<String, String> headers =
                    json.readValue(kept.headers(), new TypeReference<TreeMap<String, String>>() {});
            String sequence = headers.remove(SEQUENCE);
            return new Answered(answer(kept, headers, operation), sequence, true);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object answer(Kept kept, Map<String, String> headers, Method operation) throws JsonProcessingException {
        if (!RestResponse.class.isAssignableFrom(operation.getReturnType())) {
            return json.readValue(kept.body(), json.getTypeFactory().constructType(operation.getGenericReturnType()));
        }
        JsonNode body = json.readTree(kept.body());
        RestResponse.ResponseBuilder<Object> response = RestResponse.ResponseBuilder.create(
                RestResponse.Status.fromStatusCode(kept.status()), body.isNull() ? null : body);
        headers.forEach(response::header);
        return response.build();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
