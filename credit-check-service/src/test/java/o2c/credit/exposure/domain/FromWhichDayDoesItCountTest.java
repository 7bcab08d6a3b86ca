package o2c.credit.exposure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("From which day does an invoice or a payment of it count?")
class FromWhichDayDoesItCountTest {

    private static final Money TEN = Money.of("10.00", "EUR");

    @ParameterizedTest(name = "issued {0}, money in {1} → counts from {2}")
    @CsvSource({
        "2026-03-10, 2026-03-25, 2026-03-25",
        "2026-03-10, 2026-03-10, 2026-03-10",
        "2026-03-10, 2026-03-01, 2026-03-10",
    })
    void aPaymentCountsFromItsReceiptButNotBeforeTheInvoice(LocalDate issued, LocalDate received, LocalDate on) {
        Receivable receivable = new Receivable(issued);

        assertThat(receivable.issued(TEN)).containsExactly(new Movement(ExposureKind.OPEN_INVOICES, TEN, issued));
        assertThat(receivable.paid(TEN, received))
                .containsExactly(
                        new Movement(ExposureKind.OPEN_INVOICES, TEN.negated(), on),
                        new Movement(ExposureKind.UNALLOCATED_CASH, TEN.negated(), on));
    }
}
