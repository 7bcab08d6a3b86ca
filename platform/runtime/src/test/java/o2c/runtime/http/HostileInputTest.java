package o2c.runtime.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import o2c.testkit.SuiteServers;
import o2c.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller may send wrong is refused with status, code and place, and never reaches the resource. */
@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
class HostileInputTest {

    private static final String GOOD = "{\"name\":\"A\",\"kind\":\"public-body\",\"total\":{\"amount\":\"12.50\","
            + "\"currency\":\"EUR\"},\"rate\":\"1.5\",\"share\":\"90.00\",\"dueOn\":\"2026-02-28\","
            + "\"seenAt\":\"2026-02-28T10:00:00Z\",\"reference\":\"01890a5d-ac96-774b-bcce-b302099a8057\","
            + "\"flag\":true,\"lines\":[{\"text\":\"x\",\"count\":1}]}";

    @Test
    void goodInputIsAnsweredAsItWasSent() {
        assertThat(post(GOOD).then().statusCode(200).extract().asString()).isEqualTo(GOOD);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                row("empty body", "", "body-missing", ""),
                row("null", "null", "body-missing", ""),
                row("an array for an object", "[]", "wrong-type", ""),
                row("a text for an object", "\"x\"", "wrong-type", ""),
                row("not JSON", "{name:1}", "json-malformed", null),
                row("cut off", "{\"name\":\"A\"", "json-malformed", null),
                row("a second object", "{\"name\":\"A\"}{}", "trailing-text", ""),
                row("text behind", "{\"name\":\"A\"}x", "json-malformed", null),
                row("unknown field", "{\"name\":\"A\",\"tenant\":\"b\"}", "unknown-field", "/tenant"),
                row(
                        "unknown field within",
                        line("\"text\":\"x\",\"count\":1,\"id\":1"),
                        "unknown-field",
                        "/lines/0/id"),
                row("the same field twice", "{\"name\":\"A\",\"name\":\"B\"}", "duplicate-field", "/name"),
                row(
                        "twice within",
                        "{\"name\":\"A\",\"lines\":[{\"text\":\"a\",\"text\":\"b\"}]}",
                        "duplicate-field",
                        "/lines/0/text"),
                row("NUL", name("a\\u0000b"), "text-malformed", "/name"),
                row("unpaired surrogate", name("a\\ud800"), "text-malformed", "/name"),
                row("reversed surrogates", name("\\udc00\\ud800"), "text-malformed", "/name"),
                row("text too long", name("x".repeat(41)), "size", "/name"),
                row("text far too long", name("x".repeat(100_001)), "json-limits-exceeded", null),
                row("a number for a text", "{\"name\":1}", "wrong-type", "/name"),
                row("a truth for a text", "{\"name\":true}", "wrong-type", "/name"),
                row("nothing for a needed text", "{}", "not-null", "/name"),
                row("a number for an enum", field("kind", "1"), "number-for-enum", "/kind"),
                row("an unknown enum", field("kind", "\"PUBLIC_BODY\""), "value-unknown", "/kind"),
                row("an empty enum", field("kind", "\"\""), null, "/kind"),
                row("amount in exponents", money("\"1e3\""), "amount-malformed", "/total/amount"),
                row("amount 1e400", money("\"1e400\""), "amount-malformed", "/total/amount"),
                row("amount as number", money("12.50"), "amount-malformed", "/total/amount"),
                row("amount 1e1000000000", money("1e1000000000"), "amount-malformed", "/total/amount"),
                row("amount 1e-1000000", money("1e-1000000"), "amount-malformed", "/total/amount"),
                row("24 digits", money("\"123456789012345678901234\""), "amount-malformed", "/total/amount"),
                row("three decimals", money("\"10.555\""), "wrong-minor-digits", "/total/amount"),
                row("one decimal", money("\"10.5\""), "wrong-minor-digits", "/total/amount"),
                row("NaN", money("\"NaN\""), "amount-malformed", "/total/amount"),
                row("plus sign", money("\"+1.00\""), "amount-malformed", "/total/amount"),
                row("Arabic digits", money("\"١٢.٥٠\""), "amount-malformed", "/total/amount"),
                row("no amount", field("total", "{\"currency\":\"EUR\"}"), "amount-malformed", "/total/amount"),
                row(
                        "no such currency",
                        field("total", "{\"amount\":\"1.00\",\"currency\":\"EUX\"}"),
                        "currency-unknown",
                        "/total/currency"),
                row(
                        "a unit without minor digits",
                        field("total", "{\"amount\":\"1.00\",\"currency\":\"XAU\"}"),
                        "currency-without-minor-unit",
                        "/total/currency"),
                row(
                        "unknown field in money",
                        field("total", "{\"amount\":\"1.00\",\"currency\":\"EUR\",\"x\":1}"),
                        "unknown-field",
                        "/total/x"),
                row("money as text", field("total", "\"1.00\""), "wrong-type", "/total"),
                row("decimal as number", field("rate", "1.5"), "wrong-type", "/rate"),
                row("decimal of 41 digits", field("rate", "1".repeat(41)), null, null),
                row("percentage malformed", field("share", "\"90 %\""), "amount-malformed", "/share"),
                row("no such day", field("dueOn", "\"2012-02-30\""), "date-malformed", "/dueOn"),
                row("day with time", field("dueOn", "\"2026-02-28T00:00\""), "date-malformed", "/dueOn"),
                row("year +999999999", field("dueOn", "\"+999999999-01-01\""), "date-out-of-range", "/dueOn"),
                row("year -4713", field("dueOn", "\"-4713-01-01\""), "date-out-of-range", "/dueOn"),
                row("year 1999", field("dueOn", "\"1999-12-31\""), "date-out-of-range", "/dueOn"),
                row("day as numbers", field("dueOn", "[2026,1,1]"), "wrong-type", "/dueOn"),
                row("empty day", field("dueOn", "\"\""), "date-malformed", "/dueOn"),
                row("instant without zone", field("seenAt", "\"2026-02-28T10:00:00\""), "instant-malformed", "/seenAt"),
                row("UUID malformed", field("reference", "\"x\""), "uuid-malformed", "/reference"),
                row("a text for a truth", field("flag", "\"true\""), "wrong-type", "/flag"),
                row("a number for a truth", field("flag", "1"), "wrong-type", "/flag"),
                row("a text for a number", line("\"count\":\"1\""), "wrong-type", "/lines/0/count"),
                row("a fraction for a number", line("\"count\":1.5"), "wrong-type", "/lines/0/count"),
                row("a number that is too large", line("\"count\":99999999999"), null, "/lines/0/count"),
                row("a number left out", line("\"text\":\"x\""), "null-not-allowed", "/lines/0/count"),
                row("a number out of bounds", line("\"text\":\"x\",\"count\":0"), "min", "/lines/0/count"),
                row("null in a list", field("lines", "[null]"), "null-not-allowed", "/lines/0"),
                row("a list that is too long", field("lines", lines(4)), "size", "/lines"),
                row("nested 5,000 deep", "[".repeat(5_000) + "]".repeat(5_000), null, null),
                row("nested 60 deep", field("lines", "[".repeat(60) + "]".repeat(60)), null, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostileBodiesAreRefusedAndNotTaken(String what, String body, String code, String pointer) {
        int before = ProbeResource.TAKEN.get();

        Response answer = post(body);

        assertProblem(answer, 400, code);
        if (pointer != null) {
            assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
        }
        assertThat(ProbeResource.TAKEN).hasValue(before);
    }

    @Test
    void twoWrongFieldsAreBothNamed() {
        Response answer = post("{\"name\":\"\",\"lines\":[{\"text\":\"x\",\"count\":100}]}");

        assertProblem(answer, 400, "request-invalid");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/lines/0/count", "/name");
        assertThat(answer.jsonPath().getList("errors.code")).containsExactly("max", "size");
    }

    static Stream<Arguments> hostileAddresses() {
        String id = "/01890a5d-ac96-774b-bcce-b302099a8057";
        return Stream.of(
                Arguments.of("?limit=0", 400, "limit-out-of-range", "/query/limit"),
                Arguments.of("?limit=-1", 400, "limit-out-of-range", "/query/limit"),
                Arguments.of("?limit=201", 400, "limit-out-of-range", "/query/limit"),
                Arguments.of("?limit=2147483648", 400, "limit-out-of-range", "/query/limit"),
                Arguments.of("?limit=ten", 400, "limit-out-of-range", "/query/limit"),
                Arguments.of("?cursor=abc", 400, "cursor-malformed", "/query/cursor"),
                Arguments.of("?cursor=AAAAAHh4eA", 400, "cursor-malformed", "/query/cursor"),
                Arguments.of("?cursor=%C3%A9", 400, "cursor-malformed", "/query/cursor"),
                Arguments.of("?kind=x", 400, "value-unknown", "/query/kind"),
                Arguments.of("?text=123456", 400, "size", "/query/text"),
                Arguments.of("?text=a%00b", 400, "text-malformed", "/query/text"),
                Arguments.of(id + "?asOf=yesterday", 400, "date-malformed", "/query/asOf"),
                Arguments.of(id + "?asOf=2012-02-30", 400, "date-malformed", "/query/asOf"),
                Arguments.of(id + "?asOf=%2B999999999-01-01", 400, "date-out-of-range", "/query/asOf"),
                Arguments.of("/1", 404, "not-found", null),
                Arguments.of("/%00", 404, "not-found", null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileAddresses")
    void hostileAddressesAreRefused(String address, int status, String code, String pointer) {
        Response answer = given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.of("demo", "invoice:read"))
                .get("/v1/probes" + address);

        assertProblem(answer, status, code);
        assertThat(answer.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
    }

    @Test
    void bodiesAreBoundedPerOperation() {
        String mebibyte = "x".repeat(1024 * 1024);

        assertProblem(post("{\"name\":\"" + mebibyte + "\"}"), 413, "body-too-large");
        assertProblem(post("/v1/probes/batch", "[" + " ".repeat(4 * 1024 * 1024) + "]"), 413, "body-too-large");
        post("/v1/probes/batch", "[" + " ".repeat(2 * 1024 * 1024) + "]").then().statusCode(200);
    }

    @Test
    void anUploadMayBeLargerThanAnyBatch() {
        byte[] file = new byte[12 * 1024 * 1024];

        String size = given().auth()
                .oauth2(Tokens.of("demo", "invoice:write"))
                .contentType("application/octet-stream")
                .body(file)
                .post("/v1/probes/uploads")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(size).isEqualTo(String.valueOf(file.length));
    }

    @Test
    void aBodyOfAnotherKindIsRefused() {
        assertProblem(
                given().auth()
                        .oauth2(Tokens.of("demo", "invoice:write"))
                        .contentType("text/plain")
                        .body("x".getBytes(StandardCharsets.UTF_8))
                        .post("/v1/probes"),
                415,
                "media-type-unsupported");
        assertProblem(
                given().auth()
                        .oauth2(Tokens.of("demo", "invoice:read"))
                        .accept("application/xml")
                        .get("/v1/probes"),
                406,
                "not-acceptable");
        assertProblem(
                given().auth().oauth2(Tokens.of("demo", "invoice:write")).delete("/v1/probes"),
                405,
                "method-not-allowed");
        assertProblem(given().get("/v1/nothing-here"), 404, "not-found");
        assertProblem(given().get("/nothing-here"), 404, "not-found");
        assertProblem(given().get("/q/nothing-here"), 404, "not-found");
    }

    private static Response post(String body) {
        return post("/v1/probes", body);
    }

    private static Response post(String path, String body) {
        return given().auth()
                .oauth2(Tokens.of("demo", "invoice:write"))
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }

    static void assertProblem(Response answer, int status, String code) {
        String text = answer.asString();
        assertThat(answer.statusCode()).as(text).isEqualTo(status);
        assertThat(answer.contentType()).as(text).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("traceId")).matches("[0-9a-f]{32}");
        assertThat(answer.jsonPath().getString("title")).isNotBlank();
        assertThat(text).doesNotContain("Exception", "o2c.runtime", "java.", "jackson", "select ");
        if (code != null) {
            assertThat(answer.jsonPath().getString("code")).as(text).isEqualTo(code);
            assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:o2c:problem:" + code);
        }
    }

    private static Arguments row(String what, String body, String code, String pointer) {
        return Arguments.of(what, body, code, pointer);
    }

    private static String name(String text) {
        return "{\"name\":\"" + text + "\"}";
    }

    private static String field(String name, String json) {
        return "{\"name\":\"A\",\"" + name + "\":" + json + "}";
    }

    private static String money(String amount) {
        return field("total", "{\"amount\":" + amount + ",\"currency\":\"EUR\"}");
    }

    private static String line(String fields) {
        return field("lines", "[{" + fields + "}]");
    }

    private static String lines(int count) {
        return "[" + "{\"text\":\"x\",\"count\":1},".repeat(count - 1) + "{\"text\":\"x\",\"count\":1}]";
    }
}
