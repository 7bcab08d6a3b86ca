package o2c.runtime.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.stream.Stream;
import o2c.testkit.SuiteServers;
import o2c.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody without a token, no token without a tenant, nothing without its scope. */
@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
class WhoMayComeInTest {

    static Stream<Arguments> badTokens() {
        String good = Tokens.of("demo", "invoice:read");
        String[] parts = good.split("\\.");
        return Stream.of(
                Arguments.of("garbage", "garbage", 401, "token-invalid"),
                Arguments.of("no signature", parts[0] + "." + parts[1] + ".", 401, "token-invalid"),
                Arguments.of(
                        "algorithm none", encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".", 401, "token-invalid"),
                Arguments.of("changed payload", parts[0] + "." + encoded("{}") + "." + parts[2], 401, "token-invalid"),
                Arguments.of("no tenant", Tokens.of("", "invoice:read"), 401, "tenant-missing"),
                Arguments.of("unknown tenant", Tokens.of("nobody", "invoice:read"), 403, "tenant-unknown"),
                Arguments.of("no scope", Tokens.of("demo"), 403, "scope-missing"),
                Arguments.of("another scope", Tokens.of("demo", "invoice:write"), 403, "scope-missing"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void isTurnedAwayWithAProblem(String what, String token, int status, String code) {
        Response answer = given().auth().oauth2(token).get("/v1/probes");

        assertRefused(answer, status, code);
    }

    @Test
    void aTokenIsNeeded() {
        assertRefused(given().get("/v1/probes"), 401, "token-missing");
    }

    @Test
    void whatNamesNoScopeIsDeniedToEverybody() {
        assertRefused(
                given().auth().oauth2(Tokens.of("demo", Tokens.allScopes())).get("/v1/probes/unannotated"),
                403,
                "scope-missing");
    }

    @Test
    void aHeaderThatIsTooLargeIsRefused() {
        int status =
                given().header("X-Much", "x".repeat(20_000)).get("/v1/probes").statusCode();

        assertThat(status).isBetween(400, 499);
    }

    @Test
    void theContractIsPublishedWithoutPages() {
        String contract =
                given().get("/q/openapi").then().statusCode(200).extract().asString();

        assertThat(contract)
                .contains("openapi: 3.0.3", "public-body", "Idempotency-Key", "application/problem+json")
                .containsPattern("x-required-scope:\\s+- invoice:approve")
                .doesNotContain("PUBLIC_BODY", "${", "approved:\n          type: boolean");
        given().redirects().follow(false).get("/q/swagger-ui/").then().statusCode(404);
    }

    private static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        if (status == 401) {
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes());
    }
}
