package o2c.suite.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import o2c.suite.rest.CannotGoOn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("How well does a fitted scorecard tell?")
class HowWellDoesAFittedCardTellTest {

    @Test
    @DisplayName("One when every sound company scores higher, a half when scores say nothing; ties count half")
    void area() {
        boolean[] failed = {true, true, false, false};

        assertThat(Discrimination.area(new double[] {1, 2, 3, 4}, failed)).isEqualTo(1);
        assertThat(Discrimination.area(new double[] {4, 3, 2, 1}, failed)).isEqualTo(0);
        assertThat(Discrimination.area(new double[] {5, 5, 5, 5}, failed)).isEqualTo(0.5);
        assertThat(Discrimination.area(new double[] {1, 3, 2, 4}, failed)).isEqualTo(0.75);
    }

    @Test
    @DisplayName("What decides is found among what does not, missing values included")
    void findsWhatDecides() {
        Sample sample = sample(2000, 1);
        FittedCard card = FittedCard.of(sample, 2);

        assertThat(sample.names().get(card.figures().get(0).figure())).isEqualTo("Debt Ratio");
        double[] areas = Discrimination.crossValidated(sample, 5, 3, 1);
        assertThat(areas).hasSize(5);
        assertThat(java.util.Arrays.stream(areas).min().orElseThrow()).isGreaterThan(0.8);
    }

    @Test
    @DisplayName("On noise it finds nothing")
    void noise() {
        Random random = new Random(2);
        double[][] rows = new double[1500][6];
        boolean[] failed = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < 6; k++) {
                rows[i][k] = random.nextGaussian();
            }
            failed[i] = random.nextInt(10) == 0;
        }
        Sample sample = new Sample(List.of("a", "b", "c", "d", "e", "f"), rows, failed);

        double mean = java.util.Arrays.stream(Discrimination.crossValidated(sample, 5, 6, 1))
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(0.38, 0.62);
    }

    @Test
    @DisplayName("The card that is written scores as the one that was fitted")
    void definition() {
        Sample sample = sample(800, 3);
        FittedCard card = FittedCard.of(sample, 3);
        JsonNode definition = FitScorecard.definition(sample, card, "2026-01-01");

        assertThat(definition.at("/characteristics/0/fact").asText()).isEqualTo("debt-ratio");
        for (double[] row : sample.rows()) {
            assertThat(scored(definition, sample, row)).isEqualTo(card.score(row));
        }
    }

    @Test
    void filesAreReadWithTheirGaps(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("companies.csv");
        Files.writeString(file, "a,failed,b\n1.5,1,\n?,0,-2\n");
        Sample sample = Sample.read(file, "failed");

        assertThat(sample.names()).containsExactly("a", "b");
        assertThat(sample.failed()).containsExactly(true, false);
        assertThat(sample.rows()[0]).containsExactly(1.5, Double.NaN);
        assertThat(sample.rows()[1]).containsExactly(Double.NaN, -2);
        assertThatThrownBy(() -> Sample.read(file, "nothing")).isInstanceOf(CannotGoOn.class);
        Files.writeString(file, "a,failed\nx,1\n");
        assertThatThrownBy(() -> Sample.read(file, null)).hasMessageContaining("Line 2");
    }

    private static long scored(JsonNode definition, Sample sample, double[] row) {
        long score = definition.get("base").asLong();
        for (JsonNode one : definition.get("characteristics")) {
            int figure = sample.names().stream()
                    .map(name -> name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'))
                    .toList()
                    .indexOf(one.get("fact").asText());
            JsonNode place = one.get("missing");
            for (JsonNode bin : one.get("bins")) {
                boolean above =
                        !bin.has("from") || row[figure] >= bin.get("from").asDouble();
                boolean below =
                        !bin.has("below") || row[figure] < bin.get("below").asDouble();
                place = !Double.isNaN(row[figure]) && above && below ? bin : place;
            }
            score += place.get("points").asLong();
        }
        return score;
    }

    /** Companies that fail when they owe much, more often still when they do not tell. */
    private static Sample sample(int size, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[size][3];
        boolean[] failed = new boolean[size];
        for (int i = 0; i < size; i++) {
            double debt = random.nextDouble();
            boolean silent = random.nextInt(8) == 0;
            failed[i] = random.nextDouble() < (silent ? 0.5 : debt > 0.8 ? 0.4 : 0.02);
            rows[i][0] = random.nextGaussian();
            rows[i][1] = silent ? Double.NaN : debt;
            rows[i][2] = random.nextGaussian();
        }
        return new Sample(List.of("Luck", "Debt Ratio", "Weather"), rows, failed);
    }
}
