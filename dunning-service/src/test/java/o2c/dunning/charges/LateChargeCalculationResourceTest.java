package o2c.dunning.charges;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import o2c.dunning.Ledger;
import o2c.testkit.SuiteServers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SuiteServers.class)
@DisplayName("The calculator of late charges")
class LateChargeCalculationResourceTest {

    private final Ledger ledger = new Ledger("charges");

    @ParameterizedTest(name = "{0}: {2} of {1}, due and paid {3}: {4} and {5}")
    @CsvSource({
        "LP-1, NL business, 1000.00, 2025-01-31 to 2025-03-31, 18.02, 40.00",
        "LP-2, NL business, 10000.00, 2025-05-15 to 2025-08-20, 282.34, 40.00",
        "LP-5, NL consumer, 850.00, 2025-11-10 to 2026-02-15, 11.41, 0.00",
        "LP-8, BE business, 7500.00, 2024-11-30 to 2025-02-14, 185.96, 40.00",
        "LP-10, DE business, 12000.00, 2024-12-31 to 2025-07-31, 775.31, 40.00",
        "LP-12, FR public-body, 20000.00, 2025-12-15 to 2026-03-31, 705.70, 40.00",
        "LP-13, GB business, 5000.00, 2023-05-31 to 2023-09-30, 192.19, 70.00",
        "LP-15, NL business, 100000.00, 2026-06-29 to 2026-07-01, 56.30, 40.00",
    })
    @DisplayName("answers what the law gives")
    void oracles(String name, String debtor, String principal, String dueAndPaid, String interest, String fixedSum) {
        String law = debtor.split(" ")[0];
        String kind = debtor.split(" ")[1];
        String dueOn = dueAndPaid.split(" to ")[0];
        String paidOn = dueAndPaid.split(" to ")[1];
        calculate("""
                {"jurisdiction":"%s","debtorKind":"%s","currency":"%s","calculateUntil":"%s",
                 "claims":[{"reference":"A","principal":"%s","dueOn":"%s"}],
                 "payments":[{"amount":"%s","paidOn":"%s"}]}""".formatted(
                        law, kind, law.equals("GB") ? "GBP" : "EUR", paidOn, principal, dueOn, principal, paidOn))
                .statusCode(200)
                .body("interest", equalTo(interest))
                .body("fixedSum", equalTo(fixedSum))
                .body("collectionCosts", equalTo("0.00"))
                .body("principal", equalTo("0.00"))
                .body("provisional", equalTo(false));
    }

    @ParameterizedTest(name = "costs {0}: principal {1}")
    @CsvSource({"none, 0.00", "minimum, 58.02"})
    @DisplayName("lets only claimed charges take part in allocation (LP-16)")
    void claimedOnly(String costs, String principal) {
        calculate("""
                {"jurisdiction":"NL","debtorKind":"business","currency":"EUR","calculateUntil":"2025-03-31",
                 "claims":[{"reference":"A","principal":"1000.00","dueOn":"2025-01-31"}],
                 "payments":[{"amount":"1000.00","paidOn":"2025-03-31"}],"collectionCosts":"%s"}""".formatted(costs))
                .statusCode(200)
                .body("principal", equalTo(principal))
                .body("interest", equalTo("18.02"))
                .body("total", equalTo("58.02"));
    }

    @Test
    @DisplayName("allocates by law: costs, interest, principal (LP-4), and specifies each segment (LP-3)")
    void specification() {
        calculate("""
                {"jurisdiction":"NL","debtorKind":"business","currency":"EUR","calculateUntil":"2025-09-30",
                 "claims":[{"reference":"A","principal":"5000.00","dueOn":"2025-03-31"}],
                 "payments":[{"amount":"2000.00","paidOn":"2025-06-15"}],"collectionCosts":"statutory"}""")
                .statusCode(200)
                .body("principal", equalTo("3741.08"))
                .body("openInterest", equalTo("112.85"))
                .body("total", equalTo("3853.93"))
                .body("collectionCosts", equalTo("625.00"))
                .body("allocations[0].costs", equalTo("625.00"))
                .body("allocations[0].interest", equalTo("116.08"))
                .body("allocations[0].principal", equalTo("1258.92"));
        calculate("""
                {"jurisdiction":"NL","debtorKind":"business","currency":"EUR","calculateUntil":"2026-06-14",
                 "claims":[{"reference":"A","principal":"5000.00","dueOn":"2024-03-14"}]}""")
                .statusCode(200)
                .body("interest", equalTo("1349.10"))
                .body("segments[3].base", equalTo("5605.20"))
                .body("segments[3].days", equalTo(108))
                .body("segments[3].annualRate", equalTo("11.15"));
    }

