package o2c.runtime.approvals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import o2c.testkit.SuiteServers;
import o2c.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** What one person asks for, another decides, once. */
@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
class FourEyesTest {

    @Test
    void whatASecondPersonApprovesIsDone() {
        String approval = asked("P-1");
        assertThat(open()).contains(approval);

        Response decided = decide("boss", approval, "{\"decision\":\"approved\",\"reason\":\"fine\"}");

        assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(200);
        assertThat(decided.jsonPath().getString("status")).isEqualTo("approved");
        assertThat(decided.jsonPath().getString("decidedBy")).isEqualTo("boss");
        assertThat(PriceResource.CHANGED).contains("P-1 9.00");
        assertThat(open()).doesNotContain(approval);
        assertRefused(decide("boss2", approval, "{\"decision\":\"declined\"}"), 409, "already-decided");
    }

    @Test
    void whatIsDeclinedIsNotDone() {
        decide("boss", asked("P-2"), "{\"decision\":\"declined\"}").then().statusCode(200);

        assertThat(PriceResource.CHANGED).noneMatch(changed -> changed.startsWith("P-2"));
    }

    @Test
    void nobodyDecidesWhatHeAskedForAndTheTrialIsAudited() {
        String approval = asked("P-3");

        assertRefused(decide("clerk", approval, "{\"decision\":\"approved\"}"), 403, "four-eyes");

        assertThat(open()).contains(approval);
        assertThat(given().auth()
                        .oauth2(Tokens.of("demo", "audit:read"))
                        .get("/v1/audit-entries?subject=" + approval)
                        .jsonPath()
                        .getList("items.action"))
                .contains("approval.own-decision-refused");
    }

    @Test
    void aRefusalOfWhatIsApprovedLeavesItOpen() {
        String approval = asked("frozen");

        assertRefused(decide("boss", approval, "{\"decision\":\"approved\"}"), 422, "price-frozen");

        assertThat(open()).contains(approval);
    }

    @Test
    void decidingNeedsTheScopeOfTheServiceAndAnApprovalOfTheTenant() {
        String approval = asked("P-4");

        given().auth()
                .oauth2(Tokens.as("demo", "boss", "credit:approve"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"decision\":\"approved\"}")
                .post("/v1/approvals/" + approval + "/decision")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("other", "invoice:read"))
                .get("/v1/approvals/" + approval)
                .then()
                .statusCode(404);
    }

    private static String asked(String price) {
        return given().auth()
                .oauth2(Tokens.as("demo", "clerk", "invoice:write"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/prices/" + price + "/change-requests")
                .then()
                .statusCode(200)
                .extract()
                .path("approvalId");
    }

    private static Response decide(String who, String approval, String body) {
        return given().auth()
                .oauth2(Tokens.as("demo", who, "invoice:approve"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/v1/approvals/" + approval + "/decision");
    }

    private static String open() {
        return given().auth()
                .oauth2(Tokens.of("demo", "invoice:read"))
                .get("/v1/approvals?status=open&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}
