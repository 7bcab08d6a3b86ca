package o2c.policy.deadlines.domain;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A calendar of whole days as iCalendar text (RFC 5545): lines end in CRLF and have at most 75 octets. */
public record CalendarFile(String name, LocalDate writtenOn, List<Entry> entries) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int MOST_OCTETS = 75;
    private static final String END = "\r\n";

    /**
     * One day.
     *
     * @param uid the same for the same deadline, so that a second import replaces the first
     */
    public record Entry(String uid, LocalDate on, String summary, String description) {}

    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//o2c//policy-service//EN");
        line(text, "X-WR-CALNAME:" + escaped(name));
        entries.forEach(entry -> write(text, entry));
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private void write(StringBuilder text, Entry entry) {
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + escaped(entry.uid()));
        line(text, "DTSTAMP:" + DAY.format(writtenOn) + "T000000Z");
        line(text, "DTSTART;VALUE=DATE:" + DAY.format(entry.on()));
        line(text, "DTEND;VALUE=DATE:" + DAY.format(entry.on().plusDays(1)));
        line(text, "SUMMARY:" + escaped(entry.summary()));
        line(text, "DESCRIPTION:" + escaped(entry.description()));
        line(text, "TRANSP:TRANSPARENT");
        line(text, "END:VEVENT");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n");
    }

    /** Folds after 75 octets, never inside a character. */
    private static void line(StringBuilder text, String content) {
        int octets = 0;
        for (int at = 0; at < content.length(); at += Character.charCount(content.codePointAt(at))) {
            String next = Character.toString(content.codePointAt(at));
            int size = next.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > MOST_OCTETS) {
                text.append(END).append(' ');
                octets = 1;
            }
            text.append(next);
            octets += size;
        }
        text.append(END);
    }
}
