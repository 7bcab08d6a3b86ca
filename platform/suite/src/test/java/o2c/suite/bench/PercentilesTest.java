package o2c.suite.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What do percentiles say?")
class PercentilesTest {

    @Test
    @DisplayName("the smallest time that so many percent do not exceed")
    void ofAHundred() {
        List<Long> millis =
                LongStream.rangeClosed(1, 100).map(ms -> ms * 1_000_000).boxed().toList();
        assertThat(Percentiles.of(millis)).isEqualTo(new Percentiles(50, 99));
        assertThat(Percentiles.of(List.of(7_000_000L))).isEqualTo(new Percentiles(7, 7));
    }
}
