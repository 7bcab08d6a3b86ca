package o2c.runtime.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import o2c.runtime.work.Work;
import o2c.testkit.PostgresCluster;
import o2c.testkit.SuiteServers;
import o2c.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** Uploads become jobs that go on over crashes, count right and name what they refused. */
@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
class LongWorkTest {

    @Inject
    Jobs jobs;

    @Inject
    JobStore store;

    @Inject
    Leases leases;

    @Inject
    Work work;

    @Test
    void aJobCountsWhatItDidAndNamesWhatItRefused() throws SQLException {
        JsonPath job =
                finished(upload("number\n1\n=two\n3\n\n-4\n", UUID.randomUUID().toString()));

        assertThat(job.getString("status")).isEqualTo("completed-with-rejections");
        assertThat(job.getInt("processed")).isEqualTo(4);
        assertThat(job.getInt("total")).isEqualTo(4);
        assertThat(job.getInt("rejected")).isEqualTo(2);
        assertThat(job.getString("startedAt")).endsWith("Z");
        assertThat(job.getString("finishedAt")).endsWith("Z");
        assertThat(sum(job.getUUID("id"))).isEqualTo(4);
        assertThat(given().auth()
                        .oauth2(Tokens.of("demo", "audit:read"))
                        .get("/v1/audit-entries?subject=" + job.getString("id"))
                        .jsonPath()
                        .getList("items.action"))
                .containsExactly("POST /v1/sums");
        String rejections = "/v1/jobs/" + job.getString("id") + "/rejections";
        JsonPath first = reading().get(rejections + "?limit=1").jsonPath();
        assertThat(first.getMap("items[0]"))
                .isEqualTo(Map.of(
                        "line", 3, "code", "number-malformed", "detail", "this is no number", "original", "=two"));
        JsonPath second = reading()
                .queryParam("cursor", first.getString("nextCursor"))
                .get(rejections)
                .jsonPath();
        assertThat(second.getList("items.line")).containsExactly(6);
        assertThat(reading().accept("text/csv").get(rejections).asString())
                .isEqualTo("line,code,detail,original\r\n"
                        + "3,\"number-malformed\",\"this is no number\",\"'=two\"\r\n"
                        + "6,\"number-malformed\",\"this is no number\",\"'-4\"\r\n");
    }

    @Test
    void aRunThatBreaksOffIsGoneOnWithAndNothingCountsTwice() throws SQLException {
        SumUpload.BATCHES_UNTIL_CRASH.set(3);

        JsonPath job = finished(upload(numbers(1_000), UUID.randomUUID().toString()));

        assertThat(job.getString("status")).isEqualTo("completed");
        assertThat(job.getInt("processed")).isEqualTo(1_000);
        assertThat(sum(job.getUUID("id"))).isEqualTo(500_500);
    }

    @Test
    void anUploadOfManyPiecesIsReadAsOne() throws SQLException {
        JsonPath job = finished(upload(
                "number\n" + ("0".repeat(60_000) + "1\n").repeat(60),
                UUID.randomUUID().toString()));

        assertThat(job.getString("status")).isEqualTo("completed");
        assertThat(job.getInt("total")).isEqualTo(60);
        assertThat(sum(job.getUUID("id"))).isEqualTo(60);
    }

    @Test
    void theSameKeyAndBytesAreTheSameJobAndOtherBytesAreRefused() {
        String key = UUID.randomUUID().toString();
        Response first = upload("number\n1\n", key);
        Response again = upload("number\n1\n", key);
        Response other = upload("number\n2\n", key);

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void anUploadNeedsAKeyAndABody() {
        assertThat(upload("", UUID.randomUUID().toString()).jsonPath().getString("code"))
                .isEqualTo("body-missing");
        assertThat(writing().body("number\n1\n").post("/v1/sums").jsonPath().getString("code"))
                .isEqualTo("idempotency-key-missing");
    }

    @Test
    void aJobThatIsRefusedFailsWithTheCode() {
        JsonPath job = finished(upload("figure\n1\n", UUID.randomUUID().toString()));

        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getString("failure")).isEqualTo("header-malformed");
    }

    @Test
    void anotherTenantSeesNoJobAndARubbishIdIsNone() {
        String location = upload("number\n1\n", UUID.randomUUID().toString()).header("Location");

        given().auth()
                .oauth2(Tokens.of("other", "invoice:read"))
                .get(location.substring(location.indexOf("/v1/")))
                .then()
                .statusCode(404);
        reading().get("/v1/jobs/1").then().statusCode(404);
    }

    @Test
    void whoLostItsLeaseCannotCommit() throws SQLException {
        UUID id = UUID.randomUUID();
        work.run(
                "live", () -> store.add(id, "nobody-does-this", new JobStore.Origin("c", "r", null), null, null, true));
        JobState taken = leases.claim(List.of("nobody-does-this")).orElseThrow();
        leases.release(taken, 0);
        JobState takenOver = leases.claim(List.of("nobody-does-this")).orElseThrow();

        JobRun zombie = new JobRun(taken, store, work, null, () -> false);
        JobRun owner = new JobRun(takenOver, store, work, null, () -> false);

        assertThatThrownBy(() -> zombie.inBatch(() -> zombie.commit(1, List.of())))
                .isInstanceOf(JobStore.LeaseLost.class);
        owner.inBatch(() -> owner.commit(1, List.of()));
        assertThat(work.reading("live", () -> store.find(id))
                        .orElseThrow()
                        .progress()
                        .processed())
                .isEqualTo(1);
        assertThat(jobs.open("live")).isEqualTo(1);
    }

    private static Response upload(String csv, String key) {
        return writing().header("Idempotency-Key", key).body(csv).post("/v1/sums");
    }

    private static JsonPath finished(Response started) {
        assertThat(started.statusCode()).as(started.asString()).isEqualTo(202);
        String location = started.header("Location");
        String path = location.substring(location.indexOf("/v1/"));
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> reading().get(path).jsonPath(), job -> job.get("finishedAt") != null);
    }

    private static String numbers(int count) {
        return "number\n"
                + IntStream.rangeClosed(1, count).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
    }

    private static long sum(UUID job) throws SQLException {
        try (Connection connection = SuiteServers.connect(PostgresCluster.WORKER);
                PreparedStatement statement =
                        connection.prepareStatement("select coalesce(sum(value), 0) from probe_sum where job_id = ?")) {
            statement.setObject(1, job);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static RequestSpecification reading() {
        return given().auth().oauth2(Tokens.of("demo", "invoice:read"));
    }

    private static RequestSpecification writing() {
        return given().auth().oauth2(Tokens.of("demo", "invoice:write")).contentType("text/csv");
    }
}
