package o2c.invoice.payments.domain;

import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static o2c.invoice.receivables.domain.Samples.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import o2c.contracts.InvoiceEvent;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is announced when money comes in?")
class WhatIsAnnouncedWhenMoneyComesInTest {

    private static final UUID ID = Payments.ID;
    private final Invoice small = invoice("A", "30.00", "2025-01-01", "2025-01-31");
    private final Invoice large = invoice("B", "90.00", "2025-01-01", "2025-01-31");

    @Test
    @DisplayName("The receipt first, then what it was set against, then what it settled")
    void inThisOrder() {
        Decision<Payment.Allocated> decision = receive("100.00", "2025-01-20")
                .then(payment -> payment.allocate(
                        List.of(Share.of(small, eur("30.00")), Share.of(large, eur("60.00"))), day("2025-01-20")));

        assertThat(decision.events())
                .containsExactly(
                        new InvoiceEvent.PaymentReceived(
                                ID,
                                "C",
                                "S",
                                eur("100.00"),
                                BigDecimal.ONE,
                                eur("100.00"),
                                day("2025-01-20"),
                                "text",
                                null),
                        new InvoiceEvent.PaymentAllocated(
                                ID,
                                "C",
                                "S",
                                day("2025-01-20"),
                                day("2025-01-20"),
                                List.of(
                                        new InvoiceEvent.Allocation(small.id(), "A", eur("30.00"), eur("0.00")),
                                        new InvoiceEvent.Allocation(large.id(), "B", eur("60.00"), eur("30.00")))),
                        new InvoiceEvent.InvoiceSettled(small.id(), "C", "S", "A", day("2025-01-20"), 0));
        assertThat(decision.next().payment().unallocated()).isEqualTo(eur("10.00"));
    }

    @Test
    @DisplayName("Money for very many invoices in several events of at most 500 parts")
    void veryMany() {
        List<Share> shares = IntStream.range(0, 1_201)
                .mapToObj(i -> Share.of(invoice("N" + i, "2.00", "2025-01-01", "2025-01-31"), eur("1.00")))
                .toList();

        var decision = receive("2000.00", "2025-01-20").then(payment -> payment.allocate(shares, day("2025-01-20")));

        assertThat(decision.events())
                .filteredOn(InvoiceEvent.PaymentAllocated.class::isInstance)
                .extracting(event ->
                        ((InvoiceEvent.PaymentAllocated) event).allocations().size())
                .containsExactly(500, 500, 201);
        assertThat(decision.next().payment().unallocated()).isEqualTo(eur("799.00"));
    }

    @Test
    @DisplayName("Without an open invoice only the receipt")
    void onlyTheReceipt() {
        var decision = receive("100.00", "2025-01-20").then(payment -> payment.allocate(List.of(), day("2025-01-20")));

        assertThat(decision.events()).hasSize(1);
        assertThat(decision.next().payment().unallocated()).isEqualTo(eur("100.00"));
    }

    @Test
    @DisplayName("What cannot be is refused and names the share")
    void refusals() {
        Payment payment = receive("100.00", "2025-01-20").next();

        refused(payment, "payment-exceeds-outstanding", "/allocations/0/amount", Share.of(small, eur("30.01")));
        refused(
                payment,
                "allocation-exceeds-payment",
                "/allocations/1/amount",
                Share.of(small, eur("30.00")),
                Share.of(large, eur("70.01")));
        refused(payment, "amount-not-positive", "/allocations/0/amount", Share.of(small, eur("0.00")));
        refused(
                payment,
                "allocation-repeated",
                "/allocations/1/invoiceNumber",
                Share.of(small, eur("1.00")),
                Share.of(small, eur("1.00")));
    }

    @Test
    @DisplayName("A receipt after the business day, or of nothing, is refused")
    void receiptRefused() {
        assertThatThrownBy(() -> receive("1.00", "2025-02-01"))
                .hasFieldOrPropertyWithValue("code", "date-in-future")
                .hasFieldOrPropertyWithValue("pointer", "/receivedOn");
        assertThatThrownBy(() -> receive("0.00", "2025-01-20"))
                .hasFieldOrPropertyWithValue("code", "amount-not-positive");
    }

    private static Decision<Payment> receive(String amount, String receivedOn) {
        return Payment.receive(Payments.receipt(ID, amount, receivedOn), day("2025-01-31"));
    }

    private static void refused(Payment payment, String code, String pointer, Share... shares) {
        assertThatThrownBy(() -> payment.allocate(List.of(shares), day("2025-01-20")))
                .hasFieldOrPropertyWithValue("code", code)
                .hasFieldOrPropertyWithValue("pointer", pointer);
    }
}
