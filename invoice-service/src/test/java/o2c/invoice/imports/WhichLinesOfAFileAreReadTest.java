package o2c.invoice.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import o2c.invoice.receivables.InvoiceReader.Told;
import o2c.invoice.receivables.domain.InvoiceContent;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which lines of a CSV file are read?")
class WhichLinesOfAFileAreReadTest {

    private static final String HEADER =
            "invoiceNumber,sellerId,customerId,issuedOn,dueOn,amount,currency,paymentTerms";
    private final CsvInvoices file = CsvInvoices.of(HEADER, null);

    @Test
    @DisplayName("One in the order of the header; amounts may have fewer digits")
    void inOrder() {
        InvoiceContent content =
                read("\"N, 1\",S,C,2026-01-01,2026-01-31,12.5,EUR,").draft().content();

        assertThat(content.invoiceNumber()).isEqualTo("N, 1");
        assertThat(content.total()).isEqualTo(Money.of("12.50", "EUR"));
        assertThat(content.dueOn()).isEqualTo(LocalDate.parse("2026-01-31"));
    }

    @Test
    @DisplayName("Terms stand in for a due day that was left out")
    void terms() {
        assertThat(read("N,S,C,2026-01-01,,12.50,EUR,14").draft().content().dueOn())
                .isEqualTo("2026-01-15");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "N,S,C,2026-01-01,2026-01-31,12.505,EUR, | wrong-minor-digits | /amount",
                "N,S,C,2026-01-01,2026-01-31,1e3,EUR, | amount-malformed | /amount",
                "N,S,C,2026-01-01,2026-01-31,,EUR, | not-null | /amount",
                "N,S,C,1/2/2026,2026-01-31,12.50,EUR, | date-malformed | /issuedOn",
                "N,S,C,2026-01-01,2025-01-31,12.50,EUR, | due-before-issue | /dueOn",
                "N,S,C,2026-01-01,,12.50,EUR, | not-null | /dueOn",
                "N,S,C,2026-01-01,,12.50,EUR,731 | terms-out-of-range | /paymentTerms",
                "N,S,C,2026-01-01,2026-01-31,12.50,EURO, | currency-unknown | /currency",
                "N,S,,2026-01-01,2026-01-31,12.50,EUR, | not-null | /customerId",
                "N,S,C,2026-01-01,2026-01-31,12.50,EUR | csv-field-count | -",
                "\"N,S,C,2026-01-01,2026-01-31,12.50,EUR, | csv-line-malformed | -",
                "\"N\"x,S,C,2026-01-01,2026-01-31,12.50,EUR, | csv-line-malformed | -"
            })
    @DisplayName("What cannot be read is refused with its column")
    void refused(String line, String code, String pointer) {
        Told told = read(line);

        assertThat(told.refusal()).hasFieldOrPropertyWithValue("code", code);
        assertThat(told.refusal().pointer()).isEqualTo(pointer);
    }

    @Test
    @DisplayName("A header that cannot be used is refused")
    void headerRefused() {
        for (List<String> wrong : List.of(
                List.of("sellerId,amount", "csv-column-missing"),
                List.of(HEADER + ",colour", "csv-column-unknown"),
                List.of(HEADER + ",amount", "csv-column-repeated"))) {
            assertThatThrownBy(() -> CsvInvoices.of(wrong.get(0), null))
                    .hasFieldOrPropertyWithValue("code", wrong.get(1));
        }
    }

    private Told read(String line) {
        return file.read(line);
    }
}
