package o2c.invoice.vatrelief.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How much VAT comes back?")
class HowMuchVatComesBackTest {

    @ParameterizedTest(name = "{0} incl. {1}, {2} unpaid: {3} back; {4} unpaid later: {5} owed again")
    @CsvSource({
        "12100.00, 2100.00, 6050.00, 1050.00, 3025.00, 525.00",
        "12100.00, 2100.00, 12100.00, 2100.00, 0.00, 2100.00",
        "12100.00, 2100.00, 6050.00, 1050.00, 6050.00, 0.00",
        "12100.00, 2100.00, 6050.00, 1050.00, 7000.00, 0.00",
        "100.00, 17.36, 33.33, 5.79, 33.32, 0.01",
        "100.00, 0.00, 50.00, 0.00, 0.00, 0.00",
    })
    @DisplayName("the VAT in what is unpaid, and again what is in later money")
    void relief(String total, String vat, String unpaid, String back, String later, String again) {
        VatRelief relief = new VatRelief(eur(total), eur(vat));

        assertThat(relief.on(eur(unpaid))).isEqualTo(eur(back));
        assertThat(relief.dueAgain(eur(unpaid), eur(later))).isEqualTo(eur(again));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-04, 2027-02-04", "2028-02-29, 2029-02-28"})
    @DisplayName("a year after the agreed day")
    void day(LocalDate agreedOn, LocalDate claimableFrom) {
        assertThat(VatRelief.claimableFrom(agreedOn)).isEqualTo(claimableFrom);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
