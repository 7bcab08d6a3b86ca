package o2c.policy.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("From when does a credit note count?")
class FromWhenDoesACreditNoteCountTest {

    @ParameterizedTest(name = "of {0} counting from {1}, invoice of {2} due {3}: {4}")
    @DisplayName("From its own day; where the invoice was wrong at first, from the due day; never before the invoice")
    @CsvSource({
        "2026-03-10, 2026-03-10, 2026-01-01, 2026-01-31, 2026-03-10",
        "2026-03-10, 2026-01-31, 2026-01-01, 2026-01-31, 2026-01-31",
        "2026-03-10, 2026-01-31, 2026-02-01, 2026-03-03, 2026-03-03",
        "2026-03-10, 2026-01-31, 2026-03-01, 2026-03-31, 2026-03-10",
        "2026-03-10, 2026-01-31, 2026-03-12, 2026-03-12, 2026-03-12",
        "2026-03-10, 2026-03-10, 2026-03-12, 2026-04-11, 2026-03-12"
    })
    void day(LocalDate notedOn, LocalDate countsOn, LocalDate issuedOn, LocalDate dueOn, LocalDate lowerFrom) {
        assertThat(CreditDay.issued(notedOn, countsOn).of(issuedOn, dueOn)).isEqualTo(lowerFrom);
    }
}
