package o2c.policy.reserves.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How much is expected to be lost?")
class HowMuchIsExpectedToBeLostTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "not-due, 412350.40, 0.40, 300000, 1649.40, 449.40",
        "1-30,    98120.15,  1.50, 70000,  1471.80, 421.80",
        "31-60,   40500.00,  4.00, 25000,  1620.00, 620.00",
        "61-90,   12999.99,  9.00, 6000,   1170.00, 630.00",
        "over-90, 21480.75, 28.00, 4000,   6014.61, 4894.61"
    })
    void perBucket(String name, String open, String rate, String insured, String onAll, String onUninsured) {
        Bucket bucket = bucket(name, open, rate, insured);

        assertThat(bucket.lossOnAll()).isEqualTo(eur(onAll));
        assertThat(bucket.lossOnUninsured()).isEqualTo(eur(onUninsured));
    }

    @Test
    @DisplayName("The sum follows a posted balance: 7,015.81 against 6,500.00 is 515.81 more")
    void sums() {
        ExpectedLoss loss = new ExpectedLoss(
                List.of(
                        bucket("not-due", "412350.40", "0.40", "300000"),
                        bucket("1-30", "98120.15", "1.50", "70000"),
                        bucket("31-60", "40500.00", "4.00", "25000"),
                        bucket("61-90", "12999.99", "9.00", "6000"),
                        bucket("over-90", "21480.75", "28.00", "4000")),
                EUR);

        assertThat(loss.onAll()).isEqualTo(eur("11925.81"));
        assertThat(loss.onUninsured()).isEqualTo(eur("7015.81"));
        assertThat(loss.onInsured()).isEqualTo(eur("4910.00"));
        assertThat(loss.movementFrom(eur("6500"))).isEqualTo(eur("515.81"));
    }

    @Test
    @DisplayName("Without insurance the loss on all is the target")
    void uninsured() {
        ExpectedLoss loss = new ExpectedLoss(
                List.of(
                        bucket("not-due", "15000000", "0.3", "0"),
                        bucket("1-30", "7500000", "1.6", "0"),
                        bucket("31-60", "4000000", "3.6", "0"),
                        bucket("61-90", "2500000", "6.6", "0"),
                        bucket("over-90", "1000000", "10.6", "0")),
                EUR);

        assertThat(loss.onAll()).isEqualTo(eur("580000"));
        assertThat(loss.onUninsured()).isEqualTo(loss.onAll());
    }

    private static Bucket bucket(String name, String open, String rate, String insured) {
        return new Bucket(name, eur(open), Percentage.of(rate), eur(insured));
    }

    private static Money eur(String amount) {
        return Money.padded(new BigDecimal(amount), EUR);
    }
}
