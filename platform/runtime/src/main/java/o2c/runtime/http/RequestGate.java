package o2c.runtime.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import o2c.runtime.http.values.QueryText;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Admits a request to its operation: bounds its body (JSON 1 MiB, batches 4 MiB, uploads 256 MiB) and lets it be hashed
 * while it is read.
 */
class RequestGate {

    private static final long MEBIBYTE = 1024 * 1024;

    private final Map<Method, Operation> operations = new ConcurrentHashMap<>();

    @Inject
    RequestFacts facts;

    private record Operation(String template, long bodyLimit) {}

    @ServerRequestFilter
    void admit(ContainerRequestContext request, ResourceInfo resource) {
        Operation operation = operations.computeIfAbsent(resource.getResourceMethod(), RequestGate::describe);
        facts.matched(request.getMethod() + " " + operation.template);
        QueryText.check(request.getUriInfo());
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return;
        }
        if (contentLength(request) > operation.bodyLimit) {
            throw HashedBody.tooLarge(operation.bodyLimit);
        }
        request.setEntityStream(facts.hashing(request.getEntityStream(), operation.bodyLimit));
    }

    private static Operation describe(Method method) {
        Path onClass = method.getDeclaringClass().getAnnotation(Path.class);
        Path onMethod = method.getAnnotation(Path.class);
        String template = slashed(onClass) + slashed(onMethod);
        long mebibytes = method.isAnnotationPresent(Upload.class) ? 256 : template.endsWith("/batch") ? 4 : 1;
        return new Operation(template, mebibytes * MEBIBYTE);
    }

    private static String slashed(Path path) {
        if (path == null || path.value().isEmpty() || path.value().equals("/")) {
            return "";
        }
        return path.value().startsWith("/") ? path.value() : "/" + path.value();
    }

    private static long contentLength(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length.trim());
        } catch (NumberFormatException malformed) {
            throw new HttpRefusal(400, "content-length-malformed", "Content-Length is a number");
        }
    }
}
