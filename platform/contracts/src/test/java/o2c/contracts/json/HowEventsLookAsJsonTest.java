package o2c.contracts.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.InvoiceIssued;
import o2c.contracts.InvoiceEvent.PaymentOverdue;
import o2c.contracts.InvoiceEvent.SellerRegistered;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HowEventsLookAsJsonTest {

    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    @Test
    void moneyIsAnObjectDecimalsAreStringsDaysAreIsoAndNullsAreLeftOut() {
        InvoiceIssued issued = new InvoiceIssued(
                ID,
                "c-1",
                "s-1",
                "F1",
                DAY,
                DAY,
                DAY,
                Money.of("12.50", "EUR"),
                new BigDecimal("1.000000"),
                Money.of("12.50", "EUR"),
                null,
                null,
                null);

        assertThat(new String(EventJson.write(issued), UTF_8))
                .isEqualTo("{\"invoiceId\":\"" + ID + "\",\"customerId\":\"c-1\",\"sellerId\":\"s-1\","
                        + "\"invoiceNumber\":\"F1\",\"issuedOn\":\"2026-01-05\",\"dueOn\":\"2026-01-05\","
                        + "\"payableOn\":\"2026-01-05\",\"total\":{\"amount\":\"12.50\",\"currency\":\"EUR\"},"
                        + "\"rate\":\"1.000000\",\"base\":{\"amount\":\"12.50\",\"currency\":\"EUR\"}}");
        assertThat(EventJson.read(EventJson.write(issued), InvoiceIssued.class)).isEqualTo(issued);
    }

    @Test
    void aTruthOfTheRecordStaysAndWhatIsNoComponentIsNotWritten() {
        PaymentOverdue overdue = new PaymentOverdue(ID, "c-1", "s-1", "F1", DAY, DAY, DAY, Money.of("1", "JPY"), true);

        assertThat(new String(EventJson.write(overdue), UTF_8))
                .contains("\"reopened\":true")
                .doesNotContain("subject");
    }

    @Test
    void aPercentageIsAPlainString() throws JsonProcessingException {
        assertThat(EventJson.mapper().writeValueAsString(Percentage.of("90.00")))
                .isEqualTo("\"90.00\"");
        assertThat(EventJson.mapper().readValue("\"90.00\"", Percentage.class)).isEqualTo(Percentage.of("90.00"));
    }

    @Test
    void aFieldThatALaterVersionAddsIsIgnored() {
        byte[] later = "{\"sellerId\":\"s-1\",\"name\":\"Seller\",\"colour\":\"blue\"}".getBytes(UTF_8);

        assertThat(EventJson.read(later, SellerRegistered.class).name()).isEqualTo("Seller");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"total\":12.50}",
                "{\"total\":{\"amount\":12.50,\"currency\":\"EUR\"}}",
                "{\"total\":{\"amount\":\"12.5\",\"currency\":\"EUR\"}}",
                "{\"total\":{\"amount\":\"1e3\",\"currency\":\"JPY\"}}",
                "{\"total\":{\"amount\":\"12.50\",\"currency\":\"EURO\"}}",
                "{\"rate\":1.5}",
                "{\"rate\":\"one\"}",
                "{\"issuedOn\":\"5 January\"}",
                "{\"customerId\":\"a\",\"customerId\":\"b\"}",
                "{} and more",
                "not json",
                ""
            })
    void whatDoesNotFitIsRefused(String data) {
        assertThatThrownBy(() -> EventJson.read(data.getBytes(UTF_8), InvoiceIssued.class))
                .isInstanceOf(UncheckedIOException.class);
    }
}
