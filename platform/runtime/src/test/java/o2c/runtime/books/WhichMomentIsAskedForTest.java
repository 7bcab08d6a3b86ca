package o2c.runtime.books;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import o2c.testkit.SuiteServers;
import o2c.testkit.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Which moment of the books does a caller ask for?")
class WhichMomentIsAskedForTest {

    @Test
    @DisplayName("The present, when he asks for nothing: kept figures may be read")
    void present() {
        asked("").statusCode(200).body("latest", equalTo(true)).body("knownOn", equalTo("9999-12-31"));
    }

    @Test
    @DisplayName("The close of a past day, with all that is known today")
    void pastDay() {
        asked("?asOf=2020-02-29")
                .statusCode(200)
                .body("asOf", equalTo("2020-02-29"))
                .body("latest", equalTo(false))
                .body("knownAt", equalTo("9999-12-31T00:00:00Z"));
    }

    @Test
    @DisplayName("Known at an instant, or by a business date, never both")
    void known() {
        asked("?knownAt=2021-05-06T07:08:09Z")
                .statusCode(200)
                .body("knownAt", equalTo("2021-05-06T07:08:09Z"))
                .body("knownOn", equalTo("9999-12-31"))
                .body("latest", equalTo(false));
        asked("?knownAt=2021-05-06").statusCode(200).body("knownOn", equalTo("2021-05-06"));
    }

    @ParameterizedTest(name = "{0} is refused: {2} at {3}")
    @CsvSource({
        "?asOf=2199-01-01, 422, date-in-future, /query/asOf",
        "?asOf=2026-02-30, 400, date-malformed, /query/asOf",
        "?knownAt=2199-01-01T00:00:00Z, 422, known-at-too-recent, /query/knownAt",
        "?knownAt=yesterday, 400, date-malformed, /query/knownAt",
        "?knownAt=2026-01-01T25:00:00Z, 400, instant-malformed, /query/knownAt"
    })
    void refused(String query, int status, String code, String pointer) {
        asked(query).statusCode(status).body("code", equalTo(code)).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    @DisplayName("Changes can be followed safely up to a moment that has just passed, in whole milliseconds")
    void safeUntil() {
        Instant safe =
                Instant.parse(get("/v1/notes/safe-until").extract().asString().replace("\"", ""));
        assertThat(safe).isBefore(Instant.now()).isAfter(Instant.now().minusSeconds(120));
        assertThat(safe.getNano() % 1_000_000).isZero();
    }

    private static ValidatableResponse asked(String query) {
        return get("/v1/notes/moment" + query);
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(Tokens.of("demo", "invoice:read"))
                .get(path)
                .then();
    }
}
