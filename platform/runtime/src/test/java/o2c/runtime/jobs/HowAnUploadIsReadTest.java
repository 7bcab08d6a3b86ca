package o2c.runtime.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HowAnUploadIsReadTest {

    @Test
    void linesAreNumberedAsInTheFileAndBlankOnesPassedOver() {
        JobLines lines = lines("a,b\r\n1,2\r\n\n  \n3,4", true, 0);

        assertThat(lines.header()).isEqualTo("a,b");
        assertThat(lines.next(10)).containsExactly(new Line(2, "1,2", null), new Line(5, "3,4", null));
        assertThat(lines.next(10)).isEmpty();
    }

    @Test
    void aLaterRunGoesOnBehindTheLastCommittedLine() {
        JobLines lines = lines("h\n1\n2\n3\n", true, 3);

        assertThat(lines.header()).isEqualTo("h");
        assertThat(lines.next(10)).containsExactly(new Line(4, "3", null));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() {
        assertThat(lines("\uFEFFsellerId\nx", true, 0).header()).isEqualTo("sellerId");
    }

    @Test
    void aLineThatCannotBeReadSaysWhyAndTheOthersGoOn() {
        byte[] latin = "ok\ncaf\u00e9\nok".getBytes(StandardCharsets.ISO_8859_1);

        List<Line> read = JobLines.of(new ByteArrayInputStream(latin), false, 0).next(10);

        assertThat(read).extracting(Line::fault).containsExactly(null, "text-malformed", null);
        assertThat(lines("a\u0000b\n" + "x".repeat(70_000) + "\nc", false, 0).next(10))
                .extracting(Line::fault)
                .containsExactly("text-malformed", "line-too-long", null);
    }

    @Test
    void piecesAreReadAsOneStream() {
        List<String> pieces = List.of("ab", "", "cde\nf");

        StoredInput input = new StoredInput(number -> number < pieces.size()
                ? Optional.of(pieces.get(number).getBytes(StandardCharsets.UTF_8))
                : Optional.empty());

        assertThat(JobLines.of(input, false, 0).next(5)).extracting(Line::text).containsExactly("abcde", "f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain|\"plain\"",
                "say \"x\"|\"say \"\"x\"\"\"",
                "=cmd()|\"'=cmd()\"",
                "+1|\"'+1\"",
                "-1|\"'-1\"",
                "@x|\"'@x\""
            })
    void noCellOfAnExportIsAFormula(String text, String cell) {
        assertThat(RejectionsCsv.cell(text)).isEqualTo(cell);
    }

    @Test
    void anExportHasAHeaderAndOneRecordPerRejection() throws Exception {
        StringWriter out = new StringWriter();
        RejectionsCsv.header(out);
        RejectionsCsv.write(List.of(new Line(7, "a,b", null).rejected("date-malformed", "no such day")), out);

        assertThat(out).hasToString("line,code,detail,original\r\n7,\"date-malformed\",\"no such day\",\"a,b\"\r\n");
    }

    private static JobLines lines(String text, boolean hasHeader, long after) {
        return JobLines.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), hasHeader, after);
    }
}
