package o2c.credit.insolvency;

import static o2c.credit.Api.check;
import static o2c.credit.Api.customerWithLimit;
import static o2c.credit.Api.eur;
import static o2c.credit.Api.get;
import static o2c.credit.Api.newId;
import static o2c.credit.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import o2c.contracts.CreditEvent.CreditLimitChanged;
import o2c.contracts.CreditEvent.InsolvencyEnded;
import o2c.contracts.CreditEvent.InsolvencyRegistered;
import o2c.contracts.CreditEvent.OrderHeld;
import o2c.credit.Api;
import o2c.kernel.Money;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Insolvencies over REST")
class InsolvencyResourceTest {

    @Test
    void atOnceNoCreditOrdersHeldAndTheAdministratorKnown() {
        String id = customerWithLimit("1000.00");
        LocalDate today = Api.today();
        String order = check(id, "order", "O1", "300.00").path("checkId");

        String insolvency = post(path(id), notice(today.minusDays(2).toString()))
                .then()
                .statusCode(201)
                .body("kind", equalTo("bankruptcy"))
                .extract()
                .path("insolvencyId");

        check(id, "quote", "Q1", "1.00")
                .then()
                .body("verdict", equalTo("declined"))
                .body("reasons.code", hasItem("insolvent"));
        get("/v1/customers/" + id + "/credit-limit").body("limit.amount", equalTo("0.00"));
        get("/v1/customers/" + id).body("contacts.role", hasItem("administrator"));
        post("/v1/credit-checks/" + order + "/confirmation", "{\"orderId\":\"O1\",\"amount\":" + eur("300.00") + "}")
                .then()
                .statusCode(409)
                .body("code", equalTo("customer-insolvent"));
        post(path(id), notice(today.toString())).then().statusCode(409).body("code", equalTo("insolvency-open"));
        try (EventProbe probe = EventProbe.connect()) {
            assertThat(probe.await(
                                    InsolvencyRegistered.class,
                                    event -> event.customerId().equals(id))
                            .openedOn())
                    .isEqualTo(today.minusDays(2));
            assertThat(probe.await(OrderHeld.class, event -> event.customerId().equals(id))
                            .reasons())
                    .containsExactly("insolvent");
            probe.await(
                    CreditLimitChanged.class,
                    event -> event.customerId().equals(id) && event.limit().equals(Money.of("0.00", "EUR")));

            end(id, insolvency);
            probe.await(InsolvencyEnded.class, event -> event.customerId().equals(id));
        }
        check(id, "quote", "Q2", "1.00").then().body("reasons.code", not(hasItem("insolvent")));
        get(path(id)).body("items[0].insolvencyId", equalTo(insolvency));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        String id = Api.customer();

        post(path(id), notice(Api.today().plusDays(1).toString()))
                .then()
                .statusCode(422)
                .body("code", equalTo("date-in-future"));
        post(path(id), notice("2026-01-05").replace("curator@dewit.example", "nobody"))
                .then()
                .statusCode(400)
                .body("code", equalTo("email-malformed"));
        post(path(newId()), notice("2026-01-05")).then().statusCode(404).body("code", equalTo("customer-unknown"));
        post(path(id), "{\"kind\":\"broke\",\"openedOn\":\"2026-01-05\",\"source\":\"x\"}")
                .then()
                .statusCode(400);
    }

    private static void end(String id, String insolvency) {
        LocalDate today = Api.today();
        String end = "{\"endedOn\":\"" + today + "\",\"reason\":\"composition\"}";
        post(path(id) + "/" + insolvency + "/end", end)
                .then()
                .statusCode(200)
                .body("endedOn", equalTo(today.toString()));
        post(path(id) + "/" + insolvency + "/end", end)
                .then()
                .statusCode(409)
                .body("code", equalTo("insolvency-ended"));
    }

    private static String path(String id) {
        return "/v1/customers/" + id + "/insolvencies";
    }

    private static String notice(String openedOn) {
        return "{\"kind\":\"bankruptcy\",\"openedOn\":\"" + openedOn
                + "\",\"court\":\"Amsterdam\",\"caseNumber\":\"F1\",\"administrator\":{\"name\":\"De"
                + " Wit\",\"email\":\"curator@dewit.example\"},\"source\":\"register\"}";
    }
}
