package o2c.invoice.payments.domain;

import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static o2c.invoice.receivables.domain.Samples.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import o2c.contracts.InvoiceEvent;
import o2c.kernel.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What becomes of the rest when an invoice is paid short?")
class WhatBecomesOfARestTest {

    /** 1,210.00 of 2025-01-01: 3 % (36.30) until the 8th, 2 % (24.20) until the 15th. */
    private final Debt debt = new Debt(
            invoice("A", "1210.00", "2025-01-01", "2025-01-31"),
            Charges.none(eur("0.00").currency()),
            false,
            BigDecimal.ZERO,
            List.of(
                    new DiscountStep(day("2025-01-08"), Percentage.of("3")),
                    new DiscountStep(day("2025-01-15"), Percentage.of("2"))));

    private final CashRules rules =
            new CashRules(ChargesOrder.PRINCIPAL_FIRST, new Tolerance(new BigDecimal("0.05"), null), Tolerance.NONE);

    @ParameterizedTest(name = "{0} on {1}: discount {2}, difference {3}, {4}")
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "1210.00 | 2025-01-08 | 0.00  | 0.00 | -",
                "1173.70 | 2025-01-08 | 36.30 | 0.00 | -",
                "1173.70 | 2025-01-09 | 24.20 | 0.00 | DISCOUNT_TAKEN_LATE",
                "1185.80 | 2025-01-15 | 24.20 | 0.00 | -",
                "1185.80 | 2025-01-16 | 0.00  | 0.00 | DISCOUNT_TAKEN_LATE",
                "1173.70 | 2025-01-16 | 0.00  | 0.00 | DISCOUNT_TAKEN_LATE",
                "1185.83 | 2025-01-16 | 0.00  | 0.00 | DISCOUNT_TAKEN_LATE",
                "1185.78 | 2025-01-15 | 24.20 | 0.02 | -",
                "1200.00 | 2025-01-15 | 10.00 | 0.00 | -",
                "1209.95 | 2025-01-31 | 0.00  | 0.05 | -",
                "1209.94 | 2025-01-31 | 0.00  | 0.00 | UNDERPAID",
                "600.00  | 2025-01-08 | 0.00  | 0.00 | UNDERPAID"
            })
    @DisplayName("Earned discount and small differences are granted; what was deducted too late stays open and says so")
    void judged(String amount, String on, String discount, String difference, Deduction.Reason reason) {
        Deduction deduction = order(on).named(debt, eur(amount)).deduction();
        assertThat(deduction.discount()).isEqualTo(eur(discount));
        assertThat(deduction.smallDifference()).isEqualTo(eur(difference));
        assertThat(deduction.reason()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0} of {1}, at most {2} and {3} %: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "0.05,100.00,0.05,-,true",
                "0.06,100.00,0.05,-,false",
                "0.05,100.00,1.00,0.05,true",
                "0.06,100.00,1.00,0.05,false",
                "0.00,100.00,1.00,-,false"
            })
    @DisplayName("A tolerance is an amount, and where told a share as well")
    void tolerance(String difference, String whole, BigDecimal amount, BigDecimal percentage, boolean covered) {
        Tolerance tolerance = new Tolerance(amount, percentage == null ? null : new Percentage(percentage));
        assertThat(tolerance.covers(eur(difference), eur(whole))).isEqualTo(covered);
    }

    @Test
    @DisplayName("Money that is short by exactly a discount points at that invoice, among others")
    void pointsAtTheInvoice() {
        Debt older = Debt.of(invoice("B", "5000.00", "2024-12-01", "2024-12-31"));
        assertThat(Payments.told(order("2025-01-15").split(eur("1185.80"), Naming.NOTHING, List.of(older, debt))))
                .isEqualTo("A 1185.80");
    }

    @Test
    @DisplayName("Nobody is granted a discount on an invoice he did not point at")
    void notMeant() {
        Debt older = Debt.of(invoice("B", "5000.00", "2024-12-01", "2024-12-31"));
        List<Share> shares = order("2025-01-15").split(eur("6190.00"), Naming.NOTHING, List.of(older, debt));
        assertThat(shares.get(1).amount()).isEqualTo(eur("1190.00"));
        assertThat(shares.get(1).deduction()).isEqualTo(Deduction.nothing(eur("0.00")));
    }

    @Test
    @DisplayName("What was granted is announced after the money, each with what stays open")
    void announced() {
        var decision = Payment.receive(Payments.receipt(Payments.ID, "1185.78", "2025-01-15"), day("2025-01-15"))
                .then(payment ->
                        payment.allocate(List.of(order("2025-01-15").named(debt, eur("1185.78"))), day("2025-01-15")));
        assertThat(decision.events().subList(1, 5))
                .containsExactly(
                        new InvoiceEvent.PaymentAllocated(
                                Payments.ID,
                                "C",
                                "S",
                                day("2025-01-15"),
                                day("2025-01-15"),
                                List.of(new InvoiceEvent.Allocation(
                                        debt.invoice().id(), "A", eur("1185.78"), eur("24.22")))),
                        new InvoiceEvent.DiscountTaken(
                                Payments.ID,
                                debt.invoice().id(),
                                "C",
                                "S",
                                "A",
                                eur("24.20"),
                                eur("0.02"),
                                day("2025-01-15")),
                        new InvoiceEvent.InvoiceWrittenOff(
                                new Announcement(decision.next().payment(), null).writeOffId(debt.invoice()),
                                debt.invoice().id(),
                                "C",
                                "S",
                                "A",
                                "small-difference",
                                eur("0.02"),
                                eur("0.00"),
                                day("2025-01-15"),
                                false),
                        new InvoiceEvent.InvoiceSettled(debt.invoice().id(), "C", "S", "A", day("2025-01-15"), 0));
    }

    @ParameterizedTest(name = "{0} and {1} %")
    @CsvSource(
            nullValues = "-",
            value = {"-0.01,-,/underpayment/amount", "1000.01,-,/underpayment/amount", "1,101,/underpayment/percentage"
            })
    @DisplayName("A tolerance out of all proportion is refused")
    void refused(BigDecimal amount, BigDecimal percentage, String pointer) {
        Tolerance tolerance = new Tolerance(amount, percentage == null ? null : new Percentage(percentage));
        CashRules told = new CashRules(ChargesOrder.LAW, tolerance, Tolerance.NONE);
        assertThatThrownBy(told::checked)
                .hasFieldOrPropertyWithValue("code", "tolerance-out-of-range")
                .hasFieldOrPropertyWithValue("pointer", pointer);
    }

    private AllocationOrder order(String on) {
        return new AllocationOrder(rules, day(on), day(on));
    }
}
