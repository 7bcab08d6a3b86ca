package o2c.invoice.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import o2c.invoice.insight.domain.AgeingBucket;
import o2c.invoice.testing.Ledger;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Figures over receivables")
class ReceivablesResourceTest {

    private static final String GROUP = "groups.find { it.customerId == '%s' }";
    private static boolean told;
    private final Ledger ledger = Ledger.of("demo");

    /** A quarter of one seller: 70,000 / 80,000 / 100,000 sold, 212,000 open at its end, 150,000 of that not due. */
    @BeforeEach
    void quarter() {
        if (told) {
            return;
        }
        told = true;
        ledger.seller("DSO");
        issue("Q-1", "38000.00", "2025-01-15", "2025-02-14");
        issue("Q-2", "32000.00", "2025-01-20", "2025-02-19");
        issue("Q-3", "30000.00", "2025-02-10", "2025-03-12");
        issue("Q-4", "50000.00", "2025-02-20", "2025-04-22");
        issue("Q-5", "100000.00", "2025-03-10", "2025-04-09");
        Map<String, Object> receipt = Ledger.receipt("I-dso", "38000.00", "2025-03-01");
        receipt.put("sellerId", "DSO");
        ledger.pay(receipt).statusCode(201);
    }

    private void issue(String number, String total, String issuedOn, String dueOn) {
        Map<String, Object> item = Ledger.item("I-dso", number, total, issuedOn, dueOn);
        item.put("sellerId", "DSO");
        ledger.issue(item).statusCode(201);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "method=simple&periodDays=90,76.3200",
        "method=best-possible&periodDays=90,54.0000",
        "method=countback,73.1714",
        "period=month,65.7200"
    })
    @DisplayName("Days of sales outstanding in each way of counting")
    void daysOfSales(String query, String days) {
        ledger.get("/v1/receivables/dso?asOf=2025-03-31&sellerId=DSO&" + query)
                .statusCode(200)
                .body("days", equalTo(days));
    }

    @Test
    @DisplayName("Without sales there is no figure, and a period is told once")
    void refusals() {
        ledger.get("/v1/receivables/dso?asOf=2024-03-31&sellerId=DSO")
                .statusCode(422)
                .body("code", equalTo("sales-zero"));
        ledger.get("/v1/receivables/dso?period=month&periodDays=30")
                .statusCode(422)
                .body("code", equalTo("period-ambiguous"));
        ledger.get("/v1/receivables/dso?periodDays=0").statusCode(422).body("code", equalTo("period-out-of-range"));
        ledger.get("/v1/receivables/ageing?asOf=yesterday").statusCode(400).body("code", equalTo("date-malformed"));
        ledger.get("/v1/receivables/ageing?groupBy=colour").statusCode(400).body("code", equalTo("value-unknown"));
        ledger.get("/v1/receivables/ageing?knownAt=2199-01-01T00:00:00Z")
                .statusCode(422)
                .body("code", equalTo("known-at-too-recent"));
    }

    @Test
    @DisplayName("Ageing puts each open item where the rule says, from kept figures and from entries alike")
    void ageingAgreesWithTheRule() {
        Map<AgeingBucket, BigDecimal> expected = new EnumMap<>(AgeingBucket.class);
        LocalDate due = Ledger.TODAY.minusDays(95);
        for (int i = 0; i < 100; i += 5) {
            LocalDate on = due.plusDays(i + i % 2);
            String amount = (100 + i) + ".00";
            ledger.issued("I-age", "AG-" + i, amount, "2025-09-01", on.toString());
            expected.merge(AgeingBucket.of(on, Ledger.TODAY), new BigDecimal(amount), BigDecimal::add);
        }
        ledger.pay("I-age", "7.00", "2026-01-05", List.of(Ledger.part("AG-0", "7.00")));
        ledger.pay("I-age", "3.00", "2026-01-05", List.of(Ledger.part("AG-95", "1.00")));
        expected.merge(AgeingBucket.OVER_90, new BigDecimal("-7.00"), BigDecimal::add);
        expected.merge(AgeingBucket.NOT_DUE, new BigDecimal("-1.00"), BigDecimal::add);

        for (String known : List.of("", "&knownAt=2026-01-05")) {
            JsonPath ageing = ledger.get("/v1/receivables/ageing?groupBy=customer" + known)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            String group = GROUP.formatted("I-age");
            assertThat(ageing.getInt(group + ".invoices")).isEqualTo(20);
            assertThat(ageing.getString(group + ".unallocatedCash")).isEqualTo("2.00");
            expected.forEach((bucket, sum) -> assertThat(ageing.getString(group + "." + field(bucket)))
                    .as("%s %s", bucket, known)
                    .isEqualTo(sum.toPlainString()));
        }
    }

    @Test
    @DisplayName("A past day stays as it was known then")
    void asKnownThen() {
        ledger.issued("I-then", "TH-1", "50.00", "2025-11-01", "2025-12-01");
        ledger.pay("I-then", "20.00", "2025-12-15", List.of()).statusCode(201);
        String url = "/v1/receivables/ageing?groupBy=customer&asOf=";

        ledger.get(url + "2025-12-14").body(GROUP.formatted("I-then") + ".days1To30", equalTo("50.00"));
        ledger.get(url + "2025-12-15").body(GROUP.formatted("I-then") + ".days1To30", equalTo("30.00"));
        ledger.get(url + "2025-10-31").body("groups.findAll { it.customerId == 'I-then' }", hasSize(0));
        ledger.get(url + "2025-12-15&knownAt=2026-01-04")
                .body("groups.findAll { it.customerId == 'I-then' }", hasSize(0));
    }

    @Test
    @DisplayName("A statement shows open items, cash and the total per seller")
    void statement() {
        ledger.issued("I-state", "ST-1", "50.00", "2025-12-01", "2025-12-31");
        ledger.issued("I-state", "ST-2", "30.00", "2026-01-02", "2026-02-01");
        ledger.pay("I-state", "60.00", "2026-01-04", List.of(Ledger.part("ST-1", "45.00")));

        ledger.get("/v1/customers/I-state/statement")
                .statusCode(200)
                .body("items.invoiceNumber", contains("ST-1", "ST-2"))
                .body("items.outstanding.amount", contains("5.00", "30.00"))
                .body("items.daysPastDue", contains(5, 0))
                .body("totals[0].outstanding.amount", equalTo("35.00"))
                .body("totals[0].unallocated.amount", equalTo("15.00"))
                .body("totals[0].total.amount", equalTo("20.00"));
        ledger.get("/v1/customers/I-state/statement?asOf=2025-12-31").body("items", hasSize(1));
        ledger.get("/v1/customers/nobody/statement").statusCode(404).body("code", equalTo("customer-unknown"));
    }

    private static String field(AgeingBucket bucket) {
        return switch (bucket) {
            case NOT_DUE -> "notDue";
            case DAYS_1_TO_30 -> "days1To30";
            case DAYS_31_TO_60 -> "days31To60";
            case DAYS_61_TO_90 -> "days61To90";
            case OVER_90 -> "over90";
        };
    }
}
