package o2c.suite.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import o2c.kernel.Money;
import o2c.suite.rest.CannotGoOn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How is a ledger read?")
class HowIsALedgerReadTest {

    private static final String HEADER = "countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,"
            + "InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate\r\n";

    @Test
    @DisplayName("the built-in mapping fits its header: days as M/d/yyyy, padded amounts, country codes, flags")
    void builtIn() {
        List<LedgerLine> lines = read(
                "{}",
                HEADER + "391,0379-X,4/6/2013,0000611365,1/2/2013,2/1/2013,55.9,No,1/15/2013,Paper,13,0\r\n"
                        + "818,0379-X,4/6/2013,0000611366,12/31/2012,1/30/2013,61,Yes,1/1/2013,Paper,1,0\r\n");
        assertThat(lines.get(0))
                .isEqualTo(new LedgerLine(
                        2,
                        "0379-X",
                        "NL",
                        "0000611365",
                        LocalDate.parse("2013-01-02"),
                        LocalDate.parse("2013-02-01"),
                        Money.of("55.90", "EUR"),
                        false,
                        LocalDate.parse("2013-01-15")));
        assertThat(lines.get(1).country()).isEqualTo("FR");
        assertThat(lines.get(1).amount()).isEqualTo(Money.of("61.00", "EUR"));
        assertThat(lines.get(1).disputed()).isTrue();
    }

    @Test
    @DisplayName("a mapping of one's own: other columns, semicolons, decimal commas, quotes, no dispute column")
    void ownMapping() {
        String mapping = """
                {"separator":";","decimalSeparator":",","dateFormat":"dd-MM-yyyy","currency":"GBP","country":"GB",
                 "columns":{"customer":"Klant","invoiceNumber":"Factuur","issuedOn":"Datum","dueOn":"Vervalt",
                   "amount":"Bedrag","settledOn":"Betaald","disputed":"","country":""}}""";
        List<LedgerLine> lines = read(
                mapping,
                "\uFEFFKlant;Factuur;Datum;Vervalt;Bedrag;Betaald;Opmerking\n"
                        + "A-B;\"F\"\"1\";01-02-2026;03-03-2026;1210,5;;\"zegt;\nniets\"\n"
                        + "\nC;F2;02-02-2026;04-03-2026;3,00;05-03-2026;\n");
        assertThat(lines).extracting(LedgerLine::number).containsExactly(2, 5);
        assertThat(lines).extracting(LedgerLine::invoiceNumber).containsExactly("F\"1", "F2");
        assertThat(lines.get(0).amount()).isEqualTo(Money.of("1210.50", "GBP"));
        assertThat(lines.get(0).settledOn()).isNull();
        assertThat(lines.get(0).country()).isEqualTo("GB");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            391,C,,N,2/30/2013,2/1/2013,5,No,,,, | "2/30/2013" is no day of the form M/d/yyyy.
            391,C,,N,1/2/2013,2/1/2013,5.001,No,,,, | "5.001" is no amount in EUR.
            391,C,,N,1/2/2013,2/1/2013,"1,000",No,,,, | "1,000" is no amount.
            391,C,,N,1/2/2013,2/1/2013,-5,No,,,, | the amount -5.00 EUR is not above zero.
            391,C,,N,1/2/2013,1/1/2013,5,No,,,, | it falls due before its issue.
            391,C,,,1/2/2013,2/1/2013,5,No,,,, | the invoice number is empty.
            391,C/D,,N,1/2/2013,2/1/2013,5,No,,,, | "C/D" cannot be a customer's id.
            999,C,,N,1/2/2013,2/1/2013,5,No,,,, | "999" is no country; the mapping says what a value means.
            391,C,,N,1/2/2013,2/1/2013,5,Maybe,,,, | "Maybe" does not say whether it was disputed.
            391,C,,N,1/2/2013,2/1/2013,5,No | has 8 fields where the header has 12.
            391,"C,,N,1/2/2013,2/1/2013,5,No | Line 2 opens a quote that is never closed.
            """, quoteCharacter = '\0')
    void aLineThatCannotBeReadIsNamed(String line, String sentence) {
        assertThatThrownBy(() -> read("{}", HEADER + line.strip() + "\n"))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageStartingWith("Line 2 ")
                .hasMessageEndingWith(sentence.strip());
    }

    @Test
    void anInvoiceNumberStandsOnce() {
        String line = "391,C,,N,1/2/2013,2/1/2013,5,No,,,,\n";
        assertThatThrownBy(() -> read("{}", HEADER + line + line))
                .hasMessage("Line 3 repeats invoice number N of line 2.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"colums":{}} | The mapping knows no field colums; deploy/replay --help shows one.
            {"policy":{"limit":"1"}} | The mapping knows no field limit; deploy/replay --help shows one.
            {"separator":",,"} | The mapping's separator is one character.
            {"dateFormat":"bb"} | The mapping's dateFormat bb is none.
            {"creditLimit":"much"} | "much" is no creditLimit.
            """, quoteCharacter = '\0')
    void aMappingThatCannotBeRead(String mapping, String sentence) {
        assertThatThrownBy(() -> Mapping.parse(mapping.strip()))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageStartingWith(sentence.strip().replaceAll("\\.$", ""));
    }

    @Test
    @DisplayName("a made ledger comes back as it was made")
    void roundTrip() {
        List<LedgerMaker.Item> items = LedgerMaker.items(7, 200, 9, LocalDate.parse("2025-11-03"), 90);
        assertThat(read("{}", LedgerMaker.csv(items)))
                .extracting(LedgerLine::invoiceNumber, line -> line.amount().amount(), LedgerLine::settledOn)
                .containsExactlyElementsOf(items.stream()
                        .map(item ->
                                org.assertj.core.api.Assertions.tuple(item.number(), item.amount(), item.settledOn()))
                        .toList());
    }

    private static List<LedgerLine> read(String mapping, String csv) {
        return Ledger.read(csv.getBytes(UTF_8), Mapping.parse(mapping)).lines();
    }
}
