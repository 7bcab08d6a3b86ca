package o2c.policy.calculators;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import o2c.policy.Desk;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("The calculators over REST")
class CalculatorsTest {

    private final Desk desk = new Desk("demo");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CI-1 | silo | 250000 | X:428226 | 250000 | 225000 | 203226",
                "CI-2 | silo | 100000 | A:40000 B:45000 C:30000 | 40000 45000 15000 | 90000 | 25000",
                "CI-3 | silo | 100000 | A:40000-40000 B:45000 C:30000 | 0 45000 30000 | 67500 | 7500",
                "CI-3f | fixed | 100000 | A:40000-40000 B:45000 C:30000 | 0 45000 15000 | 54000 | 21000",
                "CI-3b | silo | 100000 | A:40000-10000 B:45000 C:30000 | 30000 45000 25000 | 90000 | 15000",
                "CI-4 | silo | 250000 150000 | A:100000 B:100000 C:100000 +D:80000 |"
                        + " 100000 100000 50000 0 | 225000 | 155000",
                "CI-4A | silo | 250000 150000 | A:100000-100000 B:100000 C:100000 +D:80000 |"
                        + " 0 100000 50000 0 | 135000 | 145000",
                "CI-4B | silo | 250000 150000 | A:100000-100000 B:100000-100000 C:100000 +D:80000 |"
                        + " 0 0 100000 50000 | 135000 | 45000",
                "CI-5 | silo | 100000 0 | A:40000 B:45000 C:30000 +E:20000 |" + " 40000 45000 15000 0 | 90000 | 45000",
                "CI-5A | silo | 100000 0 | A:40000-40000 B:45000 C:30000 +E:20000 |"
                        + " 0 45000 15000 0 | 54000 | 41000"
            })
    void cover(ArgumentsAccessor sample) {
        desk.asking()
                .body(question(sample.getString(1), sample.getString(2), sample.getString(3)))
                .post("/v1/cover-calculations")
                .then()
                .statusCode(200)
                .body("lines.covered", contains(cents(sample.getString(4)).split(" ")))
                .body("insured", equalTo(cents(sample.getString(5))))
                .body("uninsured", equalTo(cents(sample.getString(6))));
    }

    @Test
    @DisplayName("CI-7 a discretionary limit at its own percentage")
    void discretionary() {
        desk.asking()
                .body("""
                        {"currency":"EUR","rule":"silo","insuredPercentage":"90.00","asOf":"2026-03-31",
                         "limits":[{"amount":"20000.00","effectiveFrom":"2026-01-01","kind":"discretionary",
                                    "percentage":"80.00"}],
                         "receivables":[{"reference":"X","invoicedOn":"2026-01-10","dueOn":"2026-02-09",
                                         "amount":"23500.50","limitKind":"discretionary"}]}""")
                .post("/v1/cover-calculations")
                .then()
                .statusCode(200)
                .body("lines[0].covered", equalTo("20000.00"))
                .body("insured", equalTo("16000.00"))
                .body("uninsured", equalTo("7500.50"));
    }

    @Test
    @DisplayName("CI-8 a policy without VAT against a ledger with VAT")
    void netBasis() {
        desk.asking()
                .body("""
                        {"currency":"EUR","rule":"silo","insuredPercentage":"90.00","asOf":"2026-03-31",
                         "limits":[{"amount":"90000.00","effectiveFrom":"2026-01-01"}],
                         "receivables":[{"reference":"X","invoicedOn":"2026-01-10","dueOn":"2026-02-09",
                                         "amount":"100000.00","grossAmount":"121000.00"}]}""")
                .post("/v1/cover-calculations")
                .then()
                .statusCode(200)
                .body("insured", equalTo("81000.00"))
                .body("uninsured", equalTo("40000.00"))
                .body("lines[0].reasons.reason", contains("over-limit", "own-retention", "vat"));
    }

    @Test
    @DisplayName("Disputed, excluded and over-long items keep their reasons")
    void reasons() {
        desk.asking()
                .body("""
                        {"currency":"EUR","rule":"silo","insuredPercentage":"90.00","asOf":"2026-03-31",
                         "maxTermDays":60,"limits":[{"amount":"90000.00","effectiveFrom":"2026-01-01"}],
                         "receivables":[
                          {"reference":"A","invoicedOn":"2026-01-10","dueOn":"2026-02-09","amount":"100.00",
                           "disputed":true},
                          {"reference":"B","invoicedOn":"2026-01-11","dueOn":"2026-02-09","amount":"100.00",
                           "excludedReason":"public-body"},
                          {"reference":"C","invoicedOn":"2026-01-12","dueOn":"2026-02-09","amount":"100.00",
                           "termsDays":61},
                          {"reference":"D","invoicedOn":"2025-12-31","dueOn":"2026-02-09","amount":"100.00"}]}""")
                .post("/v1/cover-calculations")
                .then()
                .statusCode(200)
                .body("lines.reference", contains("D", "A", "B", "C"))
                .body(
                        "lines.collect { it.reasons[0].reason }",
                        contains("no-limit", "disputed", "public-body", "terms-too-long"))
                .body("insured", equalTo("0.00"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'amount':'1.00' | 'amount':'1.001'             | wrong-minor-digits  | /receivables/0/amount",
                "'amount':'1.00' | 'amount':1                   | wrong-type          | /receivables/0/amount",
                "'amount':'1.00' | 'amount':'-1.00'             | amount-negative     | /receivables/0/amount",
                "'asOf':'2026-03-31' | 'asOf':null                  | not-null            | /asOf",
                "'currency':'EUR' | 'currency':'XYZ'             | currency-unknown    | /currency"
            })
    @DisplayName("Bad input names the field")
    void badInput(String good, String bad, String code, String pointer) {
        String body = question("silo", "100", "A:1")
                .replace(good.strip().replace('\'', '"'), bad.strip().replace('\'', '"'));

        desk.asking()
                .body(body)
                .post("/v1/cover-calculations")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "CI-6 days,    2026-05-31, 2026-06-30, 60, days,   due,     2026-08-29, 2026-08-30, 2026-09-28",
        "CI-6 months,  2026-05-31, 2026-06-30, 2,  months, due,     2026-08-30, 2026-08-31, 2026-09-29",
        "CI-6 invoice, 2026-05-31, 2026-06-30, 90, days,   invoice, 2026-08-29, 2026-08-30, 2026-09-28",
        "CI-17 days,   2025-12-01, 2026-03-31, 60, days,   due,     2026-05-30, 2026-05-31, 2026-06-29",
        "CI-17 months, 2025-12-01, 2026-03-31, 2,  months, due,     2026-05-31, 2026-06-01, 2026-06-30"
    })
    void deadlines(ArgumentsAccessor sample) {
        String body = """
                {"invoicedOn":"%s","dueOn":"%s","extensionPeriod":{"value":%s,"unit":"%s"},
                 "extensionAnchor":"%s","reportDays":30}""";
        Object[] inputs = Arrays.copyOfRange(sample.toArray(), 1, 6);
        desk.asking()
                .body(body.formatted(inputs))
                .post("/v1/deadline-calculations")
                .then()
                .statusCode(200)
                .body("lastCoveredDay", equalTo(sample.get(6)))
                .body("stopOn", equalTo(sample.get(7)))
                .body("reportOn", equalTo(sample.get(8)));
    }

    @Test
    @DisplayName("Without the anchor day there is nothing to reckon from")
    void anchorMissing() {
        desk.asking()
                .body("{\"invoicedOn\":\"2026-01-01\"}")
                .post("/v1/deadline-calculations")
                .then()
                .statusCode(400)
                .body("code", equalTo("anchor-missing"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"CI-15, 2026-09-15, 2027-03-15", "CI-15 month end, 2026-08-31, 2027-02-28"})
    void protractedDefault(String title, String handedOverOn, String lossOn) {
        answer("/v1/deadline-calculations", "{'handedOverOn':'%s'}".formatted(handedOverOn))
                .body("lossOn", equalTo(lossOn))
                .body("steps[0].add", equalTo("6 months"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CI-9a | 'covered':'5000.00','insuredPercentage':'85','minimumRetention':'1000.00' | 4000.00",
                "CI-9c | 'covered':'90000.00','insuredPercentage':'90','eachAndEveryLoss':'2500.00' | 78500.00",
                "CI-9c before | 'covered':'90000.00','insuredPercentage':'90','eachAndEveryLoss':'2500.00',"
                        + "'deductionOrder':'before' | 78750.00",
                "CI-9d | 'covered':'1000.01','insuredPercentage':'90','threshold':'1000.00' | 900.01",
                "CI-10 | 'covered':'40000.00','insuredPercentage':'90','aggregateFirstLossRemaining':'7000.00' |"
                        + " 29000.00",
                "CI-11 | 'covered':'60000.00','insuredPercentage':'90','maximumLiabilityRemaining':'25000.00' |"
                        + " 25000.00",
                "CI-12 | 'covered':'85123.45','insuredPercentage':'90','eachAndEveryLoss':'1000.00',"
                        + "'aggregateFirstLossRemaining':'5000.00','maximumLiabilityRemaining':'500000.00' | 70611.11"
            })
    void indemnity(String title, String question, String expected) {
        answer("/v1/indemnity-calculations", "{'currency':'EUR'," + question + "}")
                .body("indemnity", equalTo(expected))
                .body("steps[-1].amount", equalTo(expected));
    }

    @Test
    @DisplayName("CI-10 tells what is left of the aggregate first loss")
    void firstLossLeft() {
        answer(
                        "/v1/indemnity-calculations",
                        "{'currency':'EUR','covered':'20000.00','insuredPercentage':'90',"
                                + "'aggregateFirstLossRemaining':'25000.00'}")
                .body("indemnity", equalTo("0.00"))
                .body("aggregateFirstLossRemaining", equalTo("7000.00"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "CI-13, after-loss, 0.00, 22500.00, 7500.00, 2500.00",
        "CI-13 costs, after-loss, 500.00, 22500.00, 7125.00, 2375.00",
        "CI-13 before, before-loss, 0.00, 18000.00, 0.00, 0.00"
    })
    void recovery(String title, String timing, String costs, String indemnity, String insurer, String seller) {
        String body = "{'currency':'EUR','loss':'30000.00','limit':'25000.00','insuredPercentage':'90',"
                + "'recovery':'10000.00','costs':'%s','timing':'%s'}";
        answer("/v1/recovery-calculations", body.formatted(costs, timing))
                .body("indemnity", equalTo(indemnity))
                .body("insurerShare", equalTo(insurer))
                .body("sellerShare", equalTo(seller));
    }

    @Test
    @DisplayName("CI-14 a premium on turnover, and one on month-end balances")
    void premium() {
        answer(
                        "/v1/premium-calculations",
                        "{'currency':'EUR','turnover':'12345678.90','rate':'0.18','minimum':'20000.00'}")
                .body("premium", equalTo("22222.22"));
        answer(
                        "/v1/premium-calculations",
                        "{'currency':'EUR','basis':'outstanding','balances':['12915000.00','68.14'],'rate':'0.025'}")
                .body("premium", equalTo("3228.77"));
    }

    @Test
    @DisplayName("A provision matrix gives the loss on all, on the uninsured part, and the movement")
    void reserve() {
        answer(
                        "/v1/reserve-calculations",
                        "{'currency':'EUR','posted':'6500.00','buckets':["
                                + "{'bucket':'not-due','open':'412350.40','rate':'0.40','insured':'300000.00'},"
                                + "{'bucket':'1-30','open':'98120.15','rate':'1.50','insured':'70000.00'},"
                                + "{'bucket':'31-60','open':'40500.00','rate':'4.00','insured':'25000.00'},"
                                + "{'bucket':'61-90','open':'12999.99','rate':'9.00','insured':'6000.00'},"
                                + "{'bucket':'over-90','open':'21480.75','rate':'28.00','insured':'4000.00'}]}")
                .body("lossOnAll", equalTo("11925.81"))
                .body("lossOnUninsured", equalTo("7015.81"))
                .body("movement", equalTo("515.81"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "indemnity | 'covered':'1.0','insuredPercentage':'90' | wrong-minor-digits | /covered",
                "indemnity | 'covered':'1.00','insuredPercentage':'190' | percentage-out-of-range | /insuredPercentage",
                "recovery | 'loss':'0.00','insuredPercentage':'90','recovery':'1.00' | loss-not-positive | /loss",
                "premium | 'rate':'1' | base-missing | /turnover",
                "premium | 'basis':'outstanding','rate':'1','balances':['1.001'] | wrong-minor-digits | /balances/0",
                "reserve | 'buckets':[{'bucket':'a','open':'1.00','rate':'1','insured':'2.00'}] |"
                        + " insured-exceeds-open | /buckets/0/insured"
            })
    @DisplayName("Bad input to the other calculators names the field too")
    void badQuestion(String kind, String question, String code, String pointer) {
        desk.asking()
                .body(("{'currency':'EUR'," + question + "}").replace('\'', '"'))
                .post("/v1/" + kind + "-calculations")
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    private ValidatableResponse answer(String path, String question) {
        return desk.asking().body(question.replace('\'', '"')).post(path).then().statusCode(200);
    }

    /** Items as {@code NAME:amount-paid}; a plus marks one delivered after the second limit begins. */
    private static String question(String rule, String limits, String receivables) {
        StringBuilder items = new StringBuilder();
        int day = 10;
        for (String item : receivables.split(" ")) {
            boolean later = item.startsWith("+");
            String[] nameAndAmounts = item.replace("+", "").split(":");
            String[] amounts = cents(nameAndAmounts[1]).split("-");
            String issuedOn = later ? "2026-02-20" : "2026-01-" + day++;
            String payments = amounts.length == 1
                    ? ""
                    : ",\"payments\":[{\"amount\":\"%s\",\"paidOn\":\"2026-03-10\"}]".formatted(amounts[1]);
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"reference\":\"%s\",\"invoicedOn\":\"%s\",\"dueOn\":\"2026-03-01\",\"amount\":\"%s\"%s}"
                            .formatted(nameAndAmounts[0], issuedOn, amounts[0], payments));
        }
        String[] steps = cents(limits).split(" ");
        String second =
                steps.length == 1 ? "" : ",{\"amount\":\"%s\",\"effectiveFrom\":\"2026-02-15\"}".formatted(steps[1]);
        String body = """
                {"currency":"EUR","rule":"%s","insuredPercentage":"90.00","asOf":"2026-03-31",
                 "limits":[{"amount":"%s","effectiveFrom":"2026-01-01"}%s],"receivables":[%s]}""";
        return body.formatted(rule, steps[0], second, items);
    }

    /** Whole amounts are written short. */
    private static String cents(String amounts) {
        return amounts.replaceAll("(?<![.\\d])(\\d+)(?![.\\d])", "$1.00");
    }
}
