package o2c.runtime.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import o2c.runtime.work.Work;
import o2c.testkit.PostgresCluster;
import o2c.testkit.SuiteServers;
import o2c.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** The trail is sealed soon after, can only grow, and shows when somebody has been at it. */
@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
class IsTheTrailIntactTest {

    @Inject
    AuditTrail trail;

    @Inject
    Work work;

    @Test
    void anEntryThatWasChangedIsNamed() throws SQLException {
        work.run("other", () -> {
            trail.record("limit.approved", "C-1", Map.of("amount", "100.00"));
            trail.record("limit.approved", "C-2", Map.of("amount", "200.00"));
            trail.record("limit.declined", "C-3", null);
        });
        JsonPath sound = sealed(3);
        assertThat(sound.getBoolean("intact")).isTrue();
        assertThat(sound.getString("head")).matches("[0-9a-f]{64}");
        String second =
                reading().get("/v1/audit-entries?subject=C-2").jsonPath().getString("items[0].id");

        asSuperuser("update audit_entry set details = '{\"amount\":\"900.00\"}' where id = '" + second + "'");

        JsonPath broken = verification();
        assertThat(broken.getBoolean("intact")).isFalse();
        assertThat(broken.getString("firstBroken")).isEqualTo(second);
        asSuperuser("update audit_entry set details = '{\"amount\":\"200.00\"}' where id = '" + second + "'");
        assertThat(verification().getBoolean("intact")).isTrue();
        asSuperuser("delete from audit_entry where id = '" + second + "'");
        assertThat(verification().getString("firstBroken")).isEqualTo(second);
    }

    @Test
    void entriesAreFoundBySubjectActionAndTime() {
        work.run("demo", () -> {
            trail.record("price.changed", "P-1", Map.of("from", "1.00", "to", "2.00"));
            trail.record("price.changed", "P-2", null);
        });

        JsonPath newest = given().auth()
                .oauth2(Tokens.of("demo", "audit:read"))
                .get("/v1/audit-entries?action=price.changed&from=2020-01-01T00:00:00Z&limit=1")
                .jsonPath();
        assertThat(newest.getString("items[0].subject")).isEqualTo("P-2");
        assertThat(newest.getString("items[0].actor")).isEqualTo("o2c-invoice");
        assertThat(newest.getString("items[0].businessDate")).isEqualTo(SuiteServers.FIRST_DAY);
        JsonPath older = given().auth()
                .oauth2(Tokens.of("demo", "audit:read"))
                .queryParam("cursor", newest.getString("nextCursor"))
                .get("/v1/audit-entries?action=price.changed")
                .jsonPath();
        assertThat(older.getString("items[0].details.to")).isEqualTo("2.00");
        assertThat(given().auth()
                        .oauth2(Tokens.of("demo", "audit:read"))
                        .get("/v1/audit-entries?action=price.changed&to=2020-01-01T00:00:00Z")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void theServicesOwnRolesCanOnlyAdd() {
        for (String statement : List.of(
                "update audit_entry set actor = 'x'",
                "delete from audit_entry",
                "update audit_seal set position = 1",
                "delete from audit_seal",
                "truncate audit_entry",
                "delete from audit_unsealed")) {
            assertThatThrownBy(() -> as(PostgresCluster.APP, statement)).hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> as(PostgresCluster.WORKER, "update audit_seal set position = 1"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as(PostgresCluster.WORKER, "delete from audit_entry"))
                .hasMessageContaining("permission denied");
    }

    private static JsonPath sealed(int count) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        IsTheTrailIntactTest::verification,
                        found -> found.getInt("sealed") >= count && found.getInt("unsealed") == 0);
    }

    private static JsonPath verification() {
        return reading()
                .get("/v1/audit-entries/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification reading() {
        return given().auth().oauth2(Tokens.of("other", "audit:read"));
    }

    private static void asSuperuser(String statement) throws SQLException {
        as("postgres", statement);
    }

    private static void as(String role, String sql) throws SQLException {
        try (Connection connection = SuiteServers.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
