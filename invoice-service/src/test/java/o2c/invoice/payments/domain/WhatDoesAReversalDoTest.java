package o2c.invoice.payments.domain;

import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static o2c.invoice.receivables.domain.Samples.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import o2c.contracts.InvoiceEvent;
import o2c.invoice.payments.domain.Payment.Undone;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.receivables.domain.InvoiceStatus;
import o2c.kernel.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What happens when a payment turns out not to be one, or is paid back?")
class WhatDoesAReversalDoTest {

    private static final LocalDate PAID_ON = day("2025-01-20");
    private static final LocalDate TODAY = day("2025-02-10");
    private static final Charges NO_CHARGES = Charges.none(eur("0.00").currency());

    private final Invoice settled = invoice("A", "100.00", "2025-01-01", "2025-01-31")
            .pay(eur("98.00"), eur("2.00"), PAID_ON)
            .next();
    private final Payment paid = payment("120.00")
            .allocate(List.of(Share.of(invoice("A", "100.00", "2025-01-01", "2025-01-31"), eur("98.00"))), PAID_ON)
            .next()
            .payment();

    @Test
    @DisplayName("The invoice is owed again with its old due day, discount included, as a new opening")
    void reopens() {
        Invoice again = reversed(TODAY).next().invoices().get(0);
        assertThat(again.outstanding()).isEqualTo(eur("100.00"));
        assertThat(again.status()).isEqualTo(InvoiceStatus.OPEN);
        assertThat(again.content().dueOn()).isEqualTo(day("2025-01-31"));
        assertThat(again.opening()).isEqualTo(2);
        assertThat(again.lastPaidOn()).isNull();
    }

    @Test
    @DisplayName("It falls overdue at the next opening, as one that came back")
    void overdueAgain() {
        Invoice again = reversed(TODAY).next().invoices().get(0);
        InvoiceEvent.PaymentOverdue overdue = (InvoiceEvent.PaymentOverdue)
                again.fallOverdue(day("2025-02-11")).events().get(0);
        assertThat(overdue.reopened()).isTrue();
        assertThat(overdue.dueOn()).isEqualTo(day("2025-01-31"));
    }

    @Test
    @DisplayName("An invoice that was only partly paid stays what it was")
    void partlyPaid() {
        Invoice late = invoice("B", "100.00", "2025-01-01", "2025-01-31")
                .fallOverdue(day("2025-02-01"))
                .next();
        Invoice partly = late.pay(eur("40.00"), day("2025-02-05")).next();
        Invoice again = partly.reopen(eur("40.00"), null);
        assertThat(again.outstanding()).isEqualTo(eur("100.00"));
        assertThat(again.status()).isEqualTo(InvoiceStatus.OVERDUE);
        assertThat(again.overdueOn()).isEqualTo(day("2025-02-01"));
        assertThat(again.opening()).isEqualTo(1);
    }

    @Test
    @DisplayName("One event tells all: the payment, the cash that is gone, and what is owed again")
    void announced() {
        assertThat(reversed(TODAY).events())
                .containsExactly(new InvoiceEvent.PaymentReversed(
                        Payments.ID,
                        "C",
                        "S",
                        eur("120.00"),
                        eur("22.00"),
                        TODAY,
                        "charged-back",
                        List.of(new InvoiceEvent.Allocation(settled.id(), "A", eur("100.00"), eur("100.00"))),
                        List.of()));
        assertThat(reversed(TODAY).next().payment().unallocated()).isEqualTo(eur("0.00"));
    }

    @Test
    @DisplayName("Charges that it had paid are claimed again")
    void charges() {
        Charges part = new Charges(eur("40.00"), eur("5.00"));
        var decision = payment("45.00")
                .reverse(
                        List.of(new Undone(settled, eur("0.00"), part, part, PAID_ON)),
                        ReversalReason.RETURNED,
                        TODAY,
                        TODAY);
        InvoiceEvent.PaymentReversed reversed =
                (InvoiceEvent.PaymentReversed) decision.events().get(0);
        assertThat(reversed.allocations()).isEmpty();
        assertThat(reversed.charges())
                .containsExactly(
                        new InvoiceEvent.PaidCharges(settled.id(), "A", eur("40.00"), eur("5.00"), eur("45.00")));
    }

    @Test
    @DisplayName("A refund takes unallocated cash, never more")
    void refund() {
        Decision<Payment> refunded = paid.release(Payment.REFUND, eur("20.00"), TODAY, TODAY);
        assertThat(refunded.next().unallocated()).isEqualTo(eur("2.00"));
        assertThat(refunded.next().refunded()).isEqualTo(eur("20.00"));
        assertThat(refunded.events())
                .containsExactly(new InvoiceEvent.CashReleased(
                        Payments.ID, "C", "S", "refund", eur("20.00"), eur("2.00"), TODAY));
        refused("refund-exceeds-unallocated", () -> paid.release(Payment.REFUND, eur("22.01"), TODAY, TODAY));
        refused("amount-not-positive", () -> paid.release(Payment.REFUND, eur("0.00"), TODAY, TODAY));
        refused("date-in-future", () -> paid.release(Payment.REFUND, eur("1.00"), TODAY.plusDays(1), TODAY));
        refused("refund-before-receipt", () -> paid.release(Payment.REFUND, eur("1.00"), day("2025-01-19"), TODAY));
    }

    @Test
    @DisplayName("What cannot be undone is refused")
    void refusals() {
        Payment gone = reversed(TODAY).next().payment();
        refused("payment-reversed", () -> gone.allocate(List.of(), TODAY));
        refused("payment-reversed", () -> gone.release(Payment.REFUND, eur("1.00"), TODAY, TODAY));
        refused("payment-reversed", () -> gone.reverse(List.of(), ReversalReason.MISTAKE, TODAY, TODAY));
        Payment refunded =
                paid.release(Payment.REFUND, eur("1.00"), TODAY, TODAY).next();
        refused("payment-refunded", () -> refunded.reverse(List.of(), ReversalReason.RETURNED, TODAY, TODAY));
        refused("date-in-future", () -> reversed(TODAY.plusDays(1)));
        refused("reversal-before-receipt", () -> reversed(day("2025-01-19")));
    }

    private Decision<Payment.Allocated> reversed(LocalDate on) {
        return paid.reverse(
                List.of(new Undone(settled, eur("100.00"), NO_CHARGES, NO_CHARGES, null)),
                ReversalReason.CHARGED_BACK,
                on,
                TODAY);
    }

    private static Payment payment(String amount) {
        return Payment.receive(Payments.receipt(Payments.ID, amount, "2025-01-20"), TODAY)
                .next();
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run).hasFieldOrPropertyWithValue("code", code);
    }
}
