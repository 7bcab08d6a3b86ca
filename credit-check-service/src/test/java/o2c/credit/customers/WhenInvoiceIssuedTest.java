package o2c.credit.customers;

import static o2c.credit.Api.demo;
import static o2c.credit.Api.get;
import static o2c.credit.Api.newId;
import static o2c.credit.Api.put;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import o2c.contracts.CreditEvent;
import o2c.credit.Api;
import o2c.credit.Invoices;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("When an invoice names a customer nobody registered")
class WhenInvoiceIssuedTest {

    @Test
    void heIsProvisionalUntilRegistered() {
        String id = newId();
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish("demo", Invoices.issued(id, "100.00", Api.today()));
            probe.publish("demo", Invoices.received(id, "10.00", Api.today(), null));
            await().untilAsserted(() -> demo().get("/v1/customers/" + id).then().statusCode(200));
            get("/v1/customers/" + id).body("provisional", equalTo(true));
            get("/v1/provisional-customers?limit=200").body("items.customerId", not(hasItem(id)));

            Api.nextDay();
            get("/v1/provisional-customers?limit=200").body("items.customerId", hasItem(id));

            put("/v1/customers/" + id, "{\"name\":\"Acme\",\"country\":\"NL\",\"kind\":\"business\"}")
                    .then()
                    .statusCode(200)
                    .body("provisional", equalTo(false));
            probe.await(
                    CreditEvent.CustomerRegistered.class,
                    event -> event.customerId().equals(id));
        }
        get("/v1/provisional-customers?limit=200").body("items.customerId", not(hasItem(id)));
        get("/v1/customers/" + id + "/history").body("items", hasSize(2));
        get("/v1/customers/" + id + "/exposure").body("total.amount", equalTo("90.00"));
    }
}
