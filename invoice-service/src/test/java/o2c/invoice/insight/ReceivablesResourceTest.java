package o2c.invoice.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import o2c.contracts.CreditEvent.CustomerRegistered;
import o2c.invoice.insight.domain.AgeingBucket;
import o2c.invoice.testing.Ledger;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import o2c.testkit.EventProbe;
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

    @Inject
    Work work;

    @Inject
    Sql sql;

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
    @DisplayName("What was collected of what could be, and how much of the days of sales is past due")
    void effectiveness() {
        ledger.get("/v1/receivables/collection-effectiveness?asOf=2025-03-31&periodDays=90&sellerId=DSO")
                .statusCode(200)
                .body("from", equalTo("2025-01-01"))
                .body("effectiveness", equalTo("38.00"))
                .body("begin.amount", equalTo("0.00"))
                .body("end.amount", equalTo("212000.00"))
                .body("endCurrent.amount", equalTo("150000.00"));
        ledger.get("/v1/receivables/collection-effectiveness?asOf=2024-03-31&sellerId=DSO")
                .statusCode(422)
                .body("code", equalTo("nothing-to-collect"));
        ledger.get("/v1/receivables/dso?asOf=2025-03-31&sellerId=DSO&periodDays=90")
                .body("bestPossibleDays", equalTo("54.0000"))
                .body("averageDaysDelinquent", equalTo("22.3200"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"seller,sellerId,DSO", "customer,customerId,I-dso", "currency,currency,EUR"})
    @DisplayName("Figures by group add up to the whole")
    void groups(String groupBy, String field, String key) {
        String query = "?asOf=2025-03-31&sellerId=DSO&groupBy=" + groupBy;
        String group = "groups.find { it." + field + " == '" + key + "' }.";
        ledger.get("/v1/receivables/dso" + query)
                .body("days", equalTo("76.3200"))
                .body(group + "days", equalTo("76.3200"))
                .body(group + "averageDaysDelinquent", equalTo("22.3200"));
        ledger.get("/v1/receivables/collection-effectiveness" + query).body(group + "effectiveness", equalTo("38.00"));
    }

    @Test
    @DisplayName("Segment and country come from the registered customer; who is not registered has none")
    void segments() {
        ledger.issued("I-seg", "SG-1", "40.00", "2026-01-01", "2026-01-31");
        ledger.issued("I-noseg", "SG-2", "50.00", "2026-01-01", "2026-01-31");
        try (EventProbe probe = EventProbe.connect()) {
            probe.publish("demo", new CustomerRegistered("I-seg", "LU", "business", null, "prime-7", "fr", null));
            await().until(() -> ledger.get("/v1/receivables/ageing?groupBy=segment")
                            .extract()
                            .path("groups.find { it.segment == 'prime-7' }.total")
                    != null);
        }
        ledger.get("/v1/receivables/ageing?groupBy=segment")
                .body("groups.find { it.segment == 'prime-7' }.total", equalTo("40.00"));
        ledger.get("/v1/receivables/ageing?groupBy=country")
                .body("groups.find { it.country == 'LU' }.notDue", equalTo("40.00"))
                .body("groups.findAll { it.country == null && it.currency == 'EUR' }.size()", equalTo(1));
        ledger.get("/v1/receivables/dso?groupBy=country")
                .body("groups.find { it.country == 'LU' }.receivables.amount", equalTo("40.00"));
    }

    @Test
    @DisplayName("A back-dated payment changes a past day as known today, and leaves it as it was known yesterday")
    void knownAt() {
        UUID id = recordedYesterday("I-known", "KN-1");
        String day = "?groupBy=customer&asOf=2025-12-20";
        String total = GROUP.formatted("I-known") + ".total";
        ledger.get("/v1/receivables/ageing" + day).body(total, equalTo("50.00"));
        ledger.pay("I-known", "20.00", "2025-12-15", List.of()).statusCode(201);
        ledger.get("/v1/invoices/{id}", id).body("outstanding", equalTo("30.00"));
        ledger.get("/v1/receivables/ageing" + day).body(total, equalTo("30.00"));
        ledger.get("/v1/receivables/ageing" + day + "&knownAt=2026-01-04").body(total, equalTo("50.00"));
        ledger.get("/v1/receivables/dso" + day + "&knownAt=2026-01-04")
                .body(GROUP.formatted("I-known") + ".receivables.amount", equalTo("50.00"));
        ledger.get("/v1/customers/I-known/statement?asOf=2025-12-20&knownAt=2026-01-04")
                .body("items[0].outstanding.amount", equalTo("50.00"));
        ledger.get("/v1/customers/I-known/statement?asOf=2025-12-20")
                .body("items[0].outstanding.amount", equalTo("30.00"));
    }

    /** An invoice of 50.00 that came into the books on the business day before. */
    private UUID recordedYesterday(String customer, String number) {
        UUID id = UUID.randomUUID();
        ledger.seller("S");
        work.run("demo", () -> {
            sql.update(
                    "insert into receivable (tenant, id, customer_id, seller_id, invoice_number, issued_on, due_on,"
                            + " payable_on, currency, total, outstanding, status)"
                            + " values ('demo', ?, ?, 'S', ?, '2025-12-01', '2025-12-10', '2025-12-10', 'EUR', 50, 50,"
                            + " 'open')",
                    id,
                    customer,
                    number);
            sql.update(
                    "insert into receivable_entry (tenant, receivable_id, customer_id, seller_id, currency, kind,"
                            + " amount, business_day, recorded_on, cause)"
                            + " values ('demo', ?, ?, 'S', 'EUR', 'issued', 50, '2025-12-01', '2026-01-04', ?)",
                    id,
                    customer,
                    id);
        });
        return id;
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
