package o2c.credit.exposure.domain;

import static o2c.credit.exposure.domain.ExposureKind.OPEN_CREDITS;
import static o2c.credit.exposure.domain.ExposureKind.OPEN_INVOICES;
import static o2c.credit.exposure.domain.ExposureKind.UNALLOCATED_CASH;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("From which day does an invoice or what happens to it count?")
class FromWhichDayDoesItCountTest {

    private static final Money TEN = Money.of("10.00", "EUR");
    private static final Money LESS = TEN.negated();
    private static final LocalDate DUE = LocalDate.of(2026, 4, 9);

    @ParameterizedTest(name = "issued {0}, money in {1} → counts from {2}")
    @CsvSource({
        "2026-03-10, 2026-03-25, 2026-03-25",
        "2026-03-10, 2026-03-10, 2026-03-10",
        "2026-03-10, 2026-03-01, 2026-03-10",
    })
    void aPaymentCountsFromItsReceiptButNotBeforeTheInvoice(LocalDate issued, LocalDate received, LocalDate on) {
        Receivable receivable = new Receivable(issued, DUE);

        assertThat(receivable.issued(TEN)).containsExactly(new Movement(OPEN_INVOICES, TEN, issued));
        assertThat(receivable.paid(TEN, received))
                .containsExactly(new Movement(OPEN_INVOICES, LESS, on), new Movement(UNALLOCATED_CASH, LESS, on));
    }

    @ParameterizedTest(name = "issued {0}, booked {1} → counts from {2}")
    @CsvSource({
        "2026-03-10, 2026-03-25, 2026-03-25",
        "2026-03-10, 2026-03-01, 2026-03-10",
    })
    void whatIsGivenUpPaidForChargesOrOwedAgainMovesOneLine(LocalDate issued, LocalDate booked, LocalDate on) {
        Receivable receivable = new Receivable(issued, DUE);

        assertThat(receivable.givenUp(TEN, booked)).containsExactly(new Movement(OPEN_INVOICES, LESS, on));
        assertThat(receivable.owedAgain(TEN, booked)).containsExactly(new Movement(OPEN_INVOICES, TEN, on));
        assertThat(receivable.chargesPaid(TEN, booked)).containsExactly(new Movement(UNALLOCATED_CASH, LESS, on));
    }

    @ParameterizedTest(name = "issued {0}, due {1}, credited {2}, wrong from the start: {3} → counts from {4}")
    @CsvSource({
        "2026-03-10, 2026-04-09, 2026-03-25, false, 2026-03-25",
        "2026-03-10, 2026-04-09, 2026-03-25, true,  2026-03-25",
        "2026-03-10, 2026-04-09, 2026-04-20, false, 2026-04-20",
        "2026-03-10, 2026-04-09, 2026-04-20, true,  2026-04-09",
        "2026-03-10, 2026-04-09, 2026-03-01, true,  2026-03-10",
        "2026-03-10, 2026-03-05, 2026-04-20, true,  2026-03-10",
    })
    void aCreditCountsFromTheDueDayWhereTheInvoiceWasWrongFromTheStart(
            LocalDate issued, LocalDate due, LocalDate credited, boolean fromTheStart, LocalDate on) {
        assertThat(new Receivable(issued, due).credited(TEN, credited, fromTheStart))
                .containsExactly(new Movement(OPEN_INVOICES, LESS, on), new Movement(OPEN_CREDITS, LESS, on));
    }

    @Test
    void whatWasWrittenOffInTheLedgerOnlyStaysOverdueWhateverIsPaid() {
        Overdue overdue = new Overdue(
                2,
                DUE,
                List.of(new Overdue.Item(DUE, TEN.minus(TEN)), new Overdue.Item(DUE.plusDays(1), TEN)),
                List.of(TEN));

        assertThat(overdue.paid(TEN).invoices()).isEqualTo(1);
        assertThat(overdue.paid(TEN).oldestDueOn()).isEqualTo(DUE);
    }
}
