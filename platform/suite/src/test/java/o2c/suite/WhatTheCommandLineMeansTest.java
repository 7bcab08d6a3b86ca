package o2c.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatTheCommandLineMeansTest {

    private static final Path ROOT = Path.of("/suite");

    @Test
    void nothingMeansTheDefaults() {
        assertThat(Options.parse(ROOT)).isEqualTo(new Options(false, false, null, Path.of("/suite/.o2c"), 8081, false));
    }

    @Test
    void everyOptionIsHeard() {
        assertThat(Options.parse(
                        ROOT, "--background", "--fresh", "--clock", "2012-01-01", "--data", "/d", "--port", "9000"))
                .isEqualTo(new Options(true, true, LocalDate.of(2012, 1, 1), Path.of("/d"), 9000, false));
    }

    @ParameterizedTest
    @CsvSource({
        "--clock tomorrow, --clock needs a day",
        "--clock, Option --clock needs a value",
        "--port 80, --port needs a number",
        "--port x, --port needs a number",
        "--fast, Unknown option --fast"
    })
    void whatIsNotUnderstoodIsTold(String words, String sentence) {
        assertThatThrownBy(() -> Options.parse(ROOT, words.split(" ")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(sentence);
    }
}
