package o2c.dunning.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import o2c.dunning.Ledger;
import o2c.dunning.Ledger.Item;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("The cases of a tenant")
class CaseResourceTest {

    @Test
    @DisplayName("tell who owes most, what is overdue and disputed, how far it got and what comes next")
    void cases() {
        try (Ledger ledger = new Ledger("cases")) {
            Item overdue = ledger.issue("K-1", "C-1", LocalDate.parse("2026-01-05"), "100.00");
            ledger.issue("K-1", "C-2", LocalDate.parse("2026-02-02"), "50.00");
            ledger.issue("K-2", "C-3", LocalDate.parse("2026-02-02"), "900.00");
            Item soon = ledger.issue("K-5", "C-6", LocalDate.parse("2026-01-11"), "30.00");
            ledger.issue("K-3", "C-4", LocalDate.parse("2026-02-02"), "150.00");
            Item settled = ledger.issue("K-4", "C-5", LocalDate.parse("2026-02-02"), "5000.00");
            ledger.pay(settled, "5000.00", "0.00");
            ledger.openUntil(LocalDate.parse("2026-01-08"));
            ledger.pay(soon, "30.00", "0.00");
            ledger.receive("K-1", "20.00");
            Map<String, String> contested = Map.of("amount", "10.00", "currency", "EUR");
            ledger.post(
                            "/v1/disputes",
                            Map.of("invoiceNumber", "C-1", "code", "price", "amount", contested),
                            "dunning:write")
                    .statusCode(201);

            assertThat(customers(ledger, "largest", 1)).containsExactly("K-2", "K-1", "K-3");
            assertThat(customers(ledger, "customer", 2)).containsExactly("K-1", "K-2", "K-3");
            ledger.get("/v1/cases/K-1")
                    .then()
                    .body("open.amount", equalTo("150.00"))
                    .body("overdue.amount", equalTo("100.00"))
                    .body("disputed.amount", equalTo("10.00"))
                    .body("highestLevel", equalTo(1))
                    .body("nextStep.on", equalTo("2026-01-15"))
                    .body("nextStep.level", equalTo(2))
                    .body("nextStep.invoiceId", equalTo(overdue.id().toString()))
                    .body("balances[0].onAccount.amount", equalTo("20.00"))
                    .body("invoices.invoiceNumber", equalTo(List.of("C-1", "C-2")));
            ledger.get("/v1/cases").then().body("items[0].highestLevel", nullValue());
            refusals(ledger);
        }
        try (Ledger other = new Ledger("other")) {
            other.get("/v1/cases/K-1").then().statusCode(404);
            other.get("/v1/cases").then().body("items.size()", equalTo(0));
        }
    }

    private static void refusals(Ledger ledger) {
        ledger.get("/v1/cases/K-4").then().statusCode(404).body("code", equalTo("case-unknown"));
        ledger.get("/v1/cases?order=age").then().statusCode(400).body("code", equalTo("order-unknown"));
        ledger.get("/v1/cases?cursor=xyz").then().statusCode(400);
        String ofMessages = ledger.get("/v1/messages?limit=1").jsonPath().getString("nextCursor");
        ledger.get("/v1/cases?cursor={c}", ofMessages).then().statusCode(400).body("code", equalTo("cursor-malformed"));
    }

    private static List<String> customers(Ledger ledger, String order, int limit) {
        List<String> customers = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = ledger.get(
                            "/v1/cases?order={o}&limit={l}" + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
                            order,
                            limit)
                    .jsonPath();
            customers.addAll(page.getList("items.customerId"));
            cursor = page.getString("nextCursor");
        }
        return customers;
    }
}
