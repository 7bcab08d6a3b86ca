package o2c.dunning.charges.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import o2c.dunning.charges.domain.CostsAsked.Mode;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What does a payment pay?")
class WhatDoesAPaymentPayTest {

    @Test
    @DisplayName("LP-4: costs, then interest, then principal; interest goes on on the rest")
    void costsInterestPrincipal() {
        LateCharges charges = lp4().costs(Mode.STATUTORY).until("2025-09-30");

        assertThat(charges.open().principal().amount()).isEqualTo("3741.08");
        assertThat(charges.open().interest().amount()).isEqualTo("112.85");
        assertThat(charges.open().total().amount()).isEqualTo("3853.93");
        assertThat(charges.collectionCosts().amount()).isEqualTo("625.00");
        Allocated paid = charges.allocations().get(0);
        assertThat(List.of(paid.costs(), paid.interest(), paid.principal()))
                .extracting(Money::toString)
                .containsExactly("625.00 EUR", "116.08 EUR", "1258.92 EUR");
    }

    @Test
    @DisplayName("LP-4b: the same with the least costs, or with costs named by the creditor")
    void least() {
        assertThat(lp4().costs(Mode.MINIMUM)
                        .until("2025-09-30")
                        .open()
                        .principal()
                        .amount())
                .isEqualTo("3156.08");
        assertThat(lp4().costs("40.00", "2025-06-15")
                        .until("2025-09-30")
                        .open()
                        .principal()
                        .amount())
                .isEqualTo("3156.08");
        assertThat(lp4().costs("40.00", "2025-06-16")
                        .until("2025-09-30")
                        .open()
                        .principal()
                        .amount())
                .isEqualTo("3116.08");
    }

    @ParameterizedTest(name = "{0}, {1}: principal {2}, in all {3}")
    @CsvSource({
        "NONE, PRINCIPAL_FIRST, 0.00, 58.02",
        "MINIMUM, PRINCIPAL_FIRST, 0.00, 58.02",
        "MINIMUM, LAW, 58.02, 58.02",
    })
    @DisplayName(
            "LP-16: what is not claimed takes no part; claimed charges come first by law, last by the tenant's rule")
    void order(Mode mode, Order order, String principal, String total) {
        GivenCharges given = GivenCharges.of("NL", "business")
                .claim("A", "1000.00", "2025-01-31")
                .costs(mode)
                .paid("1000.00", "2025-03-31");
        LateCharges charges = (order == Order.LAW ? given.byLaw() : given).until("2025-03-31");

        assertThat(charges.open().principal().amount()).isEqualTo(principal);
        assertThat(charges.open().total().amount()).isEqualTo(total);
        assertThat(charges.interest().amount()).isEqualTo("18.02");
    }

    @ParameterizedTest(name = "naming {0}: A {1}, B {2}, C {3}")
    @CsvSource({", 300.00, 300.00, 0.00", "C, 300.00, 100.00, 200.00", "B, 100.00, 500.00, 0.00"})
    @DisplayName("Civil Code 6:43: the debt the payer names, else what is due, the oldest first")
    void whichDebt(String named, String a, String b, String c) {
        for (boolean byLaw : new boolean[] {true, false}) {
            GivenCharges given = GivenCharges.of("NL", "business")
                    .agreed("0.00")
                    .claim("A", "300.00", "2025-01-10")
                    .claim("B", "500.00", "2025-02-10")
                    .claim("C", "200.00", "2025-06-10")
                    .paid("600.00", "2025-03-01", named);
            LateCharges charges = (byLaw ? given.byLaw() : given).until("2025-03-01");

            assertThat(paid(charges, "A")).isEqualTo(a);
            assertThat(paid(charges, "B")).isEqualTo(b);
            assertThat(paid(charges, "C")).isEqualTo(c);
        }
    }

