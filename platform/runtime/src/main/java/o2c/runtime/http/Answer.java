package o2c.runtime.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** The answers that resources give when all is well. */
public final class Answer {

    private Answer() {}

    public static <T> RestResponse<T> ok(T view) {
        return RestResponse.ok(view);
    }

    /** 201 with the new thing and its path, such as {@code /v1/invoices/<id>}. */
    public static <T> RestResponse<T> created(String path, T view) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header(HttpHeaders.LOCATION, URI.create(path))
                .build();
    }

    /** 200 with a strong {@code ETag} that {@code If-Match} takes. */
    public static <T> RestResponse<T> versioned(T view, long version) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, etag(version))
                .build();
    }

    /** 201 with path and {@code ETag}: a PUT that made the thing. */
    public static <T> RestResponse<T> createdVersioned(String path, T view, long version) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header(HttpHeaders.LOCATION, URI.create(path))
                .header(HttpHeaders.ETAG, etag(version))
                .build();
    }

    /** 202: the work goes on as a job. */
    public static RestResponse<Void> accepted(UUID jobId) {
        return RestResponse.ResponseBuilder.<Void>create(Response.Status.ACCEPTED.getStatusCode())
                .header(HttpHeaders.LOCATION, URI.create("/v1/jobs/" + jobId))
                .build();
    }

    /** 207: one result per item of a batch. */
    public static <T> RestResponse<T> batch(T results) {
        return RestResponse.ResponseBuilder.<T>create(207).entity(results).build();
    }

    static String etag(long version) {
        return "\"" + version + "\"";
    }
}
