package o2c.invoice.insight.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How old is an open item?")
class HowOldIsAnOpenItemTest {

    @ParameterizedTest(name = "due {0}: {1}")
    @CsvSource({
        "2025-07-01,NOT_DUE",
        "2025-06-30,NOT_DUE",
        "2025-06-29,DAYS_1_TO_30",
        "2025-05-31,DAYS_1_TO_30",
        "2025-05-30,DAYS_31_TO_60",
        "2025-05-01,DAYS_31_TO_60",
        "2025-04-30,DAYS_61_TO_90",
        "2025-04-01,DAYS_61_TO_90",
        "2025-03-31,OVER_90"
    })
    @DisplayName("Days past the due day at the close of 30 June; on the due day itself it is not due yet")
    void bucket(LocalDate dueOn, AgeingBucket bucket) {
        assertThat(AgeingBucket.of(dueOn, LocalDate.parse("2025-06-30"))).isEqualTo(bucket);
    }
}
