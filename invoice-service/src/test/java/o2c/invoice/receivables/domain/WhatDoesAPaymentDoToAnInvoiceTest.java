package o2c.invoice.receivables.domain;

import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static o2c.invoice.receivables.domain.Samples.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import o2c.contracts.InvoiceEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What does a payment do to an invoice?")
class WhatDoesAPaymentDoToAnInvoiceTest {

    private final Invoice open = invoice("2025-1", "100.00", "2025-01-01", "2025-01-31");

    @Test
    @DisplayName("A part lowers what is outstanding and says nothing more")
    void partPayment() {
        var decision = open.pay(eur("40.00"), day("2025-01-10"));

        assertThat(decision.events()).isEmpty();
        assertThat(decision.next().outstanding()).isEqualTo(eur("60.00"));
        assertThat(decision.next().status()).isEqualTo(InvoiceStatus.OPEN);
    }

    @ParameterizedTest(name = "received {0}: {1} days late")
    @CsvSource({"2025-01-10,0", "2025-01-31,0", "2025-02-01,1", "2025-03-02,30"})
    @DisplayName("The whole settles it; lateness counts by the day the money came")
    void wholePayment(String receivedOn, int daysLate) {
        var decision = open.pay(eur("100.00"), day(receivedOn));

        assertThat(decision.next().status()).isEqualTo(InvoiceStatus.SETTLED);
        assertThat(decision.events())
                .containsExactly(
                        new InvoiceEvent.InvoiceSettled(open.id(), "C", "S", "2025-1", day(receivedOn), daysLate));
    }

    @Test
    @DisplayName("It is settled on the day of the latest money, in whatever order it is booked")
    void latestMoneyCounts() {
        var late = open.pay(eur("50.00"), day("2025-02-10")).next();

        var settled = late.pay(eur("50.00"), day("2025-01-05"));

        assertThat(settled.events())
                .containsExactly(new InvoiceEvent.InvoiceSettled(open.id(), "C", "S", "2025-1", day("2025-02-10"), 10));
    }

    @Test
    @DisplayName("More than is open is refused")
    void tooMuch() {
        assertThatThrownBy(() -> open.pay(eur("100.01"), day("2025-01-10")))
                .hasFieldOrPropertyWithValue("code", "payment-exceeds-outstanding");
    }

    @Test
    @DisplayName("Money in time that becomes known after the declaration takes the declaration back")
    void overdueWithdrawn() {
        var declared = open.fallOverdue(day("2025-02-01")).next();

        var decision = declared.pay(eur("100.00"), day("2025-01-31"));

        assertThat(decision.events())
                .containsExactly(
                        new InvoiceEvent.InvoiceSettled(open.id(), "C", "S", "2025-1", day("2025-01-31"), 0),
                        new InvoiceEvent.OverdueWithdrawn(open.id(), "C", "S", "2025-1", day("2025-01-31")));
        assertThat(decision.next().overdueOn()).isNull();
    }

    @Test
    @DisplayName("Where a part of the money came late, the declaration stands")
    void partLateStaysOverdue() {
        var declared = open.fallOverdue(day("2025-02-01")).next();

        var decision =
                declared.pay(eur("99.00"), day("2025-01-31")).then(rest -> rest.pay(eur("1.00"), day("2025-02-03")));

        assertThat(decision.events())
                .containsExactly(new InvoiceEvent.InvoiceSettled(open.id(), "C", "S", "2025-1", day("2025-02-03"), 3));
    }
}
