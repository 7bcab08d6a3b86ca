package o2c.policy.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.PolicyEvent.AdverseInformationFound;
import o2c.contracts.PolicyEvent.ClaimSettled;
import o2c.contracts.PolicyEvent.InsurerReported;
import o2c.kernel.Ids;
import o2c.policy.Desk;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("From an overdue invoice to a shared recovery, over REST")
class ClaimResourceTest {

    private static final String POLICY = """
            {"validFrom":"2025-01-01","validTo":"2027-12-31","currency":"EUR","insuredPercentage":"90.00",
             "insuredSellerIds":["%s"],"waitingPeriod":{"value":2,"unit":"months"},"minimumRetention":"100.00",
             "aggregateFirstLoss":"50.00","maximumLiability":"5000.00","resumption":"on-consent",
             "discretionary":{"amount":"200.00","percentage":"80.00"}}""";

    private final Desk desk = new Desk("demo");
    private final String seller = "S-" + Ids.next();
    private final String policyId = "P-" + seller;
    private final String customer = "C-" + Ids.next();
    private EventProbe probe;
    private InvoiceIssued invoice;

    @BeforeEach
    void start() {
        probe = EventProbe.connect();
        desk.asking()
                .body(POLICY.formatted(seller))
                .put("/v1/policies/" + policyId)
                .then()
                .statusCode(201);
        desk.limit(policyId, customer, "1000.00", "2025-06-01");
        invoice = Desk.invoice(customer, seller, "OLD", "2025-08-01", "2025-08-31", "1500.00");
        probe.publish("demo", invoice);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(customer).statusCode(200).body("lines", hasSize(1)));
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    @DisplayName("Reported in time it is claimable in part; filed, settled by the clauses, a recovery shared")
    void aLife() {
        claimability().body("verdict", equalTo("not-claimable")).body("broken.clause", contains("notice-missing"));
        post("/v1/claims", "{\"invoiceIds\":[\"%s\"]}".formatted(invoice.invoiceId()))
                .statusCode(422)
                .body("code", equalTo("not-claimable"))
                .body("detail", containsString("notice-missing"));
        reported();
        claimability()
                .body("verdict", equalTo("claimable-in-part"))
                .body("covered.amount", equalTo("1000.00"))
                .body("insured.amount", equalTo("900.00"))
                .body("deadlines.lastCoveredDay", equalTo("2025-10-30"))
                .body("deadlines.claimOn", equalTo("2026-04-28"));
        desk.asking()
                .get("/v1/customers/" + customer + "/claimability")
                .then()
                .statusCode(200)
                .body("items.verdict", contains("claimable-in-part"))
                .body("items[0].deadlines.handOverOn", equalTo("2025-11-29"));
        desk.asking()
                .queryParam("asOf", "2025-10-30")
                .get("/v1/invoices/" + invoice.invoiceId() + "/claimability")
                .then()
                .statusCode(200)
                .body("clauses.find { it.clause == 'notice-missing' }.outcome", equalTo("passed"));

        String claim = post(
                        "/v1/claims",
                        "{\"invoiceIds\":[\"%s\"],\"handedOverOn\":\"2025-11-04\"}".formatted(invoice.invoiceId()))
                .statusCode(201)
                .body("lossOn", equalTo("2026-01-04"))
                .body("loss.amount", equalTo("1500.00"))
                .extract()
                .path("claimId");
        packOf(claim);
        settled(claim);
    }

    private void reported() {
        post("/v1/overdue-reports", """
                        {"policyId":"%s","customerId":"%s","invoiceIds":["%s"],
                          "reportedOn":"2025-11-20"}""".formatted(policyId, customer, invoice.invoiceId()))
                .statusCode(201)
                .body("kind", equalTo("overdue"));
        InsurerReported told =
                probe.await(InsurerReported.class, event -> event.customerId().equals(customer));
        assertThat(told.invoiceIds()).containsExactly(invoice.invoiceId());
        desk.asking()
                .queryParam("customerId", customer)
                .get("/v1/insurer-reports")
                .then()
                .body("items", hasSize(1));
    }