    @ParameterizedTest(name = "{0}, {1} due {2} until {3}: {4} {5}")
    @CsvSource(
            delimiter = '|',
            value = {
                "dayCount=ACT/ACT | 3650.00 | 2024-01-31 | 2024-03-31 | interest | 74.80",
                "compounding=none | 5000.00 | 2024-03-14 | 2026-06-14 | interest | 1255.41",
                "collectionCosts=statutory | 3500.00 | 2025-01-31 | 2025-02-01 | collectionCosts | 475.00",
                "contractualAnnualRate=6.00 | 36500.00 | 2025-01-31 | 2025-02-01 | interest | 6.00",
            })
    @DisplayName("knows the choices: day count, simple interest, costs by scale, an agreed rate")
    void choices(String choice, String principal, String dueOn, String until, String field, String expected) {
        String claim = "{\"reference\":\"A\",\"principal\":\"" + principal + "\",\"dueOn\":\"" + dueOn + "\"}";
        String chosen = "\"" + choice.replace("=", "\":\"") + "\"";
        String question = """
                {"jurisdiction":"NL","debtorKind":"business","currency":"EUR","calculateUntil":"%s",
                 "claims":[%s],%s}""".formatted(until, claim, chosen);

        calculate(question).statusCode(200).body(field, equalTo(expected));
    }

    @Test
    @DisplayName("knows costs named by the creditor, the notice to a consumer, and VAT that cannot be deducted")
    void costs() {
        String consumer = """
                {"jurisdiction":"NL","debtorKind":"consumer","currency":"EUR","calculateUntil":"2026-12-31",
                 "claims":[{"reference":"A","principal":"1000.00","dueOn":"2026-10-31"}],"collectionCosts":"statutory",
                 "noticeReceivedOn":"2026-11-25","payments":[{"amount":"600.00","paidOn":"2026-12-09"}],
                 "collectionCostVatRate":"21.00"}""";
        String business = """
                {"jurisdiction":"NL","debtorKind":"business","currency":"EUR","calculateUntil":"2027-01-31",
                 "claims":[{"reference":"A","principal":"1000.00","dueOn":"2026-10-31"}],
                 "collectionCosts":{"amount":"40.00","claimedOn":"2026-11-30"},"allocation":"principal-first"}""";

        calculate(consumer).body("collectionCosts", equalTo("72.60")).body("notes.size()", equalTo(0));
        calculate(business).body("collectionCosts", equalTo("40.00")).body("provisional", equalTo(true));
    }

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"jurisdiction\":\"XX\" | jurisdiction-unknown | /jurisdiction",
                "\"debtorKind\":\"friend\" | value-unknown | /debtorKind",
                "\"currency\":\"USD\" | currency-not-of-jurisdiction | /currency",
                "\"dayCount\":\"30/360\" | value-unknown | /dayCount",
                "\"collectionCosts\":\"some\" | value-unknown | /collectionCosts",
                "\"collectionCosts\":{\"amount\":\"1.00\"} | field-missing | /collectionCosts/claimedOn",
                "\"collectionCosts\":{\"sum\":\"1.00\"} | field-unknown | /collectionCosts/sum",
                "\"contractualAnnualRate\":\"100.01\" | rate-out-of-range | /contractualAnnualRate",
                "\"payments\":[{\"amount\":\"1.0\",\"paidOn\":\"2026-01-01\"}] | wrong-minor-digits"
                        + " | /payments/0/amount",
                "\"payments\":[{\"amount\":\"1.00\",\"paidOn\":\"2027-01-01\"}] | paid-after-calculation"
                        + " | /payments/0/paidOn",
            })
    @DisplayName("refuses what makes no sense, naming the field")
    void refusals(String field, String code, String pointer) {
        String name = field.substring(0, field.indexOf(':'));
        String rest = """
                "jurisdiction":"NL","debtorKind":"business","currency":"EUR",
                "calculateUntil":"2026-06-14",
                "claims":[{"reference":"A","principal":"10.00","dueOn":"2026-03-14"}]""";
        StringBuilder body = new StringBuilder("{").append(field);
        for (String other : rest.split(",(?=\\s*\"(debtorKind|currency|calculateUntil|claims)\")")) {
            if (!other.strip().startsWith(name)) {
                body.append(',').append(other);
            }
        }
        calculate(body + "}").body("code", equalTo(code)).body("errors.pointer", hasItem(pointer));
    }

    private ValidatableResponse calculate(String question) {
        return ledger.as("dunning:read")
                .contentType("application/json")
                .body(question)
                .post("/v1/late-charge-calculations")
                .then();
    }
}
