package o2c.suite.tidy;

import java.util.ArrayList;
import java.util.List;

/** Java text taken apart: what is code and what is comment, at unchanged positions. */
final class SourceText {

    /** A comment with the line it begins on. */
    record Comment(int line, String text) {

        boolean isJavadoc() {
            return text.startsWith("/**");
        }
    }

    private final String text;
    private final StringBuilder code;
    private final List<Comment> comments = new ArrayList<>();

    SourceText(String text) {
        this.text = text;
        this.code = new StringBuilder(text);
        int at = 0;
        while (at < text.length()) {
            at = next(at);
        }
    }

    List<Comment> comments() {
        return comments;
    }

    /** The text with a stretch of it blanked out; lines stay where they are. */
    void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (code.charAt(i) != '\n') {
                code.setCharAt(i, ' ');
            }
        }
    }

    /** Lines that hold code between two positions. */
    int codeLines(int from, int to) {
        return (int)
                code.substring(from, to).lines().filter(line -> !line.isBlank()).count();
    }

    int length() {
        return text.length();
    }

    int lineOf(int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private int next(int at) {
        if (text.startsWith("//", at)) {
            return comment(at, endOf("\n", at, 0));
        }
        if (text.startsWith("/*", at)) {
            return comment(at, endOf("*/", at + 2, 2));
        }
        if (text.startsWith("\"\"\"", at)) {
            return endOf("\"\"\"", at + 3, 3);
        }
        char c = text.charAt(at);
        return c == '"' || c == '\'' ? literal(at, c) : at + 1;
    }

    private int comment(int from, int to) {
        comments.add(new Comment(lineOf(from), text.substring(from, to)));
        blank(from, to);
        return to;
    }

    private int literal(int at, char quote) {
        int i = at + 1;
        while (i < text.length() && text.charAt(i) != quote && text.charAt(i) != '\n') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, text.length());
    }

    private int endOf(String mark, int from, int length) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + length;
    }
}