    private void packOf(String claim) {
        desk.asking()
                .get("/v1/claims/" + claim + "/pack")
                .then()
                .statusCode(200)
                .body("papers.kind", hasItems("invoice", "statement", "limit-decision", "overdue-report"))
                .body("papers[0].sha256.length()", equalTo(64))
                .body("gaps.kind", hasItem("proof-of-delivery"));
        String hash = "0".repeat(64);
        post("/v1/claims/" + claim + "/papers", """
                        {"kind":"proof-of-delivery","invoiceId":"%s","name":"cmr.pdf",
                          "sha256":"%s"}""".formatted(invoice.invoiceId(), hash))
                .statusCode(201)
                .body("gaps.kind", not(hasItem("proof-of-delivery")));
        post("/v1/claims/" + claim + "/papers", "{\"kind\":\"terms\",\"name\":\"t\",\"sha256\":\"XY\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/sha256"));
    }

    private void settled(String claim) {
        post("/v1/claims", "{\"invoiceIds\":[\"%s\"]}".formatted(invoice.invoiceId()))
                .statusCode(422)
                .body("code", equalTo("invoice-claimed-already"));
        post("/v1/claims/" + claim + "/decision", "{\"outcome\":\"paid\",\"settledOn\":\"2026-01-03\"}")
                .statusCode(422)
                .body("code", equalTo("waiting-period-runs"));
        post("/v1/claims/" + claim + "/decision", "{\"outcome\":\"paid\"}")
                .statusCode(200)
                .body("status", equalTo("paid"))
                .body("settlement.indemnity.amount.amount", equalTo("850.00"))
                .body("settlement.indemnity.steps", hasSize(5));
        ClaimSettled told =
                probe.await(ClaimSettled.class, event -> event.customerId().equals(customer));
        assertThat(told.indemnity().amount()).isEqualByComparingTo("850");
        post("/v1/claims/" + claim + "/recoveries", "{\"amount\":{\"amount\":\"300.00\",\"currency\":\"EUR\"}}")
                .statusCode(201)
                .body("insurer.amount", equalTo("170.00"))
                .body("seller.amount", equalTo("130.00"));
        desk.asking()
                .get("/v1/claims/" + claim)
                .then()
                .body("recoveries", hasSize(1))
                .body("status", equalTo("paid"));
        desk.asking()
                .queryParam("customerId", customer)
                .get("/v1/claims")
                .then()
                .body("items", hasSize(1));
        new Desk("other").asking().get("/v1/claims/" + claim).then().statusCode(404);
    }

    @Test
    @DisplayName("Consent insures deliveries again; bad news ends blind cover and is to be reported by a day")
    void dealings() {
        probe.publish("demo", Desk.invoice(customer, seller, "NEW", "2026-01-04", "2026-02-03", "100.00"));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(customer).body("lines[1].reasons.reason", contains("after-stop")));
        String extension = """
                {"kind":"extension","policyId":"%s","customerId":"%s","invoiceId":"%s",
                 "givenOn":"2025-10-01","until":"2026-03-31"}""";
        post("/v1/insurer-consents", extension.formatted(policyId, customer, invoice.invoiceId()))
                .statusCode(201);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> desk.cover(customer)
                        .body("lines[1].reasons.reason", not(hasItem("after-stop")))
                        .body("stopOn", equalTo("2026-04-01")));
        post(
                        "/v1/insurer-consents",
                        "{\"kind\":\"extension\",\"policyId\":\"%s\",\"customerId\":\"%s\"}"
                                .formatted(policyId, customer))
                .statusCode(400)
                .body("code", equalTo("until-missing"));

        post(
                        "/v1/adverse-information",
                        "{\"policyId\":\"%s\",\"customerId\":\"%s\",\"information\":\"debit returned\"}"
                                .formatted(policyId, customer))
                .statusCode(201)
                .body("reportBy", equalTo("2026-01-15"));
        probe.await(AdverseInformationFound.class, event -> event.customerId().equals(customer));
        claimability()
                .body("clauses.find { it.clause == 'adverse-not-reported' }.outcome", equalTo("open"))
                .body("clauses.find { it.clause == 'adverse-not-reported' }.curableUntil", equalTo("2026-01-15"));
        desk.derive();
        desk.asking()
                .queryParam("within", "P120D")
                .queryParam("customerId", customer)
                .get("/v1/deadlines/calendar")
                .then()
                .statusCode(200)
                .body(containsString("DTSTART;VALUE=DATE:20260401"));
    }

    @Test
    @DisplayName("What is not known is refused, naming the field")
    void refusals() {
        desk.asking().get("/v1/invoices/" + Ids.next() + "/claimability").then().statusCode(404);
        post("/v1/claims", "{\"invoiceIds\":[]}").statusCode(400);
        post(
                        "/v1/overdue-reports",
                        "{\"policyId\":\"%s\",\"customerId\":\"%s\",\"invoiceIds\":[\"%s\"]}"
                                .formatted(policyId, customer, Ids.next()))
                .statusCode(422)
                .body("code", equalTo("invoice-unknown"))
                .header("Retry-After", "1");
        desk.asking().get("/v1/claims/" + Ids.next()).then().statusCode(404).body("code", equalTo("claim-unknown"));
    }

    @Test
    @DisplayName("Of each clause the passing example breaks nothing and the failing one breaks that clause")
    void clauseExamples() {
        JsonPath clauses = desk.asking()
                .get("/v1/policy-clauses")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> names = clauses.getList("items.clause");
        assertThat(names).hasSizeGreaterThan(13).doesNotHaveDuplicates();
        for (int i = 0; i < names.size(); i++) {
            assertThat(clauses.getList("items[" + i + "].passing.broken"))
                    .as("passing example of %s", names.get(i))
                    .isEmpty();
            assertThat(clauses.getList("items[" + i + "].failing.broken", String.class))
                    .as("failing example of %s", names.get(i))
                    .containsExactly(clauses.getString("items[" + i + "].reason"));
        }
    }

    private ValidatableResponse claimability() {
        return desk.asking()
                .get("/v1/invoices/" + invoice.invoiceId() + "/claimability")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse post(String path, String body) {
        return desk.posting().body(body).post(path).then();
    }
}
