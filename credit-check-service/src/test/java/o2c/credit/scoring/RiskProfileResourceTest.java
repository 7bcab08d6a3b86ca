package o2c.credit.scoring;

import static o2c.credit.Api.customer;
import static o2c.credit.Api.demo;
import static o2c.credit.Api.get;
import static o2c.credit.Api.newId;
import static o2c.credit.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.CreditEvent.RiskClassChanged;
import o2c.contracts.DunningEvent.PromiseBroken;
import o2c.contracts.DunningEvent.PromiseKept;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.credit.Api;
import o2c.credit.Invoices;
import o2c.kernel.Money;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Risk profiles follow what happens")
class RiskProfileResourceTest {

    @Test
    void aCustomerWhoFallsLateIsReclassedAndTheInvoiceIsNamed() {
        String id = customer();
        LocalDate today = Api.today();
        InvoiceIssued paid = Invoices.issued(id, "1000.00", today.minusDays(60));
        InvoiceIssued late = Invoices.issued(id, "500.00", today.minusDays(45));
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish("demo", paid);
            probe.publish("demo", Invoices.received(id, "1000.00", today.minusDays(32), null));
            probe.publish("demo", Invoices.allocated(paid, "1000.00", today.minusDays(32)));
            await().untilAsserted(() -> get(path(id)).body("paymentBehaviour.settled", equalTo(1)));
            derive();
            RiskClassChanged first = probe.await(
                    RiskClassChanged.class, event -> event.customerId().equals(id));
            assertThat(first.before()).isNull();
            assertThat(first.after()).isEqualTo("A");

            probe.publish("demo", late);
            UUID overdue = probe.publish("demo", Invoices.overdue(late, today));
            await().untilAsserted(() -> get(path(id)).body("paymentBehaviour.oldestOverdueDays", equalTo(15)));
            derive();
            RiskClassChanged second = probe.await(
                    RiskClassChanged.class, event -> event.customerId().equals(id) && "A".equals(event.before()));
            assertThat(second.after()).isEqualTo("C");
            assertThat(second.cause()).isEqualTo(overdue);
            assertThat(second.causeType()).isEqualTo("PaymentOverdue");
            assertThat(second.invoiceId()).isEqualTo(late.invoiceId());
        }
        get(path(id)).body("riskClass", equalTo("C")).body("score", equalTo("460"));
        get(path(id) + "/scores?limit=1")
                .body("items[0].invoiceId", equalTo(late.invoiceId().toString()));
        get("/v1/credit-checks?customerId=" + id).body("items", equalTo(List.of()));
    }

    @Test
    void aPromiseCountsOnceItWasKeptOrBrokenAndOnlyOnce() {
        String id = customer();
        LocalDate today = Api.today();
        Money amount = Money.of("100.00", "EUR");
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish("demo", new PromiseKept(UUID.randomUUID(), id, "S1", amount, amount, today, today));
            probe.publish(
                    "demo",
                    new PromiseBroken(
                            UUID.randomUUID(), id, "S1", amount, Money.of("0.00", "EUR"), "broken", today.minusDays(3), today));
            await().untilAsserted(() -> get(path(id)).body("paymentBehaviour.promises", equalTo(2)));
        }
        assertThat(new BigDecimal(get(path(id)).extract().<String>path("paymentBehaviour.promiseRate")))
                .isEqualByComparingTo("50");
    }

    @Test
    void contributionsAddUpAndWhatIsMissingIsVisible() {
        String id = customer();
        LocalDate today = Api.today();
        post(
                        "/v1/customers/" + id + "/financial-statements",
                        "{\"periodEnd\":\"2025-12-31\",\"currency\":\"EUR\",\"totalAssets\":\"1000000\","
                                + "\"workingCapital\":\"200000\",\"retainedEarnings\":\"150000\",\"ebit\":\"90000\","
                                + "\"equity\":\"300000\",\"totalLiabilities\":\"0\",\"sales\":\"1500000\"}")
                .then()
                .statusCode(201)
                .body("zPrime.value", nullValue())
                .body("zPrime.zone", equalTo("not-computable"));
        post(
                        "/v1/customers/" + id + "/agency-reports",
                        "{\"provider\":\"cs\",\"value\":\"71\",\"knownScale\":\"creditsafe\",\"reportedOn\":\"" + today
                                + "\",\"ratios\":{\"attr-1\":\"0.20055\"}}")
                .then()
                .statusCode(201)
                .body("normalised", equalTo("71.00"))
                .body("normalisedClass", equalTo("B"));

        var profile = get(path(id));
        profile.body("missing.find { it.fact == 'altman-z-double-prime' }.state", equalTo("not-computable"))
                .body("missing.find { it.fact == 'weighted-days-late' }.state", equalTo("missing"))
                .body("riskClass", nullValue());
        List<String> points = profile.extract().path("contributions.points");
        BigDecimal sum = points.stream()
                .map(BigDecimal::new)
                .reduce(new BigDecimal(profile.extract().<String>path("base")), BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(profile.extract().<String>path("score"));
        get("/v1/customers/" + id + "/financial-statements").body("items[0].stale", equalTo(false));
        get("/v1/customers/" + id + "/agency-reports?asOf=" + today.minusDays(1))
                .body("items", equalTo(List.of()));
    }

    @Test
    void aTenantsOwnCardScoresOnARatioAsAnAgencyGivesIt() {
        String id = customer();
        String card = "card-" + newId().substring(2);
        String body = "{\"effectiveFrom\":\"" + Api.today() + "\",\"appliesTo\":{\"customerIds\":[\"" + id + "\"]},"
                + "\"base\":\"100\",\"leastKnown\":1,\"characteristics\":[{\"fact\":\"attr-1\",\"bins\":[{\"below\":"
                + "\"0.1\",\"points\":\"-50\",\"reasonCode\":\"poor-return\"},{\"from\":\"0.1\",\"points\":\"25\","
                + "\"reasonCode\":\"good-return\"}],\"missing\":{\"points\":\"-5\",\"reasonCode\":\"no-accounts\"}}],"
                + "\"classes\":[{\"name\":\"good\",\"from\":\"110\",\"reviewDays\":365},"
                + "{\"name\":\"poor\",\"from\":\"0\",\"reviewDays\":30}]}";
        demo().body(body).put("/v1/scorecards/" + card).then().statusCode(201).body("version", equalTo(1));
        demo().body(body).put("/v1/scorecards/" + card).then().statusCode(428);
        get(path(id))
                .body("score", equalTo("95"))
                .body("riskClass", nullValue())
                .body("contributions[0].reasonCode", equalTo("no-accounts"));

        post(
                        "/v1/customers/" + id + "/agency-reports",
                        "{\"provider\":\"any\",\"value\":\"3\",\"scale\":{\"version\":\"2026\",\"least\":\"1\","
                                + "\"most\":\"5\",\"direction\":\"lower-is-better\"},\"reportedOn\":\"" + Api.today()
                                + "\",\"ratios\":{\"attr-1\":\"0.20055\"}}")
                .then()
                .statusCode(201);
        get(path(id)).body("score", equalTo("125")).body("riskClass", equalTo("good"));
        get("/v1/scorecards?limit=200").body("items.scorecardId", hasItem(card));
        demo().body(body.replace("\"from\":\"0.1\"", "\"from\":\"0.2\""))
                .put("/v1/scorecards/" + card + "x")
                .then()
                .statusCode(400)
                .body("code", equalTo("bins-with-gaps"));
    }

    @Test
    void anExceptionCountsUntilItsLastDayAndStandsInTheRegister() {
        String id = customer();
        LocalDate today = Api.today();
        String wanted = "{\"customerId\":\"" + id + "\",\"kind\":\"risk-class\",\"value\":\"B\",\"reason\":\"known\","
                + "\"until\":\"" + today + "\"}";
        String override = post("/v1/overrides", wanted)
                .then()
                .statusCode(201)
                .body("person", equalTo("demo-tester"))
                .extract()
                .path("overrideId");
        get(path(id)).body("riskClass", equalTo("B")).body("computedClass", nullValue());
        derive();
        try (EventProbe probe = EventProbe.connect()) {
            assertThat(probe.await(
                                    RiskClassChanged.class,
                                    event -> event.customerId().equals(id))
                            .causeType())
                    .isEqualTo("override");
            Api.nextDay();
            derive();
            probe.await(RiskClassChanged.class, event -> event.customerId().equals(id) && "B".equals(event.before()));
        }
        get(path(id)).body("riskClass", nullValue());
        get("/v1/overrides?customerId=" + id + "&activeOn=" + today).body("items[0].overrideId", equalTo(override));
        get("/v1/overrides?customerId=" + id + "&activeOn=" + today.plusDays(1)).body("items", equalTo(List.of()));
        post("/v1/overrides/" + override + "/end", null).then().statusCode(409).body("code", equalTo("override-over"));
        post("/v1/overrides", wanted).then().statusCode(422).body("code", equalTo("override-already-over"));
    }

    private static void derive() {
        demo().post("/v1/derivations").then().statusCode(200);
    }

    private static String path(String id) {
        return "/v1/customers/" + id + "/risk-profile";
    }
}
