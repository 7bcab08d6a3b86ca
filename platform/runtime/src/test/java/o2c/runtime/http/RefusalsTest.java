package o2c.runtime.http;

import static io.restassured.RestAssured.given;
import static o2c.runtime.http.HostileInputTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import o2c.testkit.SuiteServers;
import o2c.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of failure looks like to a caller, and what a request tells about itself. */
@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
class RefusalsTest {

    private static final String THING = "/v1/probes/01890a5d-ac96-774b-bcce-b302099a8057";

    @ParameterizedTest
    @CsvSource({
        "invalid, 400, it-is-invalid,",
        "forbidden, 403, it-is-forbidden,",
        "not-found, 404, it-is-not-found,",
        "conflict, 409, it-conflicts,",
        "refused, 422, it-is-refused,",
        "not-yet-known, 422, it-is-unknown, 1",
        "busy, 409, it-is-busy, 1",
        "bug, 500, internal-error,",
        "stale, 409, changed-meanwhile,",
        "pool, 503, temporarily-unavailable, 2",
        "08006, 503, temporarily-unavailable, 2",
        "57P01, 503, temporarily-unavailable, 2",
        "53300, 503, temporarily-unavailable, 2",
        "57014, 503, temporarily-unavailable, 2",
        "40P01, 409, busy, 1",
        "55P03, 409, busy, 1",
        "53100, 507, storage-full,",
        "23505, 409, already-exists,",
        "22021, 400, text-malformed,",
        "42601, 500, internal-error,"
    })
    void everyFailureHasItsStatusAndCode(String kind, int status, String code, String retryAfter) {
        Response answer = reading().get("/v1/probes/failures/" + kind);

        assertProblem(answer, status, code);
        assertThat(answer.header("Retry-After")).isEqualTo(retryAfter);
        assertThat(answer.asString()).doesNotContain("NL91", "acquisition");
    }

    @Test
    void aStaleVersionIsAFailedPreconditionWhenTheCallerNamedOne() {
        assertProblem(reading().header("If-Match", "\"6\"").get("/v1/probes/failures/stale"), 412, "changed-meanwhile");
    }

    @ParameterizedTest
    @CsvSource({
        "false, '\"7\"', 200,",
        "false, '*', 200,",
        "false, '\"6\", \"7\"', 200,",
        "false, , 200,",
        "false, '\"6\"', 412, changed-meanwhile",
        "false, 'W/\"7\"', 412, changed-meanwhile",
        "false, '7', 400, if-match-malformed",
        "true, '\"7\"', 200,",
        "true, '\"6\"', 412, changed-meanwhile",
        "true, , 428, precondition-required"
    })
    void versionsAreCompared(boolean strict, String ifMatch, int status, String code) {
        RequestSpecification request = writing().body("{\"name\":\"A\"}");
        Response answer =
                (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(THING + "?strict=" + strict);

        if (code == null) {
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.header("ETag")).isEqualTo("\"8\"");
        } else {
            assertProblem(answer, status, code);
        }
    }

    @Test
    void aListIsReadPageByPage() {
        Response first = reading().get("/v1/probes?limit=2");
        Response last = reading()
                .queryParam("cursor", first.jsonPath().getString("nextCursor"))
                .get("/v1/probes?limit=3");

        assertThat(first.jsonPath().getList("items")).isEqualTo(List.of(1, 2));
        assertThat(last.jsonPath().getList("items")).isEqualTo(List.of(3, 4, 5));
        assertThat(last.jsonPath().getString("nextCursor")).isNull();
    }

    @Test
    void theHashCoversMethodPathQueryAndEveryByte() {
        String hash = hash(THING + "/hash", "{\"a\":1}");

        assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(hash(THING + "/hash", "{\"a\":1}"));
        assertThat(hash(THING + "/hash", "{\"a\":1} ")).isNotEqualTo(hash);
        assertThat(hash(THING + "/hash", "")).isNotEqualTo(hash);
        assertThat(hash(THING + "/hash?x=1", "{\"a\":1}")).isNotEqualTo(hash);
        assertThat(hash("/v1/probes/x/hash", "{\"a\":1}")).isNotEqualTo(hash);
        assertThat(hash("/v1/probes/batch", "[]")).isNotEqualTo(hash("/v1/probes/batch", "[ ]"));
    }

    @Test
    void aTraceIsKeptAndAnswered() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        Response answer = writing()
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .post(THING + "/hash");

        assertThat(answer.header("O2C-Trace-Id")).isEqualTo(trace);
        assertThat(answer.jsonPath().getString("traceId")).isEqualTo(trace);
        assertThat(answer.jsonPath().getString("route")).isEqualTo("POST /v1/probes/{id}/hash");
    }

    @Test
    void answersOfTheApiAreNotKeptAndNotSniffed() {
        Response answer = reading().get("/v1/probes");

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private static String hash(String path, String body) {
        return writing().body(body).post(path).then().statusCode(200).extract().path("hash");
    }

    private static RequestSpecification reading() {
        return given().auth().oauth2(Tokens.of("demo", "invoice:read"));
    }

    private static RequestSpecification writing() {
        return given().auth().oauth2(Tokens.of("demo", "invoice:write")).contentType("application/json");
    }
}
