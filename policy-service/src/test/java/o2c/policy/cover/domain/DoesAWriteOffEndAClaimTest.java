package o2c.policy.cover.domain;

import static o2c.policy.cover.domain.Given.EUR;
import static o2c.policy.cover.domain.Given.day;
import static o2c.policy.cover.domain.Given.eur;
import static o2c.policy.cover.domain.Given.limitOf;
import static o2c.policy.cover.domain.Given.open;
import static o2c.policy.cover.domain.Given.paid;
import static o2c.policy.cover.domain.Given.terms;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import o2c.policy.facts.domain.BuyerFacts;
import o2c.policy.facts.domain.CustomerFacts;
import o2c.policy.ledger.domain.Balance;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Does a write-off end an insured claim?")
class DoesAWriteOffEndAClaimTest {

    private static final String TODAY = "2026-05-01";

    @ParameterizedTest(name = "out of the books {0}, given up {1}: open {2}, still owed {3}")
    @DisplayName("One in the books leaves nothing outstanding, and deadlines and the claim as they were")
    @CsvSource({
        "0.00,   0.00,    1000.00, 1000.00",
        "1000.00, 0.00,   0.00,    1000.00",
        "400.00, 0.00,    600.00,  1000.00",
        "400.00, 100.00,  500.00,  900.00",
        "0.00,   1000.00, 0.00,    0.00"
    })
    void writtenOff(String inTheBooks, String givenUp, String outstanding, String owed) {
        Receivable receivable = new Receivable(
                "I1",
                "S1",
                "I1",
                day("2026-01-01"),
                day("2026-01-31"),
                null,
                eur("1000.00"),
                null,
                open("2026-01-01", "1000.00", paid("2026-03-01", inTheBooks), paid("2026-03-02", givenUp)),
                new Balance(List.of(), EUR),
                open("2026-01-01", "1000.00", paid("2026-03-02", givenUp)));
        BuyerFacts buyer =
                BuyerFacts.alone(new CustomerFacts("A", "NL", List.of(receivable), List.of(limitOf("5000.00"))));
        CoverCalculation calculation = new CoverCalculation(book(), day(TODAY), EUR);
        CustomerCover cover = calculation.of(buyer).get(0);
        boolean claimed = eur(owed).isPositive();

        assertThat(cover.outstanding()).isEqualTo(eur(outstanding));
        assertThat(cover.insured().plus(cover.uninsured())).isEqualTo(cover.outstanding());
        assertThat(receivable.unpaidOn(day(TODAY))).isEqualTo(eur(owed));
        assertThat(buyer.unpaidOn(day(TODAY), "P1", terms("90"))).hasSize(claimed ? 1 : 0);
        assertThat(calculation
                        .examine(buyer.asClaimed(), "A", "I1")
                        .map(examined -> examined.line().outstanding()))
                .isEqualTo(claimed ? Optional.of(eur(owed)) : Optional.empty());
    }

    private static PolicyBook book() {
        return PolicyBook.of(List.of(new PolicyVersion("P1", 1, terms("90"))));
    }
}
