package o2c.dunning.tones.domain;

import static o2c.dunning.cases.domain.Given.eur;
import static o2c.dunning.cases.domain.Given.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import o2c.dunning.strategies.domain.Channel;
import o2c.dunning.strategies.domain.StrategyStep;
import o2c.dunning.strategies.domain.Tone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How does a reminder sound?")
class HowDoesAReminderSoundTest {

    private static final ToneTable TABLE = shipped();

    @ParameterizedTest(name = "{0} for {1} {2}, owing {3}: {4}")
    @CsvSource({
        "FRIENDLY, UNKNOWN, STANDARD, 100.00, FRIENDLY",
        "FRIENDLY, UNRELIABLE, STANDARD, 100.00, NEUTRAL",
        "NEUTRAL, NOTORIOUS, STANDARD, 100.00, FIRM",
        "NEUTRAL, NOTORIOUS, KEY_ACCOUNT, 100.00, FIRM",
        "NEUTRAL, UNRELIABLE, KEY_ACCOUNT, 100.00, NEUTRAL",
        "NEUTRAL, RELIABLE, STANDARD, 9999.99, NEUTRAL",
        "NEUTRAL, RELIABLE, STANDARD, 10000.00, FRIENDLY",
        "FIRM, NOTORIOUS, STANDARD, 100.00, FIRM",
        "FRIENDLY, RELIABLE, KEY_ACCOUNT, 20000.00, FRIENDLY",
        "FORMAL, RELIABLE, KEY_ACCOUNT, 20000.00, FORMAL",
    })
    @DisplayName("As its step says, changed by who the customer is")
    void tone(Tone tone, Attitude attitude, Relation relation, String owed, Tone expected) {
        assertThat(new Manner(attitude, relation, TABLE).toneOf(reminder(tone), eur(owed)))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("A worse attitude never gives a softer tone, whatever else holds")
    void neverSofter() {
        for (Tone tone : Tone.values()) {
            for (Relation relation : Relation.values()) {
                for (String owed : List.of("0.01", "9999.99", "10000.00", "500000.00")) {
                    List<Tone> byAttitude = new ArrayList<>();
                    for (Attitude attitude : Attitude.values()) {
                        byAttitude.add(new Manner(attitude, relation, TABLE).toneOf(reminder(tone), eur(owed)));
                    }
                    assertThat(byAttitude).isSorted();
                }
            }
        }
    }

    @Test
    @DisplayName("The table has a line for every case, and the reason can be told")
    void complete() {
        assertThat(TABLE.rows()).hasSize(Attitude.values().length * Relation.values().length * Worth.values().length);
        Manner manner = new Manner(Attitude.UNRELIABLE, Relation.STANDARD, TABLE);
        assertThat(manner.reason(reminder(Tone.FRIENDLY), eur("100.00")))
                .isEqualTo("step friendly, attitude unreliable, relation standard, value low: +1");
        assertThat(Manner.NONE.toneOf(reminder(Tone.FIRM), eur("1.00"))).isEqualTo(Tone.FIRM);
    }

    @ParameterizedTest(name = "{0} kept, {1} broken: {2}")
    @CsvSource({"0, 0, UNKNOWN", "3, 0, RELIABLE", "3, 1, UNRELIABLE", "9, 2, NOTORIOUS"})
    @DisplayName("The attitude follows from promises of the last year")
    void attitude(int kept, int broken, Attitude attitude) {
        assertThat(Attitude.of(kept, broken)).isEqualTo(attitude);
    }

    private static StrategyStep reminder(Tone tone) {
        return step(1, "reminder", 3, Channel.EMAIL, tone, "0");
    }

    private static ToneTable shipped() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                HowDoesAReminderSoundTest.class.getResourceAsStream("/tones/tones.csv"), StandardCharsets.UTF_8))) {
            return ToneTable.read(file.lines().toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
