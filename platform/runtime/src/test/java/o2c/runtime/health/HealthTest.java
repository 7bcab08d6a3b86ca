package o2c.runtime.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
class HealthTest {

    @Test
    void aServiceIsReadyWithDatabaseMigrationsAndTopics() {
        await().atMost(Duration.ofSeconds(10)).until(() -> ready().getString(broker()), "reachable"::equals);

        JsonPath ready = ready();
        assertThat(ready.getString("status")).isEqualTo("UP");
        assertThat(ready.getList("checks.name"))
                .contains("Kafka topics", "Database migrations", "Database connections health check");
    }

    @Test
    void aServiceIsAliveAndMeasured() {
        given().get("/q/health/live").then().statusCode(200);
        assertThat(given().get("/q/metrics").then().statusCode(200).extract().asString())
                .contains("o2c_kafka_reachable", "o2c_audit_unsealed_late");
    }

    private static String broker() {
        return "checks.find { it.name == 'Kafka topics' }.data.broker";
    }

    private static JsonPath ready() {
        return given().get("/q/health/ready").then().statusCode(200).extract().jsonPath();
    }
}
