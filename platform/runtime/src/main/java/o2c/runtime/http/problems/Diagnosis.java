package o2c.runtime.http.problems;

import java.util.LinkedHashMap;
import java.util.Map;
import o2c.runtime.http.Problem;

/**
 * What a failure means to the caller.
 *
 * @param headers headers of the answer beside the problem document
 */
record Diagnosis(Problem problem, Map<String, String> headers) {

    static Diagnosis of(int status, String code, String detail) {
        return new Diagnosis(Problem.of(status, code, detail), Map.of());
    }

    static Diagnosis of(Problem problem) {
        return new Diagnosis(problem, Map.of());
    }

    Diagnosis retryAfter(int seconds) {
        return seconds <= 0 ? this : with("Retry-After", String.valueOf(seconds));
    }

    Diagnosis with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Diagnosis(problem, more);
    }
}
