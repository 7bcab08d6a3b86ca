package o2c.runtime.http.problems;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import o2c.runtime.http.values.Status;

/** Refusals of the HTTP layer: no such address, wrong method, wrong media type. */
final class HttpDiagnosis {

    private static final List<String> KEPT = List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.LOCATION);

    private HttpDiagnosis() {}

    static Optional<Diagnosis> of(Throwable failure) {
        return Causes.find(failure, WebApplicationException.class)
                .map(WebApplicationException::getResponse)
                .map(HttpDiagnosis::describe);
    }

    private static Diagnosis describe(Response response) {
        int status = response.getStatus();
        Diagnosis diagnosis = Diagnosis.of(status, Status.code(status), detail(status));
        for (String header : KEPT) {
            String value = response.getHeaderString(header);
            diagnosis = value == null ? diagnosis : diagnosis.with(header, value);
        }
        return diagnosis;
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "there is nothing at this address";
            case 405 -> "this address does not know this method";
            case 406 -> "this operation cannot answer in a media type that you accept";
            case 413 -> "the body is too large";
            case 415 -> "this operation does not take a body of this media type";
            default -> Status.title(status).toLowerCase(Locale.ROOT);
        };
    }
}
