package o2c.runtime.http.values;

import java.util.Map;

/** Titles and stable codes of the HTTP statuses that the suite answers with. */
public final class Status {

    public static final int UNAUTHENTICATED = 401;
    public static final int GONE_STALE = 412;
    public static final int TOO_LARGE = 413;
    public static final int PRECONDITION_REQUIRED = 428;
    public static final int UNAVAILABLE = 503;

    private record Meaning(String title, String code) {}

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(400, new Meaning("Bad Request", "request-malformed")),
            Map.entry(401, new Meaning("Unauthorized", "unauthenticated")),
            Map.entry(403, new Meaning("Forbidden", "scope-missing")),
            Map.entry(404, new Meaning("Not Found", "not-found")),
            Map.entry(405, new Meaning("Method Not Allowed", "method-not-allowed")),
            Map.entry(406, new Meaning("Not Acceptable", "not-acceptable")),
            Map.entry(408, new Meaning("Request Timeout", "request-timeout")),
            Map.entry(409, new Meaning("Conflict", "conflict")),
            Map.entry(410, new Meaning("Gone", "gone")),
            Map.entry(412, new Meaning("Precondition Failed", "changed-meanwhile")),
            Map.entry(413, new Meaning("Content Too Large", "body-too-large")),
            Map.entry(414, new Meaning("URI Too Long", "uri-too-long")),
            Map.entry(415, new Meaning("Unsupported Media Type", "media-type-unsupported")),
            Map.entry(422, new Meaning("Unprocessable Content", "refused")),
            Map.entry(428, new Meaning("Precondition Required", "precondition-required")),
            Map.entry(429, new Meaning("Too Many Requests", "too-many-requests")),
            Map.entry(431, new Meaning("Request Header Fields Too Large", "headers-too-large")),
            Map.entry(500, new Meaning("Internal Server Error", "internal-error")),
            Map.entry(501, new Meaning("Not Implemented", "not-implemented")),
            Map.entry(503, new Meaning("Service Unavailable", "temporarily-unavailable")),
            Map.entry(507, new Meaning("Insufficient Storage", "storage-full")));

    private Status() {}

    public static String title(int status) {
        Meaning meaning = MEANINGS.get(status);
        return meaning == null ? "HTTP " + status : meaning.title;
    }

    /** The code of a problem that is no more than its status. */
    public static String code(int status) {
        Meaning meaning = MEANINGS.get(status);
        return meaning == null ? "http-" + status : meaning.code;
    }
}
