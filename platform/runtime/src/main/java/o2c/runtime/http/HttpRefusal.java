package o2c.runtime.http;

/**
 * A refusal that has its meaning in HTTP, not in a business rule: a missing key, a stale version, a body too large.
 * Business rules throw {@link o2c.kernel.RuleBroken} instead.
 */
public final class HttpRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String pointer;
    private final int retryAfterSeconds;

    public HttpRefusal(int status, String code, String detail) {
        this(status, code, detail, null, 0);
    }

    private HttpRefusal(int status, String code, String detail, String pointer, int retryAfterSeconds) {
        super(detail, null, false, true);
        this.status = status;
        this.code = code;
        this.pointer = pointer;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** The same refusal, naming a field or a query parameter ({@code /query/limit}). */
    public HttpRefusal at(String jsonPointer) {
        return new HttpRefusal(status, code, getMessage(), jsonPointer, retryAfterSeconds);
    }

    /** The same refusal, telling the caller when to try again. */
    public HttpRefusal retryAfter(int seconds) {
        return new HttpRefusal(status, code, getMessage(), pointer, seconds);
    }

    public int status() {
        return status;
    }

    public Problem problem() {
        return Problem.of(status, code, getMessage()).at(pointer);
    }

    /** Seconds after which a retry makes sense, or 0 when it never does. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
