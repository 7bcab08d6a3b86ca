package o2c.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import o2c.runtime.http.values.Status;
import org.jboss.logging.MDC;

/**
 * The outermost ring of every service: gives each request its trace, each answer its security headers, and a problem
 * document to whatever no resource answers.
 */
@ApplicationScoped
class Edge {

    private static final int BEFORE_SECURITY = 1000;
    private static final int AFTER_RESOURCES = 1_000_000;

    private final ObjectMapper json;

    @Inject
    Edge(ObjectMapper json) {
        this.json = json;
    }

    void trace(@Observes Filters filters) {
        filters.register(Edge::enter, BEFORE_SECURITY);
    }

    void lastResort(@Observes Router router) {
        router.route().order(AFTER_RESOURCES).handler(context -> refuse(context, 404));
        router.route().order(AFTER_RESOURCES).failureHandler(this::failed);
    }

    private static void enter(RoutingContext context) {
        Trace trace = Trace.continuing(context.request().getHeader("traceparent"));
        context.put(RequestFacts.TRACE, trace);
        MDC.put("traceId", trace.traceId());
        HttpServerResponse answer = context.response();
        answer.putHeader("O2C-Trace-Id", trace.traceId());
        answer.putHeader("X-Content-Type-Options", "nosniff");
        if (context.request().path().startsWith("/v1/")) {
            answer.putHeader("Cache-Control", "no-store");
            answer.putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
        context.next();
    }

    private void failed(RoutingContext context) {
        if (context.failure() == null && context.statusCode() >= 400) {
            refuse(context, context.statusCode());
        } else {
            context.next();
        }
    }

    private void refuse(RoutingContext context, int status) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        String detail = status == 404 ? "there is nothing at this address" : "the request was refused";
        Trace trace = context.get(RequestFacts.TRACE);
        Problem problem =
                Problem.of(status, Status.code(status), detail).tracedAs(trace == null ? null : trace.traceId());
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Buffer.buffer(bytes(problem)));
    }

    private byte[] bytes(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
