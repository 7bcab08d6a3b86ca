package o2c.policy.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import o2c.contracts.PolicyEvent.PolicyActivated;
import o2c.kernel.Ids;
import o2c.policy.Desk;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Policies over REST")
class PolicyResourceTest {

    private final Desk desk = new Desk("demo");
    private final String seller = "S-" + Ids.next();
    private final String path = "/v1/policies/P-" + seller;

    @Test
    @DisplayName("A first PUT makes version 1 with the stated defaults and announces it")
    void created() {
        String policyId = desk.policyFor(seller);

        desk.asking()
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("rule", equalTo("silo"))
                .body("extensionPeriod.value", equalTo(60))
                .body("extensionPeriod.unit", equalTo("days"))
                .body("extensionAnchor", equalTo("due"))
                .body("reportDays", equalTo(30))
                .body("coverBasis", equalTo("gross"))
                .body("disputeScope", equalTo("whole-invoice"))
                .body("insuredPercentage", equalTo("90.00"))
                .body("discretionary.amount", equalTo("1000.00"));
        try (EventProbe probe = EventProbe.connect()) {
            PolicyActivated activated =
                    probe.await(PolicyActivated.class, event -> event.policyId().equals(policyId));
            assertThat(activated.version()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("A change needs If-Match, keeps what is left out, clears what is null and overwrites nothing")
    void changed() {
        desk.policyFor(seller);
        String change = "{\"validFrom\":\"2026-07-01\",\"insuredPercentage\":\"85\",\"maxTermDays\":null}";

        desk.asking().body(change).put(path).then().statusCode(428).body("code", equalTo("precondition-required"));
        desk.asking()
                .header("If-Match", "\"7\"")
                .body(change)
                .put(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("changed-meanwhile"));
        desk.asking()
                .header("If-Match", "\"1\"")
                .body(change)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("insuredPercentage", equalTo("85.00"))
                .body("validTo", equalTo("2027-12-31"))
                .body("maxTermDays", nullValue())
                .body("insuredSellerIds", contains(seller));
        desk.asking()
                .get(path + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 2))
                .body("items.maxTermDays", hasItem(90));
    }

    @Test
    @DisplayName("Unchanged content makes no version")
    void unchanged() {
        desk.policyFor(seller);

        desk.asking()
                .header("If-Match", "\"1\"")
                .body(Desk.POLICY.formatted(seller))
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    @DisplayName("A second policy for the same seller and days is refused")
    void overlap() {
        desk.policyFor(seller);

        desk.asking()
                .body(Desk.POLICY.formatted(seller))
                .put(path + "-2")
                .then()
                .statusCode(422)
                .body("code", equalTo("policy-overlap"))
                .body("errors[0].pointer", equalTo("/validFrom"));
        desk.asking().get(path + "-2").then().statusCode(404);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'currency':'EUR'                         | /currency | 'currency':null | null-not-allowed",
                "'insuredPercentage':'90.00'              | /insuredPercentage | 'insuredPercentage':'100.01' |"
                        + " percentage-out-of-range",
                "'validTo':'2027-12-31'                   | /validTo | 'validTo':'2024-12-31' | period-reversed",
                "'validFrom':'2025-01-01'                 | /validFrom | 'validFrom':'2025-02-30' | date-malformed",
                "'maxTermDays':90                         | /maxTermDays | 'maxTermDays':-1 | period-out-of-range",
                "'maxTermDays':90                         | /countries | 'countries':['nl'] | country-malformed",
                "'amount':'1000.00'                       | /discretionary/amount | 'amount':'1000.001' |"
                        + " wrong-minor-digits",
                "'maxTermDays':90                         | /maxTermDay | 'maxTermDay':1 | unknown-field",
                "'maxTermDays':90                         | /rule | 'rule':1 | number-for-enum",
                "'maxTermDays':90                         | /extensionPeriod/value |"
                        + " 'extensionPeriod':{'value':-1,'unit':'days'} | period-out-of-range"
            })
    @DisplayName("Bad input names the field and stores nothing")
    void badInput(String good, String pointer, String bad, String code) {
        String body = Desk.POLICY
                .formatted(seller)
                .replace(good.strip().replace('\'', '"'), bad.strip().replace('\'', '"'));

        desk.asking()
                .body(body)
                .put(path)
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
        desk.asking().get(path).then().statusCode(404);
    }

    @Test
    @DisplayName("Policies are listed by id; another tenant sees none of them")
    void listed() {
        desk.policyFor(seller);

        desk.asking()
                .queryParam("limit", 1)
                .get("/v1/policies")
                .then()
                .statusCode(200)
                .body("items[0].policyId", notNullValue());
        new Desk("other").asking().get(path).then().statusCode(404).body("code", equalTo("policy-unknown"));
        new Desk("other").asking().get(path + "/versions").then().statusCode(404);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sixty-days-after-due, coverBasis, net",
        "from-invoice-day, extensionAnchor, invoice",
        "percentage-then-deduction, deductionOrder, after"
    })
    @DisplayName("Each sample is a body for a policy, comes back as sent and reads as prose")
    void samples(String sampleId, String clause, String value) {
        Map<String, Object> sample = desk.asking()
                .get("/v1/policy-samples/" + sampleId)
                .then()
                .statusCode(200)
                .extract()
                .path("policy");
        Map<String, Object> body = new HashMap<>(sample);
        body.put("insuredSellerIds", List.of(seller));

        Map<String, Object> kept = desk.asking()
                .body(body)
                .put(path)
                .then()
                .statusCode(201)
                .body(clause, equalTo(value))
                .extract()
                .path("$");
        assertThat(kept).containsAllEntriesOf(body);
        desk.asking()
                .header("If-Match", "\"1\"")
                .body(body)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        desk.asking()
                .get(path + "/prose")
                .then()
                .statusCode(200)
                .body("paragraphs.clause", hasItems("insuredPercentage", "extensionPeriod", "premium"));
        desk.asking().get(path + "/prose?version=9").then().statusCode(404);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'threshold':'-1.00' | /threshold | amount-negative",
                "'maximumLiability':'1' | /maximumLiability | wrong-minor-digits",
                "'premium':{'rate':'101'} | /premium/rate | percentage-out-of-range",
                "'premium':{'minimum':'-1.00'} | /premium/minimum | amount-negative",
                "'countryPercentages':{'xx':'10'} | /countryPercentages | country-malformed",
                "'countryPercentages':{'NL':'110'} | /countryPercentages | percentage-out-of-range",
                "'waitingPeriod':{'unit':'months'} | /waitingPeriod/value | null-not-allowed",
                "'waitingPeriod':{'value':9999} | /waitingPeriod/value | period-out-of-range",
                "'experience':{'share':'10'} | /experience/months | null-not-allowed",
                "'experience':{'months':0,'share':'10'} | /experience/months | period-out-of-range",
                "'handOverDays':-1 | /handOverDays | period-out-of-range"
            })
    @DisplayName("Bad input in a further clause names the field")
    void badClause(String clause, String pointer, String code) {
        String body = Desk.POLICY
                .formatted(seller)
                .replace("\"maxTermDays\":90", clause.strip().replace('\'', '"'));

        desk.asking()
                .body(body)
                .put(path)
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }
}
