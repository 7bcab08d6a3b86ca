package o2c.credit.monitoring;

import static o2c.credit.Api.check;
import static o2c.credit.Api.customerWithLimit;
import static o2c.credit.Api.demo;
import static o2c.credit.Api.get;
import static o2c.credit.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import o2c.contracts.CreditEvent.EarlyWarningRaised;
import o2c.contracts.CreditEvent.LimitUtilisationAlert;
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
@DisplayName("Customers are watched")
class MonitoringResourceTest {

    @Test
    void aLimitThatFillsUpIsToldOncePerLevel() {
        String id = customerWithLimit("1000.00");
        check(id, "order", "O1", "820.00").then().body("verdict", equalTo("approved"));
        derive();
        derive();
        check(id, "order", "O2", "10.00").then().body("verdict", equalTo("approved"));
        derive();
        check(id, "order", "O3", "170.00").then().body("verdict", equalTo("approved"));
        derive();

        try (EventProbe probe = EventProbe.connect()) {
            LimitUtilisationAlert full = probe.await(
                    LimitUtilisationAlert.class, event -> event.customerId().equals(id) && event.level() == 100);
            assertThat(full.owed()).isEqualTo(Money.of("1000.00", "EUR"));
            List<LimitUtilisationAlert> all = probe.seen(
                    LimitUtilisationAlert.class, event -> event.customerId().equals(id));
            assertThat(all).extracting(LimitUtilisationAlert::level).containsExactly(80, 100);
            assertThat(all.get(0).utilisation().value()).isEqualTo("82.00");
        }
    }

    @Test
    void aSignIsRaisedOnceAndEndsWithItsCause() {
        String id = customerWithLimit("1000.00");
        InvoiceIssued late = Invoices.issued(id, "100.00", Api.today().minusDays(70));
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish("demo", late);
            probe.publish("demo", Invoices.overdue(late, Api.today()));
            await().untilAsserted(() -> {
                derive();
                warnings(id).body("items.kind", contains("long-overdue"));
            });
            derive();
            warnings(id).body("items", hasSize(1)).body("items[0].proposal", equalTo("hold"));
            probe.await(EarlyWarningRaised.class, event -> event.customerId().equals(id));

            probe.publish("demo", Invoices.received(id, "100.00", Api.today(), null));
            probe.publish("demo", Invoices.allocated(late, "100.00", Api.today()));
            await().untilAsserted(() -> {
                derive();
                warnings(id).body("items", empty());
            });
        }
    }

    @Test
    void everybodyWithALimitIsReviewed() {
        String id = customerWithLimit("1000.00");
        derive();
        String path = "/v1/reviews?customerId=" + id;
        String review = get(path)
                .body("items", hasSize(1))
                .body("items[0].dueOn", equalTo(Api.today().plusDays(30).toString()))
                .body("items[0].overdue", equalTo(false))
                .extract()
                .path("items[0].reviewId");
        get(path + "&dueBy=" + Api.today()).body("items", empty());

        String done = "{\"outcome\":\"kept\",\"reason\":\"looked at the accounts\"}";
        post("/v1/reviews/" + review + "/completion", done)
                .then()
                .statusCode(200)
                .body("doneBy", equalTo("demo-tester"));
        post("/v1/reviews/" + review + "/completion", done)
                .then()
                .statusCode(409)
                .body("code", equalTo("review-done"));
        String next = get(path).body("items", hasSize(1)).extract().path("items[0].reviewId");
        assertThat(next).isNotEqualTo(review);
        demo().get("/v1/reviews?limit=0").then().statusCode(400);
    }

    private static io.restassured.response.ValidatableResponse warnings(String id) {
        return get("/v1/watchlist?customerId=" + id);
    }

    private static void derive() {
        demo().post("/v1/derivations").then().statusCode(200);
    }
}
