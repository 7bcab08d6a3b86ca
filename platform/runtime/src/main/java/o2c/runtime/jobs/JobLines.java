package o2c.runtime.jobs;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an upload line by line (UTF-8, LF or CRLF), in bounded memory; blank lines are passed over. */
public final class JobLines implements AutoCloseable {

    private static final int LONGEST = 64 * 1024;
    private static final int BUFFER = 64 * 1024;

    private final InputStream input;
    private final String header;
    private long number;
    private boolean ended;

    private JobLines(InputStream input, boolean hasHeader, long after) {
        this.input = new BufferedInputStream(input, BUFFER);
        this.header = hasHeader ? next().map(Line::text).orElse("") : "";
        while (number < after && !ended) {
            read();
        }
    }

    static JobLines of(InputStream input, boolean hasHeader, long after) {
        return new JobLines(input, hasHeader, after);
    }

    /** The first line of a CSV file; empty for other files. */
    public String header() {
        return header;
    }

    /** The next line, or empty at the end. */
    public Optional<Line> next() {
        while (!ended) {
            Line line = read();
            if (line != null && !line.text().isBlank()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Up to {@code most} lines; an empty list at the end. */
    public List<Line> next(int most) {
        List<Line> lines = new ArrayList<>();
        while (lines.size() < most) {
            Optional<Line> line = next();
            if (line.isEmpty()) {
                break;
            }
            lines.add(line.get());
        }
        return lines;
    }

    /** Number of the last line given out. */
    long position() {
        return number;
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Line read() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        int next = readByte();
        if (next < 0) {
            ended = true;
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (bytes.size() < LONGEST) {
                bytes.write(next);
            } else {
                tooLong = true;
            }
            next = readByte();
        }
        number++;
        return line(bytes.toByteArray(), tooLong);
    }

    private Line line(byte[] bytes, boolean tooLong) {
        int start = number == 1 && hasByteOrderMark(bytes) ? 3 : 0;
        int end = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        String text;
        boolean malformed = false;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, Math.max(0, end - start)))
                    .toString();
            malformed = text.indexOf('\u0000') >= 0;
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, start, Math.max(0, end - start), StandardCharsets.UTF_8);
            malformed = true;
        }
        return new Line(number, text, tooLong ? "line-too-long" : malformed ? "text-malformed" : null);
    }

    private static boolean hasByteOrderMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
    }

    private int readByte() {
        try {
            return input.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
