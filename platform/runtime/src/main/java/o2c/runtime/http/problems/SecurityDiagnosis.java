package o2c.runtime.http.problems;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import java.util.Optional;

/** Callers who are not known, or may not do this. */
final class SecurityDiagnosis {

    private SecurityDiagnosis() {}

    static Optional<Diagnosis> of(Throwable failure) {
        if (Causes.find(failure, AuthenticationException.class).isPresent()) {
            return Optional.of(Diagnosis.of(401, "token-invalid", "the bearer token is not valid here, or has expired")
                    .with("WWW-Authenticate", "Bearer error=\"invalid_token\""));
        }
        if (Causes.find(failure, UnauthorizedException.class).isPresent()) {
            return Optional.of(Diagnosis.of(401, "token-missing", "send a bearer token"));
        }
        return Causes.find(failure, ForbiddenException.class)
                .map(forbidden -> Diagnosis.of(403, "scope-missing", "the token's scopes do not allow this operation"));
    }
}
