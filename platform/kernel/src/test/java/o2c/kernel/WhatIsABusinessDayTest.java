package o2c.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is a business day?")
class WhatIsABusinessDayTest {

    private static final BusinessCalendar WITH_EASTER_MONDAY = new BusinessCalendar(Set.of(LocalDate.of(2026, 4, 6)));

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("Saturday, Sunday and holidays move to the next one")
    @CsvSource({
        "2026-04-02, 2026-04-02",
        "2026-04-03, 2026-04-03",
        "2026-04-04, 2026-04-07",
        "2026-04-05, 2026-04-07",
        "2026-04-06, 2026-04-07",
        "2026-04-11, 2026-04-13"
    })
    void movesToTheNext(LocalDate day, LocalDate businessDay) {
        assertThat(WITH_EASTER_MONDAY.onOrAfter(day)).isEqualTo(businessDay);
    }
}
