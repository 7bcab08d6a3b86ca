package o2c.credit.customers;

import static o2c.credit.Api.demo;
import static o2c.credit.Api.get;
import static o2c.credit.Api.newId;
import static o2c.credit.Api.other;
import static o2c.credit.Api.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import o2c.contracts.CreditEvent;
import o2c.credit.Api;
import o2c.testkit.EventProbe;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("Customers over REST")
class CustomerResourceTest {

    private static final String ACME = """
        {"name":"Acme","country":"NL","kind":"business","vatId":"NL123456789B01","segment":"gold","language":"nl",
         "since":"2020-02-29","contacts":[{"name":"Ann","role":"billing","email":"ann@example.org"}]}\
        """;

    @Test
    void aFirstPutRegistersAndAnnounces() {
        String id = newId();

        put("/v1/customers/" + id, ACME)
                .then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .header("Location", equalTo("/v1/customers/" + id))
                .header("O2C-Sequence", equalTo("credit;" + id + ";1"))
                .body("name", equalTo("Acme"))
                .body("provisional", equalTo(false))
                .body("contacts[0].email", equalTo("ann@example.org"));

        try (EventProbe probe = EventProbe.connect()) {
            CreditEvent.CustomerRegistered registered = probe.await(
                    CreditEvent.CustomerRegistered.class,
                    event -> event.customerId().equals(id));
            assertThat(registered.kind()).isEqualTo("business");
            assertThat(registered.personal().name()).isEqualTo("Acme");
        }
    }

    @Test
    void theSameAgainChangesNothing() {
        String id = newId();
        String etag = put("/v1/customers/" + id, ACME).header("ETag");

        Response again = put("/v1/customers/" + id, ACME);

        again.then().statusCode(200).header("ETag", equalTo(etag)).header("O2C-Sequence", nullValue());
        get("/v1/customers/" + id + "/history").body("items", hasSize(1));
    }

