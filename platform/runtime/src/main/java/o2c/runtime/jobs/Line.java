package o2c.runtime.jobs;

/**
 * One line of an upload.
 *
 * @param number counted from 1, blank lines and header included
 * @param text without its line end
 * @param fault why the line cannot be read ({@code line-too-long}, {@code text-malformed}), or null
 */
public record Line(long number, String text, String fault) {

    /** This line, refused. */
    public Rejection rejected(String code, String detail) {
        return new Rejection(number, code, detail, text);
    }
}
