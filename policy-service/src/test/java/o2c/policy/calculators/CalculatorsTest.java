package o2c.policy.calculators;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