    @Test
    void absentKeepsAndNullClears() {
        String id = newId();
        put("/v1/customers/" + id, ACME);

        put("/v1/customers/" + id, "{\"name\":\"Acme Ltd\",\"vatId\":null}")
                .then()
                .statusCode(200)
                .body("name", equalTo("Acme Ltd"))
                .body("country", equalTo("NL"))
                .body("vatId", nullValue())
                .body("contacts", hasSize(1));

        get("/v1/customers/" + id + "/history")
                .body("items", hasSize(2))
                .body("items[0].changedBy", equalTo("demo-tester"))
                .body("items[0].changes.field", equalTo(List.of("name", "vatId")))
                .body("items[0].changes[0].from", equalTo("Acme"))
                .body("items[0].changes[0].to", equalTo("Acme Ltd"));
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"country\":\"NL\",\"kind\":\"business\"} | name-missing | /name",
                "{\"name\":\"A\",\"country\":\"XX\",\"kind\":\"business\"} | country-unknown | /country",
                "{\"name\":\"A\",\"country\":\"NL\",\"kind\":\"firm\"} | kind-unknown | /kind",
                "{\"name\":\"A\",\"country\":\"NL\",\"kind\":\"business\",\"vatId\":\"NL1\"}"
                        + "| vat-id-malformed | /vatId",
                "{\"name\":\"A\",\"country\":\"NL\",\"kind\":\"business\",\"lei\":\"529900T8BM49AURSDO56\"}"
                        + "| lei-malformed | /lei",
                "{\"name\":\"A\",\"country\":\"NL\",\"kind\":\"business\",\"score\":5}"
                        + "| field-owned-by-service | /score",
                "{\"name\":\"A\",\"country\":\"NL\",\"kind\":\"business\",\"colour\":5} | field-unknown | /colour",
                "{\"name\":\"A\",\"country\":\"NL\",\"kind\":\"business\",\"contacts\":[null]}"
                        + "| null-not-allowed | /contacts/0",
                "{\"customerId\":\"X\",\"name\":\"A\",\"country\":\"NL\",\"kind\":\"business\"}"
                        + "| customer-id-differs | /customerId",
            })
    void badDataIsRefusedByFieldAndStoresNothing(String body, String code, String pointer) {
        String id = newId();

        put("/v1/customers/" + id, body)
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
        demo().get("/v1/customers/" + id).then().statusCode(404).body("code", equalTo("customer-unknown"));
    }

    @Test
    void aBrokenBodyIsRefused() {
        for (String body : List.of("", "null", "[]", "{\"name\":5}", "{\"name\":\"A\",\"name\":\"B\"}", "{}x", "{")) {
            put("/v1/customers/" + newId(), body).then().statusCode(400);
        }
    }

    @Test
    void aStaleVersionIsRefused() {
        String id = newId();
        String etag = put("/v1/customers/" + id, ACME).header("ETag");
        demo().header("If-Match", etag)
                .body("{\"name\":\"B\"}")
                .put("/v1/customers/" + id)
                .then()
                .statusCode(200);

        demo().header("If-Match", etag)
                .body("{\"name\":\"C\"}")
                .put("/v1/customers/" + id)
                .then()
                .statusCode(412);
        get("/v1/customers/" + id).body("name", equalTo("B"));
    }

    @Test
    void aParentMayNotBeADescendant() {
        String child = Api.customer();
        String parent = Api.customer();
        put("/v1/customers/" + child, "{\"parentCustomerId\":\"" + parent + "\"}")
                .then()
                .statusCode(200);

        put("/v1/customers/" + parent, "{\"parentCustomerId\":\"" + child + "\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("parent-cycle"));
    }

    @Test
    void aBatchAnswersItemByItem() {
        String first = newId();
        String second = newId();
        String items = """
            {"items":[{"customerId":"%s","name":"A","country":"NL","kind":"consumer"},
                      {"customerId":"%s","name":"B","country":"ZZ","kind":"business"},
                      {"customerId":"%s","name":"A","country":"NL","kind":"consumer"},
                      {"name":"C","country":"NL","kind":"business"}]}\
            """.formatted(first, second, first);

        put("/v1/customers/batch", items)
                .then()
                .statusCode(207)
                .body("items.status", equalTo(List.of(201, 400, 422, 400)))
                .body("items[1].code", equalTo("country-unknown"))
                .body("items[2].code", equalTo("customer-repeated"))
                .body("items[3].code", equalTo("id-malformed"));
        get("/v1/customers/" + first).body("kind", equalTo("consumer"));
        demo().get("/v1/customers/" + second).then().statusCode(404);
    }

    @Test
    void aBatchHasAtMostFiveHundred() {
        String item = "{\"customerId\":\"X\",\"name\":\"A\",\"country\":\"NL\",\"kind\":\"business\"}";

        put("/v1/customers/batch", "{\"items\":[" + (item + ",").repeat(500) + item + "]}")
                .then()
                .statusCode(400);
        put("/v1/customers/batch", "{\"items\":[]}").then().statusCode(400);
    }

    @Test
    void listsAreFilteredAndPaged() {
        String parent = Api.customer();
        for (int i = 0; i < 3; i++) {
            put(
                            "/v1/customers/" + newId(),
                            "{\"name\":\"Sub\",\"country\":\"BE\",\"kind\":\"business\",\"parentCustomerId\":\""
                                    + parent + "\"}")
                    .then()
                    .statusCode(201);
        }

        String cursor = get("/v1/customers?limit=2&country=BE&kind=business&parentCustomerId=" + parent)
                .body("items", hasSize(2))
                .extract()
                .path("nextCursor");
        get("/v1/customers?limit=2&parentCustomerId=" + parent + "&cursor=" + cursor)
                .body("items", hasSize(1))
                .body("nextCursor", nullValue());
        demo().get("/v1/customers?limit=0").then().statusCode(400);
        demo().get("/v1/customers?cursor=x").then().statusCode(400);
        demo().get("/v1/customers?kind=firm").then().statusCode(400);
    }

    @Test
    void aSyncGoesOnFromSafeUntil() {
        String before = Api.customer();
        String safeUntil = get("/v1/customers?limit=1").extract().path("safeUntil");
        assertThat(Instant.parse(safeUntil)).isNotNull();
        String after = Api.customer();

        get("/v1/customers?limit=200&updatedSince=" + safeUntil)
                .body("items.customerId", hasItem(after))
                .body("items.customerId", not(hasItem(before)));
    }

    @Test
    void anotherTenantSeesNothing() {
        String id = Api.customer();

        for (String path : List.of("", "/history", "/exposure", "/credit-limit", "/credit-limit-requests")) {
            other().get("/v1/customers/" + id + path).then().statusCode(404);
        }
    }

    @Test
    void withoutScopeNothingIsAllowed() {
        io.restassured.RestAssured.given().get("/v1/customers").then().statusCode(401);
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(o2c.testkit.Tokens.of("demo", "invoice:read"))
                .get("/v1/customers")
                .then()
                .statusCode(403);
    }
}
