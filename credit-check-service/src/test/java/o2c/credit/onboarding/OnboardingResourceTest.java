package o2c.credit.onboarding;

import static o2c.credit.Api.customer;
import static o2c.credit.Api.demo;
import static o2c.credit.Api.get;
import static o2c.credit.Api.newId;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import o2c.credit.Api;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Onboarding over REST")
class OnboardingResourceTest {

    @Test
    void aDossierTellsWhatIsMissing() {
        String id = customer();
        String item = "items.find { it.item == 'legal-form' }.state";

        get("/v1/customers/" + id + "/dossier").body("complete", equalTo(false)).body(item, equalTo("missing"));
        Api.put("/v1/customers/" + id, "{\"legalForm\":\"BV\",\"size\":\"sme\",\"naturalPerson\":false}")
                .then()
                .statusCode(200)
                .body("legalForm", equalTo("BV"));
        get("/v1/customers/" + id + "/dossier").body(item, equalTo("present"));
        Api.put("/v1/customers/" + id, "{\"size\":\"huge\"}")
                .then()
                .statusCode(400)
                .body("code", equalTo("size-unknown"));
        demo().get("/v1/customers/" + newId() + "/dossier").then().statusCode(404);
    }

    @Test
    void customersThatShareAnIdentifierAreFound() {
        String number = newId();
        String one = customer();
        String other = customer();
        for (String id : new String[] {one, other}) {
            Api.put("/v1/customers/" + id, "{\"registrationNumber\":\"" + number + "\"}")
                    .then()
                    .statusCode(200);
        }

        get("/v1/customers/duplicates?limit=200")
                .body(
                        "items.find { it.key == 'registration-number:NL:" + number + "' }.customerIds",
                        contains(one, other));
    }
}
