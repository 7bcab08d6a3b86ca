package o2c.credit.cover;

import static o2c.credit.Api.check;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.PolicyEvent;
import o2c.credit.Api;
import o2c.credit.Invoices;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("When cover or lateness changes, a check knows")
class WhenCoverChangedTest {

    @Test
    void aStoppedCoverIsReferredUntilItResumes() {
        String id = Api.customerWithLimit("1000.00");
        LocalDate today = Api.today();
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish("demo", new PolicyEvent.CoverChanged(id, "P1", eur("100.00"), eur("90.00"), eur("10.00")));
            await().untilAsserted(() -> quote(id).body("cover.insured.amount", equalTo("90.00")));
            quote(id).body("verdict", equalTo("approved")).body("cover.stopOn", nullValue());

            probe.publish("demo", new PolicyEvent.CoverStopped(id, "P1", Ids.next(), today.minusDays(1), today));
            await().untilAsserted(() -> quote(id).body("verdict", equalTo("referred")));
            quote(id).body("reasons.code", hasItem("cover-stopped")).body("cover.stopOn", equalTo(today.toString()));

            probe.publish("demo", new PolicyEvent.CoverResumed(id, "P1", today));
            await().untilAsserted(() -> quote(id).body("verdict", equalTo("approved")));
        }
    }

    @Test
    void withoutAPolicyNothingIsInsuredAndLaterEventsAreHeard() {
        String id = Api.customerWithLimit("1000.00");
        String uninsured = Api.customerWithLimit("1000.00");
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish(
                    "demo", new PolicyEvent.CoverChanged(uninsured, null, eur("50.00"), eur("0.00"), eur("50.00")));
            probe.publish("demo", new PolicyEvent.CoverChanged(id, "P1", eur("100.00"), eur("90.00"), eur("10.00")));
            probe.publish("demo", new PolicyEvent.CoverChanged(id, null, eur("100.00"), eur("0.00"), eur("100.00")));
            await().untilAsserted(() -> quote(id).body("cover.insured.amount", equalTo("0.00")));
            probe.publish(
                    "demo", new PolicyEvent.CoverChanged(uninsured, "P1", eur("50.00"), eur("45.00"), eur("5.00")));
            await().untilAsserted(() -> quote(uninsured).body("cover.insured.amount", equalTo("45.00")));
        }
    }

    @Test
    void overdueInvoicesAreToldUntilSettled() {
        String id = Api.customerWithLimit("1000.00");
        LocalDate today = Api.today();
        InvoiceIssued invoice = Invoices.issued(id, "100.00", today.minusDays(40));
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish("demo", invoice);
            probe.publish("demo", Invoices.overdue(invoice, today));
            await().untilAsserted(() -> quote(id).body("reasons.code", hasItem("overdue-receivables")));
            quote(id).body("verdict", equalTo("approved"));

            probe.publish("demo", Invoices.settled(invoice, today));
            await().untilAsserted(() -> quote(id).body("reasons.code", not(hasItem("overdue-receivables"))));
        }
    }

    private static io.restassured.response.ValidatableResponse quote(String id) {
        return check(id, "quote", "Q1", "10.00").then().statusCode(201);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
