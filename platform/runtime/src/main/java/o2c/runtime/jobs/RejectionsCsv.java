package o2c.runtime.jobs;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Rejections as CSV (RFC 4180) in which no cell can act as a formula where it is opened. */
final class RejectionsCsv {

    private static final String STARTS_A_FORMULA = "=+-@\t\r\u0000";

    private RejectionsCsv() {}

    static void header(Writer out) throws IOException {
        out.write("line,code,detail,original\r\n");
    }

    static void write(List<Rejection> rejections, Writer out) throws IOException {
        for (Rejection each : rejections) {
            out.write(each.line() + "," + cell(each.code()) + "," + cell(each.detail()) + "," + cell(each.original())
                    + "\r\n");
        }
    }

    static String cell(String text) {
        boolean formula = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
