package o2c.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import o2c.testkit.PublishedApi;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("The published API")
class PublishedApiTest {

    @Test
    @DisplayName("is what the service offers")
    void isOffered() {
        PublishedApi.check("policy-service");
    }
}
