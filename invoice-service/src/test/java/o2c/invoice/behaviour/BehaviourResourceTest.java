package o2c.invoice.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import o2c.invoice.behaviour.domain.PaymentHabit;
import o2c.invoice.behaviour.domain.PaymentPractice;
import o2c.invoice.behaviour.domain.PaymentPractice.Paid;
import o2c.invoice.testing.Ledger;
import o2c.kernel.Money;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("How customers pay")
class BehaviourResourceTest {

    private static final List<Paid> HISTORY = new ArrayList<>();
    private static final Map<LocalDate, Money> OPEN = new TreeMap<>();

    private final Ledger ledger = Ledger.of("demo");

    /** One seller's history: nine invoices of one customer paid at random, and four open. */
    @BeforeEach
    void history() {
        if (!HISTORY.isEmpty()) {
            return;
        }
        ledger.seller("HAB");
        Random random = new Random(5);
        for (int i = 0; i < 9; i++) {
            LocalDate issued = LocalDate.of(2025, 6, 1).plusDays(10L * i);
            LocalDate due = issued.plusDays(30);
            LocalDate paid = due.plusDays(random.nextInt(50) - 20);
            String amount = BigDecimal.valueOf(1000 + random.nextInt(90_000), 2).toPlainString();
            issue("B-habit", "HB-" + i, amount, issued, due);
            pay("B-habit", "HB-" + i, amount, paid);
            HISTORY.add(new Paid(Money.of(amount, "EUR"), issued, due, due, paid));
        }
        for (int i = 0; i < 4; i++) {
            LocalDate due = LocalDate.of(2025, 12, 10).plusDays(15L * i);
            issue("B-habit", "HO-" + i, "10" + i + ".00", LocalDate.of(2025, 12, 1), due);
            OPEN.put(due, Money.of("10" + i + ".00", "EUR"));
        }
    }

    @Test
    @DisplayName("is told by the statement as the rule says")
    void practice() {
        PaymentPractice rule = PaymentPractice.of(HISTORY);
        JsonPath item = ledger.get("/v1/customers/B-habit/payment-behaviour")
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .jsonPath();
        assertThat(item.getInt("items[0].invoices")).isEqualTo(9);
        assertThat(item.getInt("items[0].maxDaysLate")).isEqualTo((int) rule.mostDaysLate());
        assertFigure(item, "averageDaysLate", rule.averageDaysLate());
        assertFigure(item, "averageSignedDays", rule.averageSignedDays());
        assertFigure(item, "weightedDaysLate", rule.weightedAverageDaysLate());
        assertFigure(item, "weightedSignedDays", rule.weightedAverageSignedDays());
        assertFigure(item, "averageRepaymentTerm", rule.averageRepaymentTerm());
        assertFigure(item, "weightedRepaymentTerm", rule.weightedRepaymentTerm());
        assertFigure(item, "lateShare", rule.lateShare());
        ledger.get("/v1/receivables/payment-behaviour?sellerId=HAB&groupBy=seller")
                .body("items[0].sellerId", equalTo("HAB"))
                .body("items[0].weightedDaysLate", equalTo(item.getString("items[0].weightedDaysLate")));
        ledger.get("/v1/receivables/payment-behaviour?sellerId=HAB&asOf=2025-06-01")
                .body("items", empty());
        ledger.get("/v1/receivables/payment-behaviour?sellerId=HAB&knownAt=2026-01-04")
                .body("items", empty());
        ledger.get("/v1/receivables/payment-behaviour?periodDays=0")
                .statusCode(422)
                .body("code", equalTo("period-out-of-range"));
    }

    @Test
    @DisplayName("says when money is to be expected, as the rule does")
    void forecast() {
        PaymentHabit habit = PaymentHabit.of(PaymentPractice.of(HISTORY), PaymentPractice.NONE);
        Map<Integer, Money> byWeek = new TreeMap<>();
        OPEN.forEach((due, amount) -> byWeek.merge(Math.min(habit.weekOf(due, Ledger.TODAY), 4), amount, Money::plus));
        JsonPath forecast = ledger.get("/v1/receivables/cash-forecast?sellerId=HAB&weeks=4")
                .statusCode(200)
                .body("groups[0].weeks", hasSize(4))
                .body("groups[0].weeks[0].from", equalTo("2026-01-06"))
                .body("groups[0].weeks[0].to", equalTo("2026-01-12"))
                .body("groups[0].total", equalTo("406.00"))
                .extract()
                .jsonPath();
        for (int week = 0; week < 4; week++) {
            assertFigureAt(forecast, "groups[0].weeks[" + week + "].amount", byWeek.get(week));
        }
        assertFigureAt(forecast, "groups[0].later", byWeek.get(4));
        ledger.get("/v1/receivables/cash-forecast?weeks=53")
                .statusCode(422)
                .body("code", equalTo("weeks-out-of-range"));
    }

    @Test
    @DisplayName("earns a bonus when it is always in time, and nothing while something is late")
    void loyalty() {
        Ledger other = Ledger.of("other");
        other.get("/v1/loyalty-rule").statusCode(404).body("code", equalTo("no-loyalty-rule"));
        for (int i = 0; i < 3; i++) {
            other.issued("B-loyal", "LY-" + i, "100.00", "2025-12-0" + (i + 1), "2026-01-05");
            other.pay("B-loyal", "100.00", "2026-01-0" + (i + 1), List.of()).statusCode(201);
        }
        String behaviour = "/v1/customers/B-loyal/payment-behaviour";
        other.get(behaviour).body("onTimeStreak", equalTo(3)).body("loyalty", nullValue());
        decide(other, 2, "1.50").statusCode(200).body("version", equalTo(1));
        decide(other, 2, "1.50").body("version", equalTo(1));
        other.get(behaviour).body("loyalty.bonus.amount", equalTo("3.00"));
        other.issued("B-loyal", "LY-9", "100.00", "2025-12-01", "2025-12-31");
        other.get(behaviour)
                .body("onTimeStreak", equalTo(0))
                .body("lateNow", equalTo(true))
                .body("loyalty.bonus.amount", equalTo("0.00"));
        decide(other, 0, "1.50").statusCode(422).body("code", equalTo("streak-out-of-range"));
        decide(other, 2, "101").statusCode(422).body("errors[0].pointer", equalTo("/bonusPercentage"));
    }

    private static ValidatableResponse decide(Ledger of, int invoices, String bonus) {
        return of.call()
                .body(Map.of("invoices", invoices, "bonusPercentage", bonus))
                .put("/v1/loyalty-rule")
                .then();
    }

    private static void assertFigure(JsonPath item, String field, BigDecimal expected) {
        assertThat(new BigDecimal(item.getString("items[0]." + field)))
                .as(field)
                .isEqualByComparingTo(expected);
    }

    private static void assertFigureAt(JsonPath answer, String path, Money expected) {
        assertThat(answer.getString(path))
                .as(path)
                .isEqualTo(expected == null ? "0.00" : expected.amount().toPlainString());
    }

    private void issue(String customer, String number, String amount, LocalDate issued, LocalDate due) {
        Map<String, Object> item = Ledger.item(customer, number, amount, issued.toString(), due.toString());
        item.put("sellerId", "HAB");
        ledger.issue(item).statusCode(201);
    }

    private void pay(String customer, String number, String amount, LocalDate on) {
        Map<String, Object> receipt = Ledger.receipt(customer, amount, on.toString());
        receipt.put("sellerId", "HAB");
        receipt.put("reference", number);
        ledger.pay(receipt).statusCode(201);
    }
}
