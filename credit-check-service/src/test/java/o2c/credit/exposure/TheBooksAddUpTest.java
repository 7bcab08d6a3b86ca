package o2c.credit.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.credit.Api;
import o2c.credit.Invoices;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("The kept exposure equals the sum of its entries")
class TheBooksAddUpTest {

    @Inject
    Books books;

    @Inject
    BooksInTime booksInTime;

    @Inject
    Work work;

    @Inject
    Sql sql;

    @Test
    void afterOrdersInvoicesPaymentsAndDays() {
        Random random = new Random(7);
        List<String> customers = List.of(
                Api.customerWithLimit("9000.00"), Api.customerWithLimit("9000.00"), Api.customerWithLimit("900.00"));
        try (EventProbe probe = EventProbe.connect()) {
            for (int round = 0; round < 12; round++) {
                String customer = customers.get(random.nextInt(customers.size()));
                String order = "O-" + random.nextInt(4);
                LocalDate today = Api.today();
                String check = Api.check(customer, "order", order, random.nextInt(1, 900) + ".00")
                        .path("checkId");
                InvoiceIssued invoice = Invoices.issued(
                        customer, random.nextInt(50, 400) + ".10", today.plusDays(random.nextInt(-9, 2)), order);
                probe.publish("demo", invoice);
                probe.publish("demo", Invoices.received(customer, "20.05", today.minusDays(1), order));
                UUID last = probe.publish("demo", Invoices.allocated(invoice, "20.05", today.minusDays(1)));
                awaitHeard(last);
                if (round % 3 == 0) {
                    Api.post("/v1/credit-checks/" + check + "/cancellation", null);
                }
                if (round % 4 == 0) {
                    Api.nextDay();
                }
                compare(customers);
            }
        }
    }

    private void compare(List<String> customers) {
        LocalDate today = Api.today();
        customers.forEach(customer -> work.run("demo", () -> {
            assertThat(books.of(customer))
                    .isEqualTo(booksInTime.at(customer, o2c.runtime.books.Moment.asKnownNow(today)));
            books.of(customer)
                    .forEach(kept ->
                            assertThat(kept.reservedOrders().isNegative()).isFalse());
        }));
    }

    private void awaitHeard(UUID event) {
        await().until(() -> work.in(
                "demo",
                () -> sql.first(
                                "select exists (select from inbox where tenant = 'demo' and event_id = ?)",
                                row -> row.getBoolean(1),
                                event)
                        .orElse(false)));
    }
}
