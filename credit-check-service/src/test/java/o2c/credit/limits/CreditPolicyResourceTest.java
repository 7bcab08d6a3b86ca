package o2c.credit.limits;

import static o2c.credit.Api.other;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("The credit policy over REST")
class CreditPolicyResourceTest {

    @Test
    void versionsAreAddedAndNeverLost() {
        other().get("/v1/credit-policy")
                .then()
                .statusCode(200)
                .body("version", equalTo(0))
                .body("approvalThreshold", equalTo("50000.00"))
                .body("checkValidity", equalTo(7));

        String first = other().body(policy(SuiteServers.FIRST_DAY, "1000.00"))
                .put("/v1/credit-policy")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .extract()
                .header("ETag");
        other().body(policy("2026-06-01", "2000.00"))
                .put("/v1/credit-policy")
                .then()
                .statusCode(428);
        other().header("If-Match", first)
                .body(policy("2026-06-01", "2000.00"))
                .put("/v1/credit-policy")
                .then()
                .statusCode(200);
        other().header("If-Match", first)
                .body(policy("2026-06-01", "3000.00"))
                .put("/v1/credit-policy")
                .then()
                .statusCode(412);

        other().get("/v1/credit-policy").then().body("approvalThreshold", equalTo("1000.00"));
        other().get("/v1/credit-policy?asOf=2026-06-01").then().body("approvalThreshold", equalTo("2000.00"));
    }

    @Test
    void figuresWithoutSenseAreRefused() {
        other().header("If-Match", "*")
                .body(policy(SuiteServers.FIRST_DAY, "-1.00"))
                .put("/v1/credit-policy")
                .then()
                .statusCode(400)
                .body("code", equalTo("policy-out-of-range"));
        other().header("If-Match", "*")
                .body(policy("2020-01-01", "1.00"))
                .put("/v1/credit-policy")
                .then()
                .statusCode(422)
                .body("code", equalTo("effective-in-past"));
    }

    private static String policy(String from, String threshold) {
        return "{\"effectiveFrom\":\"" + from + "\",\"approvalThreshold\":\"" + threshold
                + "\",\"tolerance\":\"1.00\",\"declineAbove\":\"200.00\",\"checkValidity\":7}";
    }
}
