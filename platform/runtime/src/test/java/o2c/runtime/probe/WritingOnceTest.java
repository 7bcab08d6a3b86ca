package o2c.runtime.probe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import o2c.testkit.SuiteServers;
import o2c.testkit.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@QuarkusTestResource(PublisherStub.class)
@DisplayName("A request that writes")
class WritingOnceTest {

    private final String key = UUID.randomUUID().toString();
    private final String customer = "N-" + UUID.randomUUID();

    @Test
    @DisplayName("without an idempotency key is refused")
    void keyMissing() {
        given().auth()
                .oauth2(token("demo"))
                .contentType(ContentType.JSON)
                .body(Map.of("customerId", customer, "text", "a"))
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    @DisplayName("with the same key and content gets the first answer again")
    void replayed() {
        Response first = post("demo", key, "a");
        Response second = post("demo", key, "a");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("O2C-Sequence")).isEqualTo("invoice;" + customer + ";1");
        assertThat(second.header("O2C-Sequence")).isEqualTo("invoice;" + customer + ";1");
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    @DisplayName("with the same key and other content is refused")
    void reused() {
        post("demo", key, "a");
        post("demo", key, "b").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    @DisplayName("may use a key that another tenant used")
    void otherTenant() {
        post("demo", key, "a").then().statusCode(201);
        post("other", key, "b").then().statusCode(201).header("Idempotent-Replayed", nullValue());
    }

    @Test
    @DisplayName("sent sixteen times at once takes effect once")
    void twins() throws Exception {
        long before = count();
        ExecutorService clients = Executors.newFixedThreadPool(16);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            answers.add(clients.submit(() -> post("demo", key, "a")));
        }
        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(201);
        }
        clients.shutdown();
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("and is refused leaves nothing behind, so that the key can be used again")
    void refused() {
        long before = count();
        post("demo", key, "refused").then().statusCode(422).body("code", equalTo("note-refused"));
        assertThat(count()).isEqualTo(before);
        post("demo", key, "mended").then().statusCode(201).header("O2C-Sequence", "invoice;" + customer + ";1");
    }

    @Test
    @DisplayName("can be read at once by whoever names its sequence; what was never written is not visible")
    void atLeast() {
        String sequence = post("demo", key, "a").header("O2C-Sequence");
        read(sequence).then().statusCode(200);
        read("invoice;" + customer + ";99")
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("code", equalTo("not-yet-visible"));
        read("nonsense").then().statusCode(400).body("code", equalTo("at-least-malformed"));
    }

    private Response post(String tenant, String idempotencyKey, String text) {
        return given().auth()
                .oauth2(token(tenant))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", idempotencyKey)
                .body(Map.of("customerId", customer, "text", text))
                .post("/v1/notes");
    }

    private Response read(String atLeast) {
        return given().auth()
                .oauth2(token("demo"))
                .queryParam("atLeast", atLeast)
                .get("/v1/notes/count");
    }

    private long count() {
        return Long.parseLong(
                given().auth().oauth2(token("demo")).get("/v1/notes/count").asString());
    }

    private static String token(String tenant) {
        return Tokens.of(tenant, "invoice:read", "invoice:write");
    }
}
