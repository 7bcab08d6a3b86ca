package o2c.runtime.http.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import o2c.runtime.http.Problem;
import o2c.runtime.http.RequestFacts;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure into a problem document. What nobody recognises is a 500 that tells no more than its trace. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @Inject
    ObjectMapper json;

    @Inject
    RequestFacts request;

    /** The classes beside {@link Throwable} are named because the framework brings mappers of its own for them. */
    @ServerExceptionMapper({
        Throwable.class,
        WebApplicationException.class,
        MismatchedInputException.class,
        InvalidDefinitionException.class,
        ValidationException.class,
        ResteasyReactiveViolationException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        UnauthorizedException.class,
        ForbiddenException.class
    })
    Response answer(Throwable failure) {
        Diagnosis diagnosis = diagnose(failure);
        Problem problem = diagnosis.problem().tracedAs(request.traceId());
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(bytes(problem));
        if (problem.status() == 401) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        diagnosis.headers().forEach((name, value) -> {
            answer.header(name, null);
            answer.header(name, value);
        });
        return answer.build();
    }

    private Diagnosis diagnose(Throwable failure) {
        return Stream.<Supplier<Optional<Diagnosis>>>of(
                        () -> RuleDiagnosis.ofRefusal(failure),
                        () -> JsonDiagnosis.of(failure),
                        () -> RuleDiagnosis.of(failure),
                        () -> ValidationDiagnosis.of(failure),
                        () -> DatabaseDiagnosis.of(failure, request.ifMatch().isPresent()),
                        () -> SecurityDiagnosis.of(failure),
                        () -> HttpDiagnosis.of(failure))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .map(diagnosis -> logged(diagnosis, failure))
                .orElseGet(() -> unexpected(failure));
    }

    private Diagnosis logged(Diagnosis diagnosis, Throwable failure) {
        if (diagnosis.problem().status() >= 500) {
            LOG.errorf(
                    failure,
                    "%s failed: %s",
                    request.route(),
                    diagnosis.problem().code());
        }
        return diagnosis;
    }

    private Diagnosis unexpected(Throwable failure) {
        LOG.errorf(failure, "%s failed", request.route());
        return Diagnosis.of(
                500, "internal-error", "something went wrong on our side; the trace id finds it in the logs");
    }

    private byte[] bytes(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
