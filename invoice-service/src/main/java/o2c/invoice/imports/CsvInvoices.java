package o2c.invoice.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import o2c.invoice.receivables.InvoiceReader.Told;
import o2c.invoice.receivables.domain.Agreement;
import o2c.invoice.receivables.domain.InvoiceContent;
import o2c.invoice.receivables.domain.InvoiceDraft;
import o2c.invoice.receivables.domain.References;
import o2c.invoice.terms.TermsBook;
import o2c.invoice.terms.TermsBook.Parties;
import o2c.invoice.terms.domain.PaymentTerms;
import o2c.invoice.terms.domain.TermsVersion;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Days;

/** Reads ledger items from CSV lines (RFC 4180, comma); a line is a record, as no field may hold a line break. */
final class CsvInvoices {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final Pattern NET_DAYS = Pattern.compile("[0-9]{1,4}");
    private static final Set<String> NEEDED =
            Set.of("sellerId", "customerId", "invoiceNumber", "issuedOn", "amount", "currency");
    private static final Set<String> POSSIBLE = Stream.concat(
                    NEEDED.stream(),
                    Stream.of(
                            "dueOn",
                            "orderId",
                            "documentKind",
                            "netAmount",
                            "vatAmount",
                            "deliveredOn",
                            "paymentTerms",
                            "reference",
                            "contractId"))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Integer> columns;
    private final TermsBook terms;

    private CsvInvoices(Map<String, Integer> columns, TermsBook terms) {
        this.columns = Map.copyOf(columns);
        this.terms = terms;
    }

    /**
     * A reader for files with this header.
     *
     * @throws RuleBroken {@code csv-column-missing}, {@code csv-column-unknown}, {@code csv-column-repeated}
     */
    static CsvInvoices of(String header, TermsBook terms) {
        Map<String, Integer> columns = new HashMap<>();
        List<String> names = fields(header);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            if (!POSSIBLE.contains(name)) {
                throw RuleBroken.refused("csv-column-unknown", "there is no column '" + name + "'");
            }
            if (columns.put(name, i) != null) {
                throw RuleBroken.refused("csv-column-repeated", "the column " + name + " is there twice");
            }
        }
        if (!columns.keySet().containsAll(NEEDED)) {
            throw RuleBroken.refused("csv-column-missing", "these columns are needed: " + NEEDED);
        }
        return new CsvInvoices(columns, terms);
    }

    Told read(String line) {
        try {
            List<String> fields = fields(line);
            if (fields.size() != columns.size()) {
                throw RuleBroken.invalid(
                        "csv-field-count", fields.size() + " fields, but the header has " + columns.size());
            }
            return new Told(new Row(fields).draft(), null);
        } catch (RuleBroken refusal) {
            return new Told(null, refusal);
        }
    }

    static List<String> fields(String line) {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(",", -1));
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(line)) {
            boolean closed = line.chars().filter(c -> c == '"').count() % 2 == 0;
            List<CsvRecord> records = reader.stream().toList();
            if (closed && records.size() == 1) {
                return records.get(0).getFields();
            }
            throw unreadable();
        } catch (CsvParseException broken) {
            throw unreadable();
        } catch (IOException neverFromText) {
            throw new UncheckedIOException(neverFromText);
        }
    }

    private static RuleBroken unreadable() {
        return RuleBroken.invalid("csv-line-malformed", "quotes do not match");
    }

    /** The fields of one line by column; an empty field was not told. */
    private final class Row {

        private final List<String> fields;

        Row(List<String> fields) {
            this.fields = fields;
        }

        InvoiceDraft draft() {
            if (text("documentKind") != null && !text("documentKind").equals("invoice")) {
                throw RuleBroken.refused("document-kind-unknown", "only invoices can be imported here")
                        .at("/documentKind");
            }
            Currency currency = needed("currency", value("currency", CsvInvoices::currency));
            LocalDate issuedOn = needed("issuedOn", value("issuedOn", Days::day));
            Money amount = needed("amount", money("amount", currency));
            Agreement agreement = agreed(issuedOn, amount);
            InvoiceContent content = new InvoiceContent(
                    needed("sellerId"),
                    needed("customerId"),
                    needed("invoiceNumber"),
                    issuedOn,
                    agreement.first().dueOn(),
                    agreement.first().payableOn(),
                    amount,
                    money("netAmount", currency),
                    money("vatAmount", currency),
                    references());
            return new InvoiceDraft(content, List.of(), List.of(), agreement);
        }

        private References references() {
            return new References(
                    text("orderId"), List.of(), value("deliveredOn", Days::day), text("contractId"), text("reference"));
        }

        /** The due day, else the terms: a number of days, or terms by id. */
        private Agreement agreed(LocalDate issuedOn, Money amount) {
            LocalDate told = value("dueOn", Days::day);
            if (told != null || text("paymentTerms") == null) {
                return Agreement.on(needed("dueOn", told), amount);
            }
            return value(
                    "paymentTerms",
                    text -> NET_DAYS.matcher(text).matches()
                            ? Agreement.under(netDays(text, issuedOn), issuedOn, amount)
                                    .naming(null)
                            : Agreement.under(terms.meant(text, parties(), issuedOn), issuedOn, amount));
        }

        private Parties parties() {
            return new Parties(needed("customerId"), needed("sellerId"));
        }

        private Money money(String column, Currency currency) {
            return value(column, amount -> Money.padded(decimal(amount), currency));
        }

        private String needed(String column) {
            return needed(column, text(column));
        }

        private <T> T needed(String column, T value) {
            if (value == null) {
                throw RuleBroken.invalid("not-null", "this cannot be left out").at("/" + column);
            }
            return value;
        }

        private <T> T value(String column, Function<String, T> reading) {
            try {
                String text = text(column);
                return text == null ? null : reading.apply(text);
            } catch (RuleBroken malformed) {
                throw malformed.at("/" + column);
            }
        }

        private String text(String column) {
            Integer at = columns.get(column);
            String text = at == null ? "" : fields.get(at);
            return text.isEmpty() ? null : text;
        }
    }

    private static TermsVersion netDays(String days, LocalDate issuedOn) {
        return new TermsVersion(null, 0, issuedOn, PaymentTerms.net(Integer.parseInt(days)));
    }

    private static BigDecimal decimal(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw RuleBroken.invalid("amount-malformed", "an amount is plain digits with a point, such as 12.50");
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw RuleBroken.invalid("currency-unknown", "this is no currency of ISO 4217");
        }
    }
}
