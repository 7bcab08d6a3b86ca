package o2c.invoice.receivables.domain;

import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static o2c.invoice.receivables.domain.Samples.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import o2c.contracts.InvoiceEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("When is an invoice overdue?")
class WhenIsAnInvoiceOverdueTest {

    private final Invoice dueOn31January = invoice("2025-1", "100.00", "2025-01-01", "2025-01-31");

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2025-01-30,false", "2025-01-31,false", "2025-02-01,true", "2025-02-02,true"})
    @DisplayName("From the day after the last day for payment")
    void fromTheDayAfter(String on, boolean overdue) {
        assertThat(dueOn31January.isOverdueOn(day(on))).isEqualTo(overdue);
    }

    @Test
    @DisplayName("Never once it is paid")
    void neverOncePaid() {
        Invoice paid = dueOn31January.pay(eur("100.00"), day("2025-01-20")).next();

        assertThat(paid.isOverdueOn(day("2025-06-01"))).isFalse();
    }

    @Test
    @DisplayName("A part that stays open is overdue")
    void aPartIsEnough() {
        Invoice partlyPaid = dueOn31January.pay(eur("99.99"), day("2025-01-20")).next();

        assertThat(partlyPaid.isOverdueOn(day("2025-02-01"))).isTrue();
    }

    @Test
    @DisplayName("The first day that opens after it declares it once, with what is still open")
    void declaredOnce() {
        var declared = dueOn31January.fallOverdue(day("2025-02-01"));

        assertThat(declared.events())
                .containsExactly(new InvoiceEvent.PaymentOverdue(
                        dueOn31January.id(),
                        "C",
                        "S",
                        "2025-1",
                        day("2025-01-31"),
                        day("2025-01-31"),
                        day("2025-02-01"),
                        eur("100.00"),
                        false));
        assertThat(declared.next().status()).isEqualTo(InvoiceStatus.OVERDUE);
        assertThat(declared.next().fallOverdue(day("2025-02-02")).changedNothing())
                .isTrue();
    }
}
