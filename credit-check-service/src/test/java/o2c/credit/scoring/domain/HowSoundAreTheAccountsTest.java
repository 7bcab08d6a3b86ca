package o2c.credit.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How sound are the accounts?")
class HowSoundAreTheAccountsTest {

    private static final LocalDate YEAR_END = LocalDate.of(2025, 12, 31);

    @ParameterizedTest(name = "WC {0}, RE {1}, EBIT {2}, equity {3}, debt {4}, sales {5}: Z'' {8} {9}, Z' {6} {7}")
    @CsvSource({
        "200000, 150000, 90000, 300000, 700000, 1500000, 2.2271, GREY, 2.8558, SAFE",
        "-100000, -50000, 20000, 80000, 920000, 800000, 0.7830, DISTRESS, -0.5933, DISTRESS",
        "300000, 350000, 180000, 600000, 400000, 2000000, 3.6968, SAFE, 5.8936, SAFE",
    })
    void altman(
            String workingCapital,
            String retained,
            String ebit,
            String equity,
            String debt,
            String sales,
            String zPrime,
            AltmanZone zone,
            String zDoublePrime,
            AltmanZone zoneDouble) {
        FinancialStatement accounts = statement("1000000", workingCapital, retained, ebit, equity, debt, sales);

        assertThat(accounts.zPrime()).contains(new BigDecimal(zPrime));
        assertThat(accounts.zDoublePrime()).contains(new BigDecimal(zDoublePrime));
        assertThat(AltmanZone.ofZPrime(accounts.zPrime())).isEqualTo(zone);
        assertThat(AltmanZone.ofZDoublePrime(accounts.zDoublePrime())).isEqualTo(zoneDouble);
    }

    @Test
    @DisplayName("Without liabilities or assets the ratio is undefined: not computable, never a number")
    void notComputable() {
        FinancialStatement noDebt = statement("1000000", "1", "1", "1", "1", "0", "1");
        FinancialStatement nothing = statement("0", "1", "1", "1", "1", "5", "1");

        assertThat(noDebt.zPrime()).isEmpty();
        assertThat(nothing.zDoublePrime()).isEmpty();
        assertThat(AltmanZone.ofZPrime(noDebt.zPrime())).isEqualTo(AltmanZone.NOT_COMPUTABLE);
        KnownFacts facts = new KnownFacts();
        noDebt.tellTo(facts);
        assertThat(facts.of("altman-z-prime").state()).isEqualTo("not-computable");
        assertThat(facts.of("equity-ratio").value()).isEqualTo("0.0000");
        assertThat(facts.of("current-ratio").state()).isEqualTo("not-computable");
        assertThat(facts.of("anything-else").state()).isEqualTo("missing");
    }

    @Test
    void accountsCountForTwoYears() {
        FinancialStatement accounts = statement("1", "1", "1", "1", "1", "1", "1");

        assertThat(accounts.isStaleOn(LocalDate.of(2027, 12, 31))).isFalse();
        assertThat(accounts.isStaleOn(LocalDate.of(2028, 1, 1))).isTrue();
    }

    /** Total assets, working capital, retained earnings, EBIT, equity, debt and sales. */
    private static FinancialStatement statement(String... figures) {
        return new FinancialStatement(
                YEAR_END,
                Currency.getInstance("EUR"),
                new BigDecimal(figures[0]),
                null,
                null,
                new BigDecimal(figures[1]),
                new BigDecimal(figures[2]),
                new BigDecimal(figures[3]),
                new BigDecimal(figures[4]),
                new BigDecimal(figures[5]),
                new BigDecimal(figures[6]),
                null,
                null);
    }
}
