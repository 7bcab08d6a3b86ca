package o2c.suite.replay;

import java.util.ArrayList;
import java.util.List;
import o2c.suite.rest.CannotGoOn;

/** Reads CSV: one separator, fields optionally in double quotes (then with line ends inside, quotes doubled). */
final class CsvText {

    /** One record and the line on which it begins. */
    record Row(int line, List<String> fields) {}

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private CsvText(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** All records that are not empty lines. */
    static List<Row> rows(String text, char separator) {
        CsvText csv = new CsvText(text.startsWith("\uFEFF") ? text.substring(1) : text, separator);
        List<Row> rows = new ArrayList<>();
        while (csv.at < csv.text.length()) {
            Row row = csv.row();
            if (row.fields().size() > 1 || !row.fields().get(0).isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row() {
        int begin = line;
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            fields.add(field());
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) != '\n') {
            throw new CannotGoOn("Line " + line + " has text behind a closing quote.");
        }
        at++;
        line++;
        return new Row(begin, fields);
    }

    private String field() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int begin = at;
        while (at < text.length() && text.charAt(at) != separator && !endsLine(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at).strip();
    }

    private String quoted() {
        int begin = line;
        StringBuilder field = new StringBuilder();
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next != '"') {
                line += next == '\n' ? 1 : 0;
                field.append(next);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                return field.toString();
            }
        }
        throw new CannotGoOn("Line " + begin + " opens a quote that is never closed.");
    }

    private static boolean endsLine(char next) {
        return next == '\r' || next == '\n';
    }
}
