package o2c.runtime.http.problems;

import java.util.Optional;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.HttpRefusal;
import o2c.runtime.http.Problem;

/** Refusals by our own rules. */
final class RuleDiagnosis {

    private RuleDiagnosis() {}

    static Optional<Diagnosis> ofRefusal(Throwable failure) {
        return Causes.find(failure, HttpRefusal.class)
                .map(refusal -> Diagnosis.of(refusal.problem()).retryAfter(refusal.retryAfterSeconds()));
    }

    static Optional<Diagnosis> of(Throwable failure) {
        return Causes.find(failure, RuleBroken.class)
                .map(rule ->
                        Diagnosis.of(problem(rule)).retryAfter(rule.kind() == RuleBroken.Kind.NOT_YET_KNOWN ? 1 : 0));
    }

    static Problem problem(RuleBroken rule) {
        int status = switch (rule.kind()) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case REFUSED, NOT_YET_KNOWN -> 422;
        };
        return Problem.of(status, rule.code(), rule.getMessage()).at(rule.pointer());
    }
}
