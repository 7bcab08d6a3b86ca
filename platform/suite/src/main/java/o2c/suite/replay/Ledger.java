package o2c.suite.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.suite.rest.CannotGoOn;

/** A receivables ledger: every invoice with the day on which it was settled. */
final class Ledger {

    private static final Set<String> YES_OR_NO = Set.of("true", "false", "");

    private final List<LedgerLine> lines;

    private Ledger(List<LedgerLine> lines) {
        this.lines = List.copyOf(lines);
    }

    List<LedgerLine> lines() {
        return lines;
    }

    static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException absent) {
            throw new CannotGoOn("The ledger " + file + " cannot be read.");
        }
    }

    /**
     * Reads a ledger as its mapping says.
     *
     * @throws CannotGoOn naming the first line that cannot be read
     */
    static Ledger read(byte[] file, Mapping mapping) {
        List<CsvText.Row> rows = CsvText.rows(utf8(file), mapping.separator().charAt(0));
        if (rows.size() < 2) {
            throw new CannotGoOn("The ledger holds no invoices.");
        }
        Reader reader = new Reader(mapping, rows.get(0).fields());
        List<LedgerLine> lines = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (CsvText.Row row : rows.subList(1, rows.size())) {
            LedgerLine line = reader.line(row);
            Integer earlier = numbers.putIfAbsent(line.invoiceNumber(), line.number());
            if (earlier != null) {
                throw new CannotGoOn("Line " + line.number() + " repeats invoice number " + line.invoiceNumber()
                        + " of line " + earlier + ".");
            }
            lines.add(line);
        }
        return new Ledger(lines);
    }

    private static String utf8(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CannotGoOn("The ledger is not written in UTF-8.");
        }
    }

    /** Reads lines under one header. */
    private static final class Reader {

        private final Mapping mapping;
        private final DateTimeFormatter dates;
        private final List<String> header;

        Reader(Mapping mapping, List<String> header) {
            this.mapping = mapping;
            this.dates = mapping.dates();
            this.header = header;
            Mapping.Columns columns = mapping.columns();
            for (String needed : new String[] {
                columns.customer(), columns.invoiceNumber(), columns.issuedOn(), columns.dueOn(), columns.amount()
            }) {
                if (!header.contains(needed)) {
                    throw new CannotGoOn("Line 1 has no column " + needed + "; a mapping file names the columns.");
                }
            }
        }

        LedgerLine line(CsvText.Row row) {
            try {
                if (row.fields().size() != header.size()) {
                    throw new CannotGoOn(
                            "has " + row.fields().size() + " fields where the header has " + header.size());
                }
                LedgerLine line = read(row);
                check(line);
                return line;
            } catch (CannotGoOn wrong) {
                throw new CannotGoOn("Line " + row.line() + " cannot be read: " + wrong.getMessage() + ".");
            } catch (RuleBroken wrong) {
                throw new CannotGoOn("Line " + row.line() + " cannot be read: \""
                        + field(row, mapping.columns().customer()) + "\" cannot be a customer's id.");
            }
        }

        private LedgerLine read(CsvText.Row row) {
            Mapping.Columns columns = mapping.columns();
            String settled = field(row, columns.settledOn());
            return new LedgerLine(
                    row.line(),
                    Ids.callerChosen(field(row, columns.customer())),
                    country(field(row, columns.country())),
                    field(row, columns.invoiceNumber()),
                    mapping.day(field(row, columns.issuedOn()), dates),
                    mapping.day(field(row, columns.dueOn()), dates),
                    mapping.amount(field(row, columns.amount())),
                    flag(field(row, columns.disputed())),
                    settled.isEmpty() ? null : mapping.day(settled, dates));
        }

        private static void check(LedgerLine line) {
            if (line.invoiceNumber().isEmpty()) {
                throw new CannotGoOn("the invoice number is empty");
            }
            if (!line.amount().isPositive()) {
                throw new CannotGoOn("the amount " + line.amount() + " is not above zero");
            }
            if (line.dueOn().isBefore(line.issuedOn())) {
                throw new CannotGoOn("it falls due before its issue");
            }
        }

        private String country(String value) {
            String code = value.isEmpty() ? mapping.country() : mapping.meaning("country", value);
            if (!code.matches("[A-Z]{2}")) {
                throw new CannotGoOn("\"" + value + "\" is no country; the mapping says what a value means");
            }
            return code;
        }

        private boolean flag(String value) {
            String meaning = mapping.meaning("disputed", value);
            if (!YES_OR_NO.contains(meaning)) {
                throw new CannotGoOn("\"" + value + "\" does not say whether it was disputed");
            }
            return meaning.equals("true");
        }

        /** A column that the ledger does not have is empty. */
        private String field(CsvText.Row row, String column) {
            int index = column == null || column.isEmpty() ? -1 : header.indexOf(column);
            return index < 0 || index >= row.fields().size() ? "" : row.fields().get(index);
        }
    }
}
