package o2c.invoice.payments.domain;

import static o2c.invoice.receivables.domain.Samples.eur;
import static o2c.invoice.receivables.domain.Samples.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import o2c.invoice.receivables.domain.Invoice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which invoice does money go to when the payer named no amounts?")
class WhichInvoiceDoesMoneyGoToTest {

    private final Invoice a = invoice("A", "300.00", "2024-12-11", "2025-01-10");
    private final Invoice b = invoice("B", "500.00", "2025-01-11", "2025-02-10");
    private final Invoice c = invoice("C", "200.00", "2025-02-11", "2025-03-13");
    private final List<Invoice> open = List.of(c, a, b);

    @ParameterizedTest(name = "{0} quoting {1}: {2}")
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "600.00  | -       | A 300.00, B 300.00",
                "600.00  | C       | C 200.00, A 300.00, B 100.00",
                "500.00  | -       | B 500.00",
                "200.00  | A       | A 200.00",
                "600.00  | unknown | A 300.00, B 300.00",
                "1200.00 | -       | A 300.00, B 500.00, C 200.00",
                "0.01    | -       | A 0.01",
            })
    @DisplayName("To the quoted one, else to the only one of that amount, then in the order of law (6:43)")
    void order(String amount, String reference, String shares) {
        assertThat(told(AllocationOrder.split(eur(amount), reference, open))).isEqualTo(shares);
    }

    @Test
    @DisplayName("An amount that two invoices have says nothing; the oldest comes first")
    void ambiguousAmount() {
        Invoice twin = invoice("A2", "300.00", "2025-01-11", "2025-02-10");

        assertThat(told(AllocationOrder.split(eur("300.00"), null, List.of(twin, b, a))))
                .isEqualTo("A 300.00");
    }

    @Test
    @DisplayName("With nothing open it stays cash")
    void nothingOpen() {
        assertThat(AllocationOrder.split(eur("10.00"), null, List.of())).isEmpty();
    }

    private static String told(List<Share> shares) {
        return String.join(
                ", ",
                shares.stream()
                        .map(share -> share.invoice().content().invoiceNumber() + " "
                                + share.amount().amount())
                        .toList());
    }
}
