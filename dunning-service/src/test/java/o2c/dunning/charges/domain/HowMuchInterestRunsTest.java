package o2c.dunning.charges.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How much interest runs on late payment?")
class HowMuchInterestRunsTest {

    @ParameterizedTest(name = "{0}: {2} of {1}, due and paid {3}: {4} and {5}")
    @CsvSource({
        "LP-1, NL business, 1000.00, 2025-01-31 to 2025-03-31, 18.02, 40.00",
        "LP-2, NL business, 10000.00, 2025-05-15 to 2025-08-20, 282.34, 40.00",
        "LP-5, NL consumer, 850.00, 2025-11-10 to 2026-02-15, 11.41, 0.00",
        "LP-8, BE business, 7500.00, 2024-11-30 to 2025-02-14, 185.96, 40.00",
        "LP-10, DE business, 12000.00, 2024-12-31 to 2025-07-31, 775.31, 40.00",
        "LP-12, FR business, 20000.00, 2025-12-15 to 2026-03-31, 705.70, 40.00",
        "LP-13, GB business, 5000.00, 2023-05-31 to 2023-09-30, 192.19, 70.00",
        "LP-14, NL business, 3650.00, 2024-01-31 to 2024-03-31, 75.00, 40.00",
        "LP-15, NL public-body, 100000.00, 2026-06-29 to 2026-07-01, 56.30, 40.00",
        "in time, NL business, 1000.00, 2025-01-31 to 2025-01-31, 0.00, 0.00",
        "early, GB business, 1000.00, 2025-01-31 to 2025-01-02, 0.00, 0.00",
    })
    @DisplayName("At the rate of the law, switched or kept, with the fixed sum")
    void oracles(String name, String debtor, String principal, String dueAndPaid, String interest, String fixedSum) {
        String[] side = debtor.split(" ");
        String dueOn = dueAndPaid.split(" to ")[0];
        String paidOn = dueAndPaid.split(" to ")[1];
        LateCharges charges = GivenCharges.of(side[0], side[1])
                .claim("A", principal, dueOn)
                .paid(principal, paidOn)
                .until(paidOn);

        assertThat(charges.interest().amount()).isEqualTo(interest);
        assertThat(charges.fixedSum().amount()).isEqualTo(fixedSum);
        assertThat(charges.open().principal().isZero()).isTrue();
        assertThat(charges.open().total()).isEqualTo(charges.interest().plus(charges.fixedSum()));
        assertThat(charges.provisional()).isFalse();
    }

    @ParameterizedTest(name = "as of {0}: {1}")
    @CsvSource({"2026-06-14, 1349.10", "2026-08-31, 1486.01", "2025-03-14, 605.20"})
    @DisplayName("LP-3: in the Netherlands the interest of a full year is added to the base")
    void compounding(String until, String interest) {
        LateCharges charges = GivenCharges.of("NL", "business")
                .claim("A", "5000.00", "2024-03-14")
                .until(until);

        assertThat(charges.interest().amount()).isEqualTo(interest);
        assertThat(charges.open().total().amount())
                .isEqualByComparingTo(charges.interest().amount().add(BigDecimal.valueOf(5040)));
    }

    @Test
    @DisplayName("LP-3: each part of the specification can be read")
    void specification() {
        List<Segment> segments = GivenCharges.of("NL", "business")
                .claim("A", "5000.00", "2024-03-14")
                .until("2026-06-14")
                .segments();

        assertThat(segments)
                .extracting(one -> one.days() + " d at " + one.annualRate().value() + " on "
                        + one.base().amount() + ": " + one.interest().amount())
                .containsExactly(
                        "108 d at 12.50 on 5000.00: 184.93",
                        "184 d at 12.25 on 5000.00: 308.77",
                        "73 d at 11.15 on 5000.00: 111.50",
                        "108 d at 11.15 on 5605.20: 184.93",
                        "257 d at 10.15 on 5605.20: 400.59",
                        "92 d at 10.15 on 6190.72: 158.38");
    }

