package o2c.dunning.messages.domain;

import static o2c.dunning.cases.domain.Given.day;
import static o2c.dunning.cases.domain.Given.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import o2c.dunning.cases.domain.Given;
import o2c.dunning.strategies.domain.Tone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How a letter reads")
class HowALetterReadsTest {

    private static final Wording WORDING = new Wording(
            "Open: {amount}",
            "{lines}\n{netted}\nTotal {amount}, {seller}, {date}",
            "- {invoice} of {due}: {asked}",
            "- {invoice} of {due}: {asked}, not {disputed}",
            "less {onAccount}");

    @Test
    @DisplayName("it lists each invoice, what is disputed, and what was deducted")
    void lines() {
        Wording.Text text =
                WORDING.write(message("85.00", line("F-1", "100.00", "0.00"), line("F-2", "10.00", "5.00")), "Acme");

        assertThat(text.subject()).isEqualTo("Open: 85.00 EUR");
        assertThat(text.body())
                .isEqualTo("- F-1 of 2026-03-02: 100.00 EUR\n- F-2 of 2026-03-02: 5.00 EUR, not 5.00 EUR\n"
                        + "less 20.00 EUR\nTotal 85.00 EUR, Acme, 2026-03-05");
    }

    @Test
    @DisplayName("what a caller named is data: placeholders in it stay as they are, controls are left out")
    void data() {
        Wording.Text text = WORDING.write(
                message("100.00", line("{amount}$1\u202Egnp\u0007", "100.00", "0.00")), "{seller}\nBcc: all");

        assertThat(text.body())
                .contains("- {amount}$1gnp of")
                .contains("{seller}Bcc: all,")
                .doesNotContain("\u202E", "\u0007");
    }

    @ParameterizedTest(name = "language {0}, country {1}: {2}")
    @CsvSource({
        "nl, DE, NL",
        "nl-BE, BE, NL",
        "en, NL, EN",
        "de, NL, DE",
        "fr-CA, CA, FR",
        "da, DK, EN",
        "nld, NL, EN",
        ", NL, NL",
        ", AT, DE",
        ", FR, FR",
        ", BE, EN",
        ", , EN",
    })
    @DisplayName("it is written in the customer's language where letters exist in it")
    void language(String preferred, String country, Language language) {
        assertThat(Language.of(preferred, country)).isEqualTo(language);
    }

    private static Message message(String amount, MessageLine... lines) {
        return new Message(
                new UUID(0, 1),
                "C-1",
                "S-1",
                day("2026-03-05"),
                Given.content().steps().get(1),
                new Message.Voice(Tone.FRIENDLY, "step friendly"),
                1,
                eur(amount),
                List.of(lines));
    }

    private static MessageLine line(String number, String open, String disputed) {
        return new MessageLine(new UUID(0, 2), number, day("2026-03-02"), eur(open), eur(disputed), 1, true);
    }
}
