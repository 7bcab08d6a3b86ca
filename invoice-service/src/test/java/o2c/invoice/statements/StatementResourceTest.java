package o2c.invoice.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import o2c.invoice.testing.Ledger;
import o2c.testkit.SuiteServers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("A statement")
class StatementResourceTest {

    private static final String URL = "/v1/customers/I-state/statement";
    private static boolean told;

    private final Ledger ledger = Ledger.of("demo");

    @BeforeEach
    void account() {
        if (!told) {
            told = true;
            ledger.issued("I-state", "=ST-1", "50.00", "2025-12-01", "2025-12-31");
            ledger.issued("I-state", "ST-2 <b>&\"x", "30.00", "2026-01-02", "2026-02-01");
            ledger.pay("I-state", "60.00", "2026-01-04", List.of(Ledger.part("=ST-1", "45.00")));
        }
    }

    @Test
    @DisplayName("shows open items, cash and the total per seller, and why a rest is open")
    void json() {
        ledger.get(URL)
                .statusCode(200)
                .body("items.outstanding.amount", contains("5.00", "30.00"))
                .body("items.daysPastDue", contains(5, 0))
                .body("items[0].restReason", equalTo("underpaid"))
                .body("totals[0].outstanding.amount", equalTo("35.00"))
                .body("totals[0].unallocated.amount", equalTo("15.00"))
                .body("totals[0].total.amount", equalTo("20.00"))
                .body("totals[0].charges.amount", equalTo("0.00"));
        ledger.get(URL + "?asOf=2025-12-31").body("items", hasSize(1));
        ledger.get(URL + "?sellerId=other").body("items", hasSize(0));
        ledger.get("/v1/customers/nobody/statement").statusCode(404).body("code", equalTo("customer-unknown"));
        ledger.get(URL + "?asOf=2026-01-06").statusCode(422).body("code", equalTo("date-in-future"));
    }

    @Test
    @DisplayName("is CSV in which no text is a formula and figures stay figures")
    void csv() {
        String csv = ledger.call()
                .accept("text/csv")
                .get(URL)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines())
                .containsExactly(
                        "kind,sellerId,invoiceNumber,orderId,issuedOn,dueOn,daysPastDue,currency,total,outstanding,"
                                + "costs,interest,restReason",
                        "item,S,\"'=ST-1\",,2025-12-01,2025-12-31,5,EUR,50.00,5.00,0.00,0.00,underpaid",
                        "item,S,\"ST-2 <b>&\"\"x\",,2026-01-02,2026-02-01,0,EUR,30.00,30.00,0.00,0.00,",
                        "cash,S,,,,,,EUR,,-15.00,,,");
    }

    @Test
    @DisplayName("is a document that says the same, whatever callers wrote into it")
    void pdf() throws IOException {
        byte[] pdf = ledger.call()
                .accept("application/pdf")
                .get(URL)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Statement of account", "I-state", "=ST-1", "ST-2 <b>&\"x", "20.00 EUR");
        }
    }

    @Test
    @DisplayName("and the ageing show open credits apart from cash")
    void openCredits() {
        ledger.issued("I-credit", "SC-1", "30.00", "2026-01-02", "2026-02-01");
        Map<String, Object> note = new HashMap<>();
        note.put("sellerId", "S");
        note.put("customerId", "I-credit");
        note.put("creditNoteNumber", "SC-CN");
        note.put("issuedOn", "2026-01-05");
        note.put("amount", Ledger.euros("12.00"));
        ledger.post(note, "/v1/credit-notes").statusCode(201);
        ledger.get("/v1/customers/I-credit/statement")
                .body("credits[0].open.amount", equalTo("12.00"))
                .body("totals[0].openCredits.amount", equalTo("12.00"))
                .body("totals[0].total.amount", equalTo("18.00"));
        ledger.get("/v1/receivables/ageing?groupBy=customer")
                .body("groups.find { it.customerId == 'I-credit' }.openCredits", equalTo("12.00"))
                .body("groups.find { it.customerId == 'I-credit' }.total", equalTo("30.00"))
                .body("groups.find { it.customerId == 'I-credit' }.unallocatedCash", equalTo("0.00"));
    }

    @Test
    @DisplayName("of another tenant's customer is not there")
    void otherTenant() {
        Ledger.of("other").get(URL).statusCode(404);
        ledger.call()
                .headers(Map.of("Accept", "application/pdf"))
                .get("/v1/customers/nobody/statement")
                .then()
                .statusCode(404);
    }
}
