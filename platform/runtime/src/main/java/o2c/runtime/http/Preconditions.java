package o2c.runtime.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.regex.Pattern;
import o2c.runtime.http.values.Status;

/** Guards against lost updates: a caller that names the version it read is refused when it is stale. */
@ApplicationScoped
public class Preconditions {

    private static final Pattern IF_MATCH =
            Pattern.compile("\\*|(W/)?\"[\\x21\\x23-\\x7e]*\"(\\s*,\\s*(W/)?\"[\\x21\\x23-\\x7e]*\")*");

    private final RequestFacts request;

    @Inject
    Preconditions(RequestFacts request) {
        this.request = request;
    }

    /**
     * Honours {@code If-Match} when it was sent: 412 {@code changed-meanwhile} when none of its tags is the version's.
     */
    public void ifMatch(long currentVersion) {
        request.ifMatch().ifPresent(sent -> check(sent, Answer.etag(currentVersion)));
    }

    /** Like {@link #ifMatch}, and 428 {@code precondition-required} when the header is missing. */
    public void ifMatchRequired(long currentVersion) {
        if (request.ifMatch().isEmpty()) {
            throw new HttpRefusal(
                    Status.PRECONDITION_REQUIRED,
                    "precondition-required",
                    "send the ETag of the version you read as If-Match");
        }
        ifMatch(currentVersion);
    }

    private static void check(String sent, String current) {
        if (!IF_MATCH.matcher(sent.strip()).matches()) {
            throw new HttpRefusal(400, "if-match-malformed", "If-Match is * or a list of entity tags in quotes");
        }
        boolean matches = sent.strip().equals("*")
                || Arrays.stream(sent.split(",")).map(String::strip).anyMatch(current::equals);
        if (!matches) {
            throw new HttpRefusal(
                    Status.GONE_STALE, "changed-meanwhile", "it was changed meanwhile, its version is now " + current);
        }
    }
}
