package o2c.invoice.receivables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.invoice.testing.Ledger;
import o2c.kernel.Money;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("An invoice")
class InvoiceResourceTest {

    private static final Map<String, Object> LINE =
            Map.of("description", "hours", "quantity", "3", "unitPrice", "12.37", "vatCategory", "S", "vatRate", "21");

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("with lines is priced, stored and announced")
    void withLines() {
        Map<String, Object> invoice = Ledger.item("C-lines", "L-1", null, "2026-01-05", "2026-02-04");
        invoice.remove("total");
        invoice.put("lines", List.of(LINE));
        invoice.put("orderId", "order 1");
        invoice.put("deliveryIds", List.of("d1", "d2"));
        try (EventProbe probe = EventProbe.connect()) {
            String id = ledger.issue(invoice)
                    .statusCode(201)
                    .body("status", equalTo("open"))
                    .body("total", equalTo("44.90"))
                    .body("outstanding", equalTo("44.90"))
                    .body("netAmount", equalTo("37.11"))
                    .header("O2C-Sequence", equalTo("invoice;C-lines;1"))
                    .extract()
                    .path("invoiceId");

            ledger.get("/v1/invoices/{id}", id)
                    .statusCode(200)
                    .header("ETag", notNullValue())
                    .body("lines[0].net", equalTo("37.11"))
                    .body("vat[0].tax", equalTo("7.79"))
                    .body("deliveryIds", contains("d1", "d2"));
            InvoiceIssued issued =
                    probe.await(InvoiceIssued.class, event -> event.customerId().equals("C-lines"));
            assertThat(issued.total()).isEqualTo(Money.of("44.90", "EUR"));
            assertThat(issued.orderId()).isEqualTo("order 1");
        }
    }

    @Test
    @DisplayName("may have terms instead of a due day, allowances and charges")
    void termsAndAdjustments() {
        Map<String, Object> invoice = Ledger.item("C-terms", "T-1", null, "2026-01-05", null);
        invoice.remove("total");
        invoice.remove("dueOn");
        invoice.put("paymentTerms", Map.of("netDays", 14));
        invoice.put("lines", List.of(LINE));
        Map<String, Object> part = Map.of("amount", "7.11", "vatCategory", "S", "vatRate", "21", "reason", "loyal");
        invoice.put("allowances", List.of(part));

        ledger.issue(invoice)
                .statusCode(201)
                .body("dueOn", equalTo("2026-01-19"))
                .body("netAmount", equalTo("30.00"))
                .body("total", equalTo("36.30"));
    }

