package o2c.suite.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * What a service answered.
 *
 * @param asked the call, for sentences about it
 * @param body JSON, or a missing node when there was none
 */
public record Answer(String asked, int status, JsonNode body, HttpHeaders headers) {

    public Answer {
        body = body == null ? MissingNode.getInstance() : body;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The stable code of a refusal, or an empty text. */
    public String code() {
        return body.path("code").asText("");
    }

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /**
     * The body of an answer that is one of these.
     *
     * @throws CannotGoOn with the refusal's code and detail
     */
    public JsonNode expect(Integer... wanted) {
        if (List.of(wanted).contains(status)) {
            return body;
        }
        String why = code().isEmpty()
                ? ""
                : " " + code() + " (" + body.path("detail").asText() + ")";
        throw new CannotGoOn(asked + " was answered with " + status + why + ".");
    }
}
