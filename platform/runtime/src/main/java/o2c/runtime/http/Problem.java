package o2c.runtime.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import o2c.runtime.http.values.Status;

/**
 * How every refusal and failure is answered (RFC 9457, {@code application/problem+json}). It never holds a stack trace,
 * a statement or the name of a class.
 *
 * @param type {@code urn:o2c:problem:<code>}
 * @param title the meaning of the status in words
 * @param status the HTTP status
 * @param detail what was wrong with this request, for a reader
 * @param code stable and in kebab case; callers decide by it
 * @param traceId names the request in the logs
 * @param errors the fields concerned; empty when the refusal is about the whole
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "traceId", "errors"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String detail, String code, String traceId, List<FieldError> errors) {

    /** The media type of every problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One field that is wrong.
     *
     * @param pointer JSON Pointer into the body, or {@code /query/<name>} of a query parameter
     * @param code stable and in kebab case
     */
    public record FieldError(String pointer, String code, String detail) {}

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** A problem about the whole request. */
    public static Problem of(int status, String code, String detail) {
        return new Problem("urn:o2c:problem:" + code, Status.title(status), status, detail, code, null, List.of());
    }

    /** The same problem, naming the fields. */
    public Problem naming(List<FieldError> fields) {
        return new Problem(type, title, status, detail, code, traceId, fields);
    }

    /** The same problem, naming one field; unchanged when {@code pointer} is null. */
    public Problem at(String pointer) {
        return pointer == null ? this : naming(List.of(new FieldError(pointer, code, detail)));
    }

    public Problem tracedAs(String trace) {
        return new Problem(type, title, status, detail, code, trace, errors);
    }
}
