package o2c.credit.segments;

import static o2c.credit.Api.customer;
import static o2c.credit.Api.demo;
import static o2c.credit.Api.get;
import static o2c.credit.Api.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import o2c.contracts.CreditEvent.SegmentChanged;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.credit.Api;
import o2c.credit.Invoices;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Segments over REST")
class SegmentResourceTest {

    @Test
    void aCustomerMovesInAndOutWithTheFacts() {
        String id = customer();
        String segment = "late-" + newId().substring(2).toLowerCase(Locale.ROOT);
        demo().body("{\"effectiveFrom\":\"" + Api.today() + "\",\"rank\":5,\"appliesTo\":{\"customerIds\":[\"" + id
                        + "\"]},\"conditions\":[{\"fact\":\"oldest-overdue-days\",\"atLeast\":\"10\"}]}")
                .put("/v1/segments/" + segment)
                .then()
                .statusCode(201)
                .body("version", equalTo(1));
        InvoiceIssued invoice = Invoices.issued(id, "100.00", Api.today().minusDays(45));
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish("demo", invoice);
            probe.publish("demo", Invoices.overdue(invoice, Api.today()));
            await().untilAsserted(() -> {
                demo().post("/v1/derivations").then().statusCode(200);
                get("/v1/customers/" + id + "/segments").body("items.segmentId", contains(segment));
            });
            probe.publish("demo", Invoices.received(id, "100.00", Api.today(), null));
            probe.publish("demo", Invoices.allocated(invoice, "100.00", Api.today()));
            await().untilAsserted(() -> {
                demo().post("/v1/derivations").then().statusCode(200);
                get("/v1/customers/" + id + "/segments").body("items.segmentId", contains("standard", segment));
            });
            SegmentChanged back = probe.await(
                    SegmentChanged.class,
                    event -> event.customerId().equals(id) && event.before().equals(segment));
            assertThat(back.after()).isEqualTo("standard");
            assertThat(back.source()).isEqualTo("rule");
        }
        pinnedAndListed(id, segment);
    }

    private static void pinnedAndListed(String id, String segment) {
        Api.put("/v1/customers/" + id, "{\"segment\":\"key-account\"}").then().statusCode(200);
        await().untilAsserted(() -> {
            demo().post("/v1/derivations").then().statusCode(200);
            get("/v1/customers/" + id + "/segments?limit=1").body("items[0].source", equalTo("register"));
        });
        get("/v1/segments?limit=200").body("items.segmentId", hasItem(segment));
        get("/v1/segments/" + segment).body("rank", equalTo(5));
        demo().body("{\"effectiveFrom\":\"" + Api.today() + "\",\"rank\":5,\"conditions\":[{\"fact\":\"x\"}]}")
                .put("/v1/segments/" + segment + "x")
                .then()
                .statusCode(400)
                .body("code", equalTo("condition-empty"))
                .body("errors[0].pointer", equalTo("/conditions/0/atLeast"));
    }
}