    @ParameterizedTest(name = "{0} = {1}: {2} {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "sellerId,nobody,422,seller-unknown",
                "sellerId,-,400,not-null",
                "customerId,a/b,400,id-malformed",
                "invoiceNumber,-,400,not-null",
                "invoiceNumber,'',400,text-malformed",
                "issuedOn,2026-02-30,400,date-malformed",
                "issuedOn,2026-02-06,422,date-in-future",
                "dueOn,2026-01-04,422,due-before-issue",
                "dueOn,-,422,due-day-missing",
                "currency,EUX,400,currency-unknown",
                "currency,USD,422,exchange-rate-missing",
                "total,0.00,422,total-not-positive",
                "total,-1.00,422,total-not-positive",
                "total,1.5,400,wrong-minor-digits",
                "total,1e2,400,amount-malformed",
                "total,12345678901234567.00,400,amount-malformed",
                "total,-,422,lines-or-total",
                "netAmount,9.999,400,wrong-minor-digits",
                "colour,red,400,unknown-field"
            })
    @DisplayName("that cannot be is refused, names the field, and nothing is stored")
    void refused(String field, String value, int status, String code) {
        Map<String, Object> invoice = Ledger.item("C-refused", "R-1", "10.00", "2026-01-05", "2026-02-10");
        invoice.put(field, value);

        ledger.issue(invoice)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo("/" + field));
        ledger.get("/v1/invoices?customerId=C-refused").statusCode(200).body("items", hasSize(0));
    }

    @Test
    @DisplayName("names the line that is wrong")
    void lineRefused() {
        Map<String, Object> wrong = new HashMap<>(LINE);
        wrong.put("vatRate", "0");
        Map<String, Object> invoice = Ledger.item("C-refused", "R-2", null, "2026-01-05", "2026-02-10");
        invoice.remove("total");
        invoice.put("lines", List.of(LINE, wrong));

        ledger.issue(invoice)
                .statusCode(422)
                .body("code", equalTo("vat-rate-wrong"))
                .body("errors[0].pointer", equalTo("/lines/1/vatRate"));
    }

    @Test
    @DisplayName("may be issued up to 31 days ahead; the refusal names the clock")
    void issuedAhead() {
        ledger.issued("C-ahead", "A-1", "10.00", "2026-02-05", "2026-02-05");

        ledger.issue(Ledger.item("C-ahead", "A-2", "10.00", "2026-02-06", "2026-02-06"))
                .statusCode(422)
                .body("detail", containsString("2026-01-05"));
    }

    @Test
    @DisplayName("takes its number; another one under it is refused")
    void numberTaken() {
        ledger.issued("C-taken", "N-1", "10.00", "2026-01-05", "2026-02-04");

        ledger.issue(Ledger.item("C-taken", "N-1", "11.00", "2026-01-05", "2026-02-04"))
                .statusCode(409)
                .body("code", equalTo("invoice-number-taken"))
                .body("errors[0].pointer", equalTo("/invoiceNumber"));
        ledger.get("/v1/invoices?sellerId=S&invoiceNumber=N-1")
                .body("items", hasSize(1))
                .body("items[0].total", equalTo("10.00"));
    }

    @Test
    @DisplayName("of a batch is accepted or refused on its own")
    void batch() {
        Map<String, Object> unreadable = Ledger.item("C-batch", "B-3", "1.00", "2026-01-05", "2026-02-04");
        unreadable.put("dueOn", "soon");
        var items = List.of(
                Ledger.item("C-batch", "B-1", "1.00", "2026-01-05", "2026-02-04"),
                Ledger.item("C-batch", "B-2", "-1.00", "2026-01-05", "2026-02-04"),
                unreadable,
                Ledger.item("C-batch", "B-1", "2.00", "2026-01-05", "2026-02-04"),
                Ledger.item("C-batch", "B-5", "5.00", "2026-01-05", "2026-02-04"));

        ledger.call()
                .body(Map.of("items", items))
                .post("/v1/invoices/batch")
                .then()
                .statusCode(207)
                .body("items.status", contains(201, 422, 400, 409, 201))
                .body("items[0].invoice.total", equalTo("1.00"))
                .body("items[1].problem.code", equalTo("total-not-positive"))
                .body("items[2].problem.code", equalTo("date-malformed"))
                .body("items[2].problem.errors[0].pointer", equalTo("/dueOn"))
                .body("items[3].problem.code", equalTo("invoice-number-taken"))
                .body("items[4].problem", nullValue());
        ledger.get("/v1/invoices?customerId=C-batch").body("items.invoiceNumber", containsInAnyOrder("B-1", "B-5"));
    }

    @Test
    @DisplayName("is found by its fields, page by page")
    void found() {
        ledger.issued("C-list", "F-1", "1.00", "2025-12-01", "2025-12-31");
        ledger.issued("C-list", "F-2", "2.00", "2026-01-02", "2026-02-01");
        ledger.issued("C-list", "F-3", "3.00", "2026-01-03", "2026-02-02");

        ledger.get("/v1/invoices?customerId=C-list&overdue=true").body("items.invoiceNumber", contains("F-1"));
        ledger.get("/v1/invoices?customerId=C-list&overdue=false&dueTo=2026-02-01")
                .body("items.invoiceNumber", contains("F-2"));
        ledger.get("/v1/invoices?customerId=C-list&issuedFrom=2026-01-02&status=open")
                .body("items.invoiceNumber", contains("F-2", "F-3"));
        String cursor = ledger.get("/v1/invoices?customerId=C-list&limit=2")
                .body("items.invoiceNumber", contains("F-1", "F-2"))
                .extract()
                .path("nextCursor");
        String safeUntil = ledger.get("/v1/invoices?customerId=C-list&limit=2&cursor={c}", cursor)
                .body("items.invoiceNumber", contains("F-3"))
                .body("nextCursor", nullValue())
                .extract()
                .path("safeUntil");
        ledger.get("/v1/invoices?customerId=C-list&updatedSince={i}", safeUntil)
                .statusCode(200)
                .body("items", hasSize(0));
        ledger.get("/v1/invoices?status=late").statusCode(400).body("code", equalTo("value-unknown"));
    }

    @Test
    @DisplayName("is a line of the export, which goes on after the last line that was read")
    void exported() {
        String first = ledger.issued("C-export", "E-1", "1.00", "2026-01-01", "2026-01-31");
        ledger.issued("C-export", "E-2", "2.00", "2026-01-01", "2026-01-31");

        String all = ledger.get("/v1/invoices/export?customerId=C-export")
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        assertThat(all.lines()).hasSize(2).first().asString().contains("\"invoiceNumber\":\"E-1\"");
        String rest = ledger.get("/v1/invoices/export?customerId=C-export&after={c}", first)
                .extract()
                .asString();
        assertThat(rest.lines()).hasSize(1).first().asString().contains("\"invoiceNumber\":\"E-2\"");
        assertThat(Ledger.of("other")
                        .get("/v1/invoices/export?customerId=C-export")
                        .extract()
                        .asString())
                .isEmpty();
    }

    @Test
    @DisplayName("with allowances, charges and prepayment shows the totals of EN 16931")
    void fullOracle() {
        Map<String, Object> invoice = Ledger.item("C-oracle", "EN-1", null, "2026-01-05", "2026-02-04");
        invoice.remove("total");
        invoice.put(
                "lines",
                List.of(
                        line("10", "99.95", "S", "21"),
                        line("3", "12.345", "S", "21"),
                        line("24", "1.10", "S", "9"),
                        line("1", "250.00", "AE", "0")));
        invoice.put("allowances", List.of(Map.of("amount", "50.00", "vatCategory", "S", "vatRate", "21")));
        invoice.put("charges", List.of(Map.of("amount", "15.00", "vatCategory", "S", "vatRate", "21")));
        invoice.put("prepaid", "100.00");

        String id = ledger.issue(invoice)
                .statusCode(201)
                .body("total", equalTo("1490.64"))
                .body("outstanding", equalTo("1390.64"))
                .extract()
                .path("invoiceId");
        ledger.get("/v1/invoices/{id}", id)
                .body("totals.lines", equalTo("1312.94"))
                .body("totals.allowances", equalTo("50.00"))
                .body("totals.charges", equalTo("15.00"))
                .body("totals.withoutVat", equalTo("1277.94"))
                .body("totals.vat", equalTo("212.70"))
                .body("totals.withVat", equalTo("1490.64"))
                .body("totals.payable", equalTo("1390.64"))
                .body("prepaid", equalTo("100.00"));
        invoice.put("invoiceNumber", "EN-2");
        invoice.put("prepaid", "1490.65");
        ledger.issue(invoice)
                .statusCode(422)
                .body("code", equalTo("prepaid-exceeds-total"))
                .body("errors[0].pointer", equalTo("/prepaid"));
    }

    private static Map<String, Object> line(String quantity, String price, String category, String rate) {
        return Map.of(
                "description",
                "thing",
                "quantity",
                quantity,
                "unitPrice",
                price,
                "vatCategory",
                category,
                "vatRate",
                rate);
    }

    @Test
    @DisplayName("tells its history")
    void history() {
        String id = ledger.issued("C-history", "H-1", "10.00", "2026-01-01", "2026-01-31");
        ledger.pay("C-history", "10.00", "2026-01-05", List.of()).statusCode(201);

        ledger.get("/v1/invoices/{id}/history", id)
                .statusCode(200)
                .body(
                        "items.type",
                        contains("issued", "o2c.invoice.InvoiceIssued", "allocated", "o2c.invoice.InvoiceSettled"))
                .body("items[0].text", equalTo("issued 10.00 EUR"))
                .body("items[3].text", equalTo("invoice settled"))
                .body("items[3].data.daysLate", equalTo(0));
    }

    @Test
    @DisplayName("of another tenant is not there")
    void otherTenant() {
        String id = ledger.issued("C-fence", "X-1", "10.00", "2026-01-01", "2026-01-31");
        Ledger other = Ledger.of("other");

        other.get("/v1/invoices/{id}", id).statusCode(404).body("code", equalTo("invoice-unknown"));
        other.get("/v1/invoices/{id}/history", id).statusCode(404);
        other.get("/v1/invoices?invoiceNumber=X-1").body("items", hasSize(0));
        other.get("/v1/customers/C-fence/statement").statusCode(404);
    }
}
