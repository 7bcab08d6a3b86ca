package o2c.dunning.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import o2c.dunning.cases.domain.Receivable;
import o2c.kernel.Ids;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Do the table's own figures agree with the rule")
class DoTableAndRuleAgreeTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-05");

    private static final String INSERT =
            "insert into receivable (tenant, invoice_id, customer_id, seller_id, invoice_number, currency, total, rate,"
                    + " issued_on, due_on, payable_on, known_on, allocated, contested, settlements, reopenings,"
                    + " overdues, withdrawals, lives_on, overdue_on, lifted_on)"
                    + " values ('messages', ?, 'G', 'S', ?, 'EUR', ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Inject
    Work work;

    @Inject
    Sql sql;

    @Inject
    Receivables receivables;

    @Test
    @DisplayName("yes: outstanding, disputed and overdue are the same for 500 generated receivables")
    void agree() {
        Random random = new Random(42);
        List<UUID> ids = new ArrayList<>();
        work.run("messages", () -> sql.batch(INSERT, rows(random, ids)));

        work.run("messages", () -> ids.forEach(this::checkOne));
    }

    private void checkOne(UUID id) {
        Receivable rule = receivables.find(id).orElseThrow();
        List<BigDecimal> table = sql.first(
                        "select outstanding, disputed, case when declared and outstanding > 0 then 1 else 0 end"
                                + " from receivable where tenant = 'messages' and invoice_id = ?",
                        row -> List.of(row.getBigDecimal(1), row.getBigDecimal(2), row.getBigDecimal(3)),
                        id)
                .orElseThrow();
        assertThat(table.get(0)).isEqualByComparingTo(rule.open().amount());
        assertThat(table.get(1)).isEqualByComparingTo(rule.disputed().amount());
        assertThat(table.get(2).signum() == 1).isEqualTo(rule.isOverdue());
    }

    private static List<Object[]> rows(Random random, List<UUID> ids) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            UUID id = Ids.next();
            ids.add(id);
            int settled = random.nextInt(3);
            rows.add(new Object[] {
                id,
                "G-" + i,
                cents(random),
                DAY,
                DAY,
                DAY,
                DAY,
                cents(random),
                cents(random).subtract(BigDecimal.TEN),
                settled,
                random.nextInt(settled + 1),
                random.nextInt(3),
                random.nextInt(3),
                cents(random),
                random.nextBoolean() ? null : DAY.plusDays(random.nextInt(3)),
                random.nextBoolean() ? null : DAY.plusDays(random.nextInt(3))
            });
        }
        return rows;
    }

    private static BigDecimal cents(Random random) {
        return BigDecimal.valueOf(random.nextInt(10_000), 2);
    }
}
