package o2c.dunning.charges.domain;

import static org.assertj.core.api.Assertions.assertThat;

import o2c.dunning.charges.domain.CostsAsked.Mode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which collection costs are due?")
class WhichCostsAreDueTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "0.01, 40.00",
        "100.00, 40.00",
        "266.67, 40.00",
        "266.70, 40.01",
        "450.00, 67.50",
        "1000.00, 150.00",
        "2500.00, 375.00",
        "3500.00, 475.00",
        "4999.99, 625.00",
        "5000.00, 625.00",
        "7345.67, 742.28",
        "10000.00, 875.00",
        "23000.00, 1005.00",
        "25000.00, 1025.00",
        "200000.00, 2775.00",
        "500000.00, 4275.00",
        "999000.00, 6770.00",
        "999999.99, 6775.00",
        "1000000.00, 6775.00",
        "5000000.00, 6775.00",
    })
    @DisplayName("LP-6: in the Netherlands by the scale")
    void dutchScale(String principal, String costs) {
        LateCharges business =
                of("NL", "business", principal).costs(Mode.STATUTORY).until("2025-03-01");

        assertThat(business.collectionCosts().amount()).isEqualTo(costs);
        assertThat(business.fixedSum().isZero()).isTrue();
        assertThat(of("NL", "consumer", principal)
                        .costs(Mode.STATUTORY)
                        .until("2025-03-01")
                        .collectionCosts())
                .isEqualTo(business.collectionCosts());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "45.00, 20.00",
        "150.00, 20.00",
        "150.01, 30.00",
        "275.50, 42.55",
        "400.00, 55.00",
        "500.00, 65.00",
        "1000.00, 90.00",
        "12345.67, 657.28",
        "39200.00, 2000.00",
        "100000.00, 2000.00",
    })
    @DisplayName("LP-9: damages of a Belgian consumer")
    void belgianDamages(String principal, String damages) {
        assertThat(of("BE", "consumer", principal)
                        .costs(Mode.STATUTORY)
                        .until("2025-03-01")
                        .collectionCosts()
                        .amount())
                .isEqualTo(damages);
    }

    @Test
    @DisplayName("LP-7: claims of a consumer count together; between businesses each has its 40.00 at least")
    void together() {
        GivenCharges consumer = three("consumer").costs(Mode.STATUTORY);
        GivenCharges business = three("business").costs(Mode.STATUTORY);

        assertThat(consumer.until("2025-06-01").collectionCosts().amount()).isEqualTo("67.50");
        assertThat(business.until("2025-06-01").collectionCosts().amount()).isEqualTo("120.00");
        assertThat(three("business").until("2025-06-01").fixedSum().amount()).isEqualTo("120.00");
    }

    @Test
    @DisplayName("LP-7b: what a consumer pays within the 14 days bears no costs")
    void paidWithinTheTerm() {
        GivenCharges given = GivenCharges.of("NL", "consumer")
                .claim("A", "1000.00", "2026-10-31")
                .costs(Mode.STATUTORY)
                .noticeReceivedOn("2026-11-25")
                .paid("600.00", "2026-12-09");

        assertThat(given.until("2026-12-09").collectionCosts().amount()).isEqualTo("0.00");
        LateCharges after = given.until("2026-12-10");
        assertThat(after.collectionCosts().amount()).isEqualTo("60.00");
        assertThat(after.notes()).isEmpty();
        assertThat(given.byLaw().until("2026-12-10").collectionCosts().amount()).isEqualTo("60.00");
    }

    @Test
    @DisplayName("A Belgian consumer owes neither damages nor interest before the waiting time is over")
    void belgianWaitingTime() {
        GivenCharges given = GivenCharges.of("BE", "consumer")
                .claim("A", "1000.00", "2026-02-15")
                .agreed("10.00")
                .costs(Mode.STATUTORY)
                .noticeReceivedOn("2026-03-05");

        LateCharges within = given.until("2026-03-18");
        assertThat(within.interest().plus(within.collectionCosts()).isZero()).isTrue();
        LateCharges after = given.until("2026-03-19");
        assertThat(after.collectionCosts().amount()).isEqualTo("90.00");
        assertThat(after.interest().amount()).isEqualTo("0.27");
    }

    @ParameterizedTest(name = "{0}: {1} with {2} % VAT → {3}")
    @CsvSource({"consumer, 850.00, 21.00, 154.28", "business, 3500.00, 21.00, 574.75"})
    @DisplayName("LP-5, LP-6: with VAT where the creditor cannot deduct it")
    void vat(String debtor, String principal, String rate, String costs) {
        assertThat(of("NL", debtor, principal)
                        .costs(Mode.STATUTORY)
                        .withVat(rate)
                        .until("2025-03-01")
                        .collectionCosts()
                        .amount())
                .isEqualTo(costs);
    }

    @ParameterizedTest(name = "{0} a month, {1} charged: {2}")
    @CsvSource({
        "100.00, 0.00, 40.00",
        "100.00, 80.00, 40.00",
        "100.00, 120.00, 20.00",
        "100.00, 140.00, 0.00",
        "266.66, 120.00, 20.00",
        "266.67, 120.00, 40.00",
    })
    @DisplayName("Four letters within six months on a small recurring claim: 40, 40, 40, then 20")
    void recurring(String monthly, String charged, String costs) {
        assertThat(of("NL", "consumer", "100.00")
                        .costs(Mode.STATUTORY)
                        .recurring(monthly, charged)
                        .until("2025-03-01")
                        .collectionCosts()
                        .amount())
                .isEqualTo(costs);
    }

    @ParameterizedTest(name = "GB {0} → {1}")
    @CsvSource({"999.99, 40.00", "1000.00, 70.00", "9999.99, 70.00", "10000.00, 100.00"})
    @DisplayName("In Britain the fixed sum goes by the size of the debt")
    void british(String principal, String fixedSum) {
        assertThat(of("GB", "business", principal)
                        .until("2025-03-01")
                        .fixedSum()
                        .amount())
                .isEqualTo(fixedSum);
    }

    @Test
    @DisplayName("Without a proven notice the costs of a consumer come with a warning")
    void notProven() {
        assertThat(of("NL", "consumer", "850.00")
                        .costs(Mode.STATUTORY)
                        .until("2025-03-01")
                        .notes())
                .containsExactly("notice-not-proven");
    }

    private static GivenCharges of(String law, String debtor, String principal) {
        return GivenCharges.of(law, debtor).claim("A", principal, "2025-01-31");
    }

    private static GivenCharges three(String debtor) {
        return GivenCharges.of("NL", debtor)
                .claim("A", "80.00", "2025-01-31")
                .claim("B", "120.00", "2025-02-28")
                .claim("C", "250.00", "2025-03-31");
    }
}
