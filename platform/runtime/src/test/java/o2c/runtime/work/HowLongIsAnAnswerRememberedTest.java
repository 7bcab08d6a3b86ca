package o2c.runtime.work;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import o2c.testkit.SuiteServers;
import o2c.testkit.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("How long is the first answer to a key remembered?")
class HowLongIsAnAnswerRememberedTest {

    @Inject
    OldAnswers oldAnswers;

    @Inject
    Work work;

    @Inject
    Sql sql;

    private final String key = UUID.randomUUID().toString();

    @Test
    @DisplayName("Thirty days; after that the key is as good as new")
    void thirtyDays() {
        post();
        age(29);
        oldAnswers.forget();
        assertThat(post()).isEqualTo("true");
        age(31);
        oldAnswers.forget();
        assertThat(post()).isNull();
    }

    private void age(int days) {
        work.run(
                "demo",
                () -> sql.update(
                        "update idempotency set created_at = now() - make_interval(days => ?)"
                                + " where tenant = 'demo' and key = ?",
                        days,
                        key));
    }

    private String post() {
        return given().auth()
                .oauth2(Tokens.of("demo", "invoice:write"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("customerId", "C-" + key, "text", "a"))
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .extract()
                .header("Idempotent-Replayed");
    }
}
