package o2c.invoice.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import o2c.invoice.testing.Ledger;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Money in the books")
class MoneyInTheBooksTest {

    /** Every kept figure beside what the entries say; no row when they agree. */
    private static final String DIFFERENCES = """
        select 'receivable ' || r.id as what from receivable r
        where r.tenant = 'demo' and r.outstanding <>
          (select sum(amount) from receivable_entry e where e.receivable_id = r.id)
        union all
        select 'charges of ' || r.id from receivable r
        where r.tenant = 'demo' and r.charge_costs + r.charge_interest <>
          coalesce((select sum(amount) from charge_entry e where e.receivable_id = r.id), 0)
        union all
        select 'payment ' || p.id from payment p
        where p.tenant = 'demo' and p.unallocated <>
          (select sum(amount) from cash_entry e where e.payment_id = p.id)
        union all
        select 'cash of ' || c.customer_id from customer_cash c
        where c.tenant = 'demo' and c.unallocated <>
          (select sum(amount) from cash_entry e where e.tenant = c.tenant and e.customer_id = c.customer_id
            and e.seller_id = c.seller_id and e.currency = c.currency)\
        """;

    private static final String CONSERVED = """
        select (select sum(outstanding) from receivable where tenant = 'demo' and customer_id like 'MB-%')
          - (select sum(unallocated) from customer_cash where tenant = 'demo' and customer_id like 'MB-%')
          = (select sum(total) from receivable where tenant = 'demo' and customer_id like 'MB-%')
          - (select sum(amount - refunded) from payment
             where tenant = 'demo' and customer_id like 'MB-%' and reversed_on is null) as conserved\
        """;

    @Inject
    Work work;

    @Inject
    Sql sql;

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("is conserved: outstanding less cash is issued less received, and kept figures equal the entries")
    void conserved() {
        Random random = new Random(11);
        for (int i = 0; i < 90; i++) {
            String customer = "MB-" + random.nextInt(4);
            String amount = BigDecimal.valueOf(100 + random.nextInt(20_000), 2).toPlainString();
            switch (random.nextInt(5)) {
                case 0 -> ledger.pay(customer, amount, "2026-01-0" + (1 + random.nextInt(5)), List.of());
                case 1 -> allocateLater(customer);
                case 2 -> goesBack(customer, random.nextBoolean() ? "refunds" : "reversals");
                default ->
                    ledger.issued(customer, "MB-" + i, amount, "2026-01-0" + (1 + random.nextInt(9)), "2026-02-01");
            }
        }

        assertThat(ask(DIFFERENCES)).isEmpty();
        assertThat(ask(CONSERVED)).containsExactly("t");
    }

    private void allocateLater(String customer) {
        List<String> ids = ledger.get("/v1/payments?customerId={c}&limit=200", customer)
                .extract()
                .path("items.paymentId");
        ids.forEach(id -> ledger.call().body(Map.of()).post("/v1/payments/{id}/allocations", id));
    }

    private void goesBack(String customer, String how) {
        List<String> ids = ledger.get("/v1/payments?customerId={c}&limit=200", customer)
                .extract()
                .path("items.paymentId");
        ids.stream()
                .limit(1)
                .forEach(id -> ledger.call()
                        .body(how.equals("refunds") ? Map.of() : Map.of("reason", "mistake"))
                        .post("/v1/payments/{id}/" + how, id));
    }

    private List<String> ask(String question) {
        return work.in("demo", () -> sql.list(question, row -> row.getString(1)));
    }
}
