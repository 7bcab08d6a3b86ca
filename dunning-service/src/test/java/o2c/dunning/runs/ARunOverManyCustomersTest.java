package o2c.dunning.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import o2c.dunning.Ledger;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("A run over many customers")
class ARunOverManyCustomersTest {

    private static final String TENANT = "many";
    private static final int CUSTOMERS = 3500;

    private final Ledger ledger = new Ledger(TENANT);

    @Inject
    Work work;

    @Inject
    Sql sql;

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    @DisplayName("is committed in turns: what was done stays when one fails, and it goes on from there")
    void turns() {
        LocalDate day = ledger.today().plusDays(1);
        manyAreOverdue(day);
        String last = String.format("M-%06d", CUSTOMERS);
        work.run(
                TENANT,
                () -> sql.update(
                        "insert into step_taken (tenant, invoice_id, opening, level, step, channel, tone, strategy_id,"
                                + " strategy_version, taken_on) select tenant, invoice_id, 1, 1, 'in the way', 'email',"
                                + " 'friendly', 'standard-b2b', 1, ? from receivable where tenant = ?"
                                + " and customer_id = ?",
                        day.minusDays(9),
                        TENANT,
                        last));

        open(day).statusCode(greaterThanOrEqualTo(400));

        int before = steps(day);
        assertThat(before).isPositive().isLessThan(CUSTOMERS).isEqualTo(CUSTOMERS / 1000 * 1000);
        ledger.get("/v1/dunning-runs/{day}", day.toString()).then().body("steps", equalTo(before));
        work.run(TENANT, () -> sql.update("delete from step_taken where tenant = ? and step = 'in the way'", TENANT));

        open(day).statusCode(200);

        assertThat(steps(day)).isEqualTo(CUSTOMERS);
        ledger.get("/v1/dunning-runs/{day}", day.toString()).then().body("messages", equalTo(CUSTOMERS));
        open(day).statusCode(200).body("opened", equalTo(false));
        assertThat(steps(day)).isEqualTo(CUSTOMERS);
    }

    private ValidatableResponse open(LocalDate day) {
        return ledger.post("/v1/business-days", "{\"date\":\"" + day + "\"}", "dunning:read", "operate");
    }

    private void manyAreOverdue(LocalDate day) {
        work.run(
                TENANT,
                () -> sql.update(
                        "insert into receivable (tenant, invoice_id, customer_id, seller_id, invoice_number, currency,"
                                + " total, rate, issued_on, due_on, payable_on, known_on, overdues)"
                                + " select ?, gen_random_uuid(), 'M-' || to_char(n, 'FM000000'), 'S-1', 'F-' || n,"
                                + " 'EUR', 100 + n, 1, ?, ?, ?, ?, 1 from generate_series(1, ?) n",
                        TENANT,
                        day.minusDays(40),
                        day.minusDays(10),
                        day.minusDays(10),
                        day.minusDays(40),
                        CUSTOMERS));
    }

    private int steps(LocalDate day) {
        return work.reading(
                TENANT,
                () -> sql.first(
                                "select count(*) from step_taken where tenant = ? and taken_on = ?",
                                row -> row.getInt(1),
                                TENANT,
                                day)
                        .orElseThrow());
    }
}
