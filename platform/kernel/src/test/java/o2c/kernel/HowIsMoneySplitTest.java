package o2c.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("How is money split?")
class HowIsMoneySplitTest {

    @ParameterizedTest(name = "{0} {1} by {2}: {3}")
    @DisplayName("In proportion, by largest remainder; equal remainders go to the last parts")
    @CsvSource({
        "100.00, EUR, 1 1 1, 33.33 33.33 33.34",
        "0.05, EUR, 1 1 1, 0.01 0.02 0.02",
        "10.00, EUR, 3 7, 3.00 7.00",
        "0.01, EUR, 1 9, 0.00 0.01",
        "100, JPY, 1 1 1, 33 33 34",
        "1.000, BHD, 1 2, 0.333 0.667",
        "10.00, EUR, 0 1, 0.00 10.00",
        "-100.00, EUR, 1 1 1, -33.33 -33.33 -33.34",
        "0.00, EUR, 1 2, 0.00 0.00"
    })
    void byLargestRemainder(String amount, String currency, String weights, String parts) {
        List<Money> split = Money.of(amount, currency).splitBy(numbers(weights));

        assertThat(split.stream().map(part -> part.amount().toPlainString()).collect(Collectors.joining(" ")))
                .isEqualTo(parts);
    }

    @ParameterizedTest
    @DisplayName("The parts add up to the whole, and none is a minor unit or more from its exact share")
    @MethodSource("seeds")
    void conserved(long seed) {
        Random random = new Random(seed);
        Money whole = Money.rounded(
                BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, 2), Currency.getInstance("EUR"));
        List<BigDecimal> weights = IntStream.rangeClosed(0, random.nextInt(12))
                .mapToObj(i -> BigDecimal.valueOf(1L + random.nextInt(100_000), 2))
                .toList();
        BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

        List<Money> parts = whole.splitBy(weights);

        assertThat(Money.sum(parts, whole.currency())).isEqualTo(whole);
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal exactTimesTotal = whole.amount().multiply(weights.get(i));
            BigDecimal distance = parts.get(i)
                    .amount()
                    .multiply(total)
                    .subtract(exactTimesTotal)
                    .abs();
            assertThat(distance).isLessThan(total.movePointLeft(2));
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @DisplayName("Weights that are all zero, or one below it, are refused")
    @ValueSource(strings = {"0", "0 0", "2 -1"})
    void withoutWeights(String weights) {
        Money whole = Money.of("1.00", "EUR");

        assertThatThrownBy(() -> whole.splitBy(numbers(weights)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refused -> assertThat(refused.code()).isEqualTo("weights-not-positive"));
    }

    private static List<BigDecimal> numbers(String spaced) {
        return Arrays.stream(spaced.split(" ")).map(BigDecimal::new).toList();
    }
}
