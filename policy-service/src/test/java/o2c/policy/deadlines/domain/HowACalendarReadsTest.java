package o2c.policy.deadlines.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import o2c.policy.deadlines.domain.CalendarFile.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How a calendar of deadlines reads (RFC 5545)")
class HowACalendarReadsTest {

    @Test
    @DisplayName("One whole day per deadline, its end the day after, special characters escaped")
    void wholeDays() {
        String text = calendar("stop: Müller; Söhne, Köln");

        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n")
                .contains("SUMMARY:stop: Müller\\; Söhne\\, Köln\r\n")
                .contains("UID:P1|C1|I1|stop\r\n");
    }

    @Test
    @DisplayName("Long lines are folded after 75 octets, never inside a character; unfolded they are whole again")
    void folded() {
        String summary = "ü".repeat(100);
        String text = calendar(summary);

        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + summary);
    }

    private static String calendar(String summary) {
        return new CalendarFile(
                        "Deadlines",
                        LocalDate.parse("2026-12-01"),
                        List.of(new Entry("P1|C1|I1|stop", LocalDate.parse("2026-12-31"), summary, "Invoice I1")))
                .text();
    }
}