    @Test
    @DisplayName("Debts of one day are paid in proportion, and what is too much stays")
    void proportion() {
        LateCharges charges = GivenCharges.of("NL", "business")
                .agreed("0.00")
                .claim("A", "100.00", "2025-01-10")
                .claim("B", "200.00", "2025-01-10")
                .paid("100.00", "2025-03-01")
                .paid("250.00", "2025-03-02")
                .until("2025-03-02");

        assertThat(charges.allocations().get(0).amount().amount()).isEqualTo("33.33");
        assertThat(charges.allocations().get(1).amount().amount()).isEqualTo("66.67");
        assertThat(charges.unallocated().amount()).isEqualTo("50.00");
    }

    @ParameterizedTest(name = "paid on {0}: base of the last days {1}")
    @CsvSource({"2025-03-14, 4605.20", "2025-03-15, 4606.91"})
    @DisplayName("A payment on the last day of the year comes before its interest is added to the base")
    void nearTheAnniversary(String paidOn, String base) {
        LateCharges charges = GivenCharges.of("NL", "business")
                .claim("A", "5000.00", "2024-03-14")
                .byLaw()
                .paid("1000.00", paidOn)
                .until("2025-03-20");
        List<Segment> segments = charges.segments();

        assertThat(segments.get(segments.size() - 1).base().amount()).isEqualTo(base);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    @DisplayName("Whatever is paid, nothing is lost: charged less paid is what is open")
    void nothingIsLost(long seed) {
        Random random = new Random(seed);
        GivenCharges given =
                GivenCharges.of("NL", seed % 2 == 0 ? "business" : "consumer").costs(Mode.STATUTORY);
        long owed = 0;
        for (int i = 0; i < 5; i++) {
            int principal = 50 + random.nextInt(5000);
            owed += principal;
            given.claim("C" + i, principal + ".00", "2024-0" + (1 + random.nextInt(9)) + "-15");
        }
        for (int i = 0; i < 6; i++) {
            given.paid(1 + random.nextInt(2000) + "." + (10 + random.nextInt(89)), "2025-0" + (1 + i) + "-20");
        }
        LateCharges charges = (seed % 3 == 0 ? given.byLaw() : given).until("2026-01-31");

        Money all = given.money(owed + ".00")
                .plus(charges.interest())
                .plus(charges.fixedSum())
                .plus(charges.collectionCosts());
        Money paid =
                Money.sum(charges.allocations().stream().map(Allocated::amount).toList(), all.currency());
        assertThat(charges.open().total()).isEqualTo(all.minus(paid));
        assertThat(charges.segments())
                .allSatisfy(one -> assertThat(one.base().isPositive()).isTrue());
    }

    @Test
    @DisplayName("What makes no sense is refused, naming the field")
    void refusals() {
        assertThatThrownBy(() -> lp4().paid("1.00", "2025-10-01").until("2025-09-30"))
                .hasFieldOrPropertyWithValue("code", "paid-after-calculation")
                .hasFieldOrPropertyWithValue("pointer", "/payments/1/paidOn");
        assertThatThrownBy(() -> lp4().paid("1.00", "2025-09-01", "B").until("2025-09-30"))
                .hasFieldOrPropertyWithValue("code", "reference-unknown");
        assertThatThrownBy(() -> lp4().claim("A", "1.00", "2025-01-01").until("2025-09-30"))
                .hasFieldOrPropertyWithValue("code", "reference-repeated");
        assertThatThrownBy(() -> lp4().claim("B", "0.00", "2025-01-01").until("2025-09-30"))
                .hasFieldOrPropertyWithValue("pointer", "/claims/1/principal");
    }

    private static GivenCharges lp4() {
        return GivenCharges.of("NL", "business")
                .claim("A", "5000.00", "2025-03-31")
                .byLaw()
                .paid("2000.00", "2025-06-15");
    }

    private static String paid(LateCharges charges, String reference) {
        return charges.allocations().stream()
                .filter(one -> one.reference().equals(reference))
                .map(one -> one.amount().amount().toPlainString())
                .findFirst()
                .orElse("0.00");
    }
}
