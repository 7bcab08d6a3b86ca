package o2c.runtime.http.problems;

/** Marks that a failure came up while the request's body was read, so that it is the caller's and not ours. */
final class BodyRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    BodyRefused(Throwable cause) {
        super(null, cause, false, false);
    }
}