    @Test
    @DisplayName("LP-3: simple where that was chosen, LP-14: by real years where that was chosen")
    void choices() {
        assertThat(GivenCharges.of("NL", "business")
                        .claim("A", "5000.00", "2024-03-14")
                        .simple()
                        .until("2026-06-14")
                        .interest()
                        .amount())
                .isEqualTo("1255.41");
        assertThat(GivenCharges.of("NL", "business")
                        .claim("A", "3650.00", "2024-01-31")
                        .actAct()
                        .until("2024-03-31")
                        .interest()
                        .amount())
                .isEqualTo("74.80");
    }

    @Test
    @DisplayName("LP-11: a German consumer from the day of default on, without a lump sum")
    void germanConsumer() {
        LateCharges charges = GivenCharges.of("DE", "consumer")
                .claim("A", "900.00", "2024-11-15")
                .inDefaultFrom("2024-12-16")
                .paid("900.00", "2025-03-10")
                .until("2025-03-10");

        assertThat(charges.segments())
                .extracting(one -> one.interest().amount().toPlainString())
                .containsExactly("3.30", "12.37");
        assertThat(charges.interest().amount()).isEqualTo("15.67");
        assertThat(charges.fixedSum().isZero()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1} with {2} agreed: {3}")
    @CsvSource({
        "NL, business, 6.00, 6.00",
        "NL, consumer, 5.00, 6.00",
        "NL, consumer, 9.00, 9.00",
        "BE, consumer, 9.00, 9.00",
        "BE, consumer, 14.00, 10.50",
        "BE, consumer, , 0.00",
        "FR, consumer, 3.00, 3.00",
    })
    @DisplayName("An agreed rate takes the place of the law's, where the law lets it")
    void agreed(String law, String debtor, String agreed, String rate) {
        GivenCharges given = GivenCharges.of(law, debtor).claim("A", "36500.00", "2025-07-31");
        LateCharges charges = (agreed == null ? given : given.agreed(agreed)).until("2025-08-01");

        assertThat(charges.interest().amount()).isEqualTo(rate);
    }

    @ParameterizedTest(name = "{0} due {1}, until {2}: provisional {3}")
    @CsvSource({
        "NL, 2026-11-30, 2026-12-31, false",
        "NL, 2026-11-30, 2027-01-01, true",
        "GB, 2026-05-31, 2027-03-01, false",
        "GB, 2026-06-30, 2026-07-01, true",
    })
    @DisplayName("Past the last announced rate the answer is provisional")
    void provisional(String law, String dueOn, String until, boolean provisional) {
        LateCharges charges =
                GivenCharges.of(law, "business").claim("A", "1000.00", dueOn).until(until);

        assertThat(charges.provisional()).isEqualTo(provisional);
    }

    @Test
    @DisplayName("What was never owed bears no interest; returned goods do until they come back")
    void credits() {
        assertThat(GivenCharges.of("NL", "business")
                        .claim("A", "1000.00", "2025-01-31")
                        .credited("250.00", null)
                        .until("2025-03-02")
                        .interest()
                        .amount())
                .isEqualTo("6.87");
        assertThat(GivenCharges.of("NL", "business")
                        .claim("A", "1000.00", "2025-01-31")
                        .credited("1000.00", "2025-03-31")
                        .until("2025-12-31")
                        .interest()
                        .amount())
                .isEqualTo("18.02");
    }

    @Test
    @DisplayName("A year after 29 February ends on 28 February, and no rate is made up")
    void edges() {
        assertThat(GivenCharges.of("NL", "business")
                        .claim("A", "1000.00", "2024-02-28")
                        .until("2025-03-01")
                        .segments()
                        .get(3)
                        .from())
                .isEqualTo("2025-02-28");
        assertThatThrownBy(() -> GivenCharges.of("NL", "business")
                        .claim("A", "1000.00", "2010-02-28")
                        .until("2025-03-01"))
                .hasFieldOrPropertyWithValue("code", "rate-unknown");
        assertThatThrownBy(() -> GivenCharges.of("GB", "consumer")
                        .claim("A", "1000.00", "2025-02-28")
                        .until("2025-03-01"))
                .hasFieldOrPropertyWithValue("code", "rate-unknown");
    }
}
