package o2c.credit.exposure;

import static o2c.credit.Api.demo;
import static o2c.credit.Api.get;
import static o2c.credit.Api.newId;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.credit.Api;
import o2c.credit.Invoices;
import o2c.kernel.Ids;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Exposure follows invoices and payments")
class ExposureTest {

    private EventProbe probe;

    @BeforeEach
    void connect() {
        probe = EventProbe.connect();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void anInvoiceRaisesAndAPaymentLowers() {
        String id = newId();
        LocalDate today = Api.today();
        InvoiceIssued invoice = Invoices.issued(id, "1000.00", today.minusDays(20));
        probe.publish("demo", invoice);
        probe.publish("demo", Invoices.received(id, "300.00", today.minusDays(5), null));
        awaitTotal(id, "700.00");
        get(path(id)).body("openInvoices.amount", equalTo("1000.00")).body("unallocatedCash.amount", equalTo("300.00"));

        probe.publish("demo", Invoices.allocated(invoice, "300.00", today.minusDays(5)));
        await().untilAsserted(() -> get(path(id)).body("unallocatedCash.amount", equalTo("0.00")));
        get(path(id))
                .body("openInvoices.amount", equalTo("700.00"))
                .body("total.amount", equalTo("700.00"))
                .body("limit", nullValue())
                .body("available", nullValue());

        asOf(id, today.minusDays(21), "0.00", "0.00");
        asOf(id, today.minusDays(20), "1000.00", "1000.00");
        asOf(id, today.minusDays(6), "1000.00", "1000.00");
        asOf(id, today.minusDays(5), "700.00", "700.00");
        get(path(id) + "?asOf=" + today + "&knownAt=" + today.minusDays(1)).body("total.amount", equalTo("0.00"));
        get(path(id) + "?asOf=" + today + "&knownAt=" + today).body("total.amount", equalTo("700.00"));
        Api.limit(id, "900.00", today.minusDays(9).toString(), null).then().statusCode(201);
        get(path(id) + "?asOf=" + today.minusDays(9)).body("limit.amount", equalTo("900.00"));
        get(path(id) + "?asOf=" + today.minusDays(9) + "&knownAt=" + today.minusDays(1))
                .body("limit", nullValue());
    }

    @Test
    void anEventHeardTwiceHasOneEffect() {
        String id = newId();
        InvoiceIssued invoice = Invoices.issued(id, "1000.00", Api.today());
        UUID eventId = probe.message("demo", invoice).sequence(1).send();
        probe.message("demo", invoice).id(eventId).sequence(1).send();
        probe.message("demo", Invoices.issued(id, "1.00", Api.today()))
                .sequence(2)
                .send();

        awaitTotal(id, "1001.00");
    }

    @Test
    void anInvoiceOfADayToComeCountsFromThatDay() {
        String id = newId();
        LocalDate tomorrow = Api.today().plusDays(1);
        probe.publish("demo", Invoices.issued(id, "500.00", tomorrow));
        probe.publish("demo", Invoices.issued(id, "1.00", Api.today()));
        awaitTotal(id, "1.00");

        Api.nextDay();

        get(path(id)).body("total.amount", equalTo("501.00"));
        asOf(id, tomorrow.minusDays(1), "1.00", "1.00");
        asOf(id, tomorrow, "501.00", "501.00");
    }

    @Test
    void moneyBeforeItsInvoiceWaitsAsCash() {
        String id = newId();
        LocalDate today = Api.today();
        InvoiceIssued invoice = Invoices.issued(id, "100.00", today);
        probe.publish("demo", Invoices.received(id, "100.00", today.minusDays(9), null));
        probe.publish("demo", invoice);
        probe.publish("demo", Invoices.allocated(invoice, "100.00", today.minusDays(9)));

        await().untilAsserted(() -> get(path(id))
                .body("openInvoices.amount", equalTo("0.00"))
                .body("unallocatedCash.amount", equalTo("0.00")));
        asOf(id, today.minusDays(1), "0.00", "-100.00");
    }

    @Test
    void currenciesAreKeptApart() {
        String id = Api.customerWithLimit("1000.00");
        probe.publish("demo", Invoices.issued(id, "100.00", Api.today()));
        InvoiceIssued euro = Invoices.issued(id, "1.00", Api.today());
        o2c.kernel.Money dollars = o2c.kernel.Money.of("70.00", "USD");
        probe.publish(
                "demo",
                new InvoiceIssued(
                        Ids.next(),
                        id,
                        "S1",
                        "USD-1",
                        euro.issuedOn(),
                        euro.dueOn(),
                        euro.payableOn(),
                        dollars,
                        new java.math.BigDecimal("0.50"),
                        o2c.kernel.Money.of("35.00", "EUR"),
                        null,
                        null,
                        null));

        await().untilAsserted(() -> get(path(id)).body("otherCurrencies[0].amount", equalTo("70.00")));
        get(path(id))
                .body("total.amount", equalTo("100.00"))
                .body("available.amount", equalTo("865.00"))
                .body("converted.amount", equalTo("35.00"))
                .body("lines", hasSize(6))
                .body("lines[5].original.amount", equalTo("70.00"))
                .body("lines[5].rate", equalTo("0.5"));
        get(path(id) + "?currency=USD").body("total.amount", equalTo("70.00")).body("available", nullValue());
    }

    @Test
    void badQuestionsAreRefused() {
        String id = Api.customer();

        demo().get(path(id) + "?asOf=2026-02-30").then().statusCode(400);
        demo().get(path(id) + "?currency=EURO").then().statusCode(400).body("code", equalTo("currency-unknown"));
        demo().get(path(id) + "?asOf=" + Api.today().plusDays(1))
                .then()
                .statusCode(422)
                .body("code", equalTo("date-in-future"));
        demo().get(path(id) + "?knownAt=yesterday").then().statusCode(400);
        demo().get(path(id) + "?knownAt=2199-01-01T00:00:00Z")
                .then()
                .statusCode(422)
                .body("code", equalTo("known-at-too-recent"));
        demo().get(path(newId())).then().statusCode(404);
    }

    private static void asOf(String id, LocalDate day, String open, String total) {
        get(path(id) + "?asOf=" + day)
                .body("openInvoices.amount", equalTo(open))
                .body("total.amount", equalTo(total));
    }

    private static void awaitTotal(String id, String total) {
        await().untilAsserted(() -> demo().get(path(id)).then().statusCode(200).body("total.amount", equalTo(total)));
    }

    private static String path(String id) {
        return "/v1/customers/" + id + "/exposure";
    }
}
