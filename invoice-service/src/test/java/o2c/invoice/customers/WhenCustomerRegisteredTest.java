package o2c.invoice.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import o2c.contracts.CreditEvent.CustomerRegistered;
import o2c.invoice.testing.Ledger;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import o2c.testkit.EventMessage;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("A customer that owes before he is registered")
class WhenCustomerRegisteredTest {

    @Inject
    Work work;

    @Inject
    Sql sql;

    private final Ledger ledger = Ledger.of("demo");

    @Test
    @DisplayName("is provisional after a business day, until he is registered")
    void provisionalUntilRegistered() {
        ledger.issued("K-1", "K-1", "10.00", "2026-01-01", "2026-01-31");
        ledger.issued("K-2", "K-2", "10.00", "2026-01-01", "2026-01-31");
        assertThat(provisional()).doesNotContain("K-1", "K-2");
        recordedADayAgo();
        assertThat(provisional()).contains("K-1", "K-2");

        try (EventProbe probe = EventProbe.connect()) {
            EventMessage registered =
                    probe.message("demo", new CustomerRegistered("K-1", "NL", "business", null, null, "nl", null));
            registered.send();
            registered.send();

            await().until(() -> !provisional().contains("K-1"));
        }
        assertThat(provisional()).contains("K-2");
    }

    private List<String> provisional() {
        return ledger.get("/v1/provisional-customers?limit=200")
                .statusCode(200)
                .extract()
                .path("items.customerId");
    }

    /** Entries cannot be changed; so the same invoices get one that was recorded on the day before. */
    private void recordedADayAgo() {
        work.run(
                "demo",
                () -> sql.update(
                        "insert into receivable_entry (tenant, receivable_id, customer_id, seller_id, currency,"
                                + " kind, amount, business_day, recorded_on, cause)"
                                + " select tenant, receivable_id, customer_id, seller_id, currency,"
                                + " 'noted', 0, business_day,"
                                + " recorded_on - 1, cause from receivable_entry where customer_id in ('K-1', 'K-2')"));
    }
}
