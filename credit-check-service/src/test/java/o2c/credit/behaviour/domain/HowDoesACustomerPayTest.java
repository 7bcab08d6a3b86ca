package o2c.credit.behaviour.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import o2c.credit.behaviour.domain.Behaviour.Promises;
import o2c.credit.behaviour.domain.PaidInvoice.Part;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How does a customer pay?")
class HowDoesACustomerPayTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final LocalDate DUE = LocalDate.of(2026, 1, 31);
    private static final Promises NONE = new Promises(0, 0);

    @Test
    @DisplayName("(1,000, +10), (5,000, −2), (2,500, +45), (500, 0): signed 12.50, early as nothing 13.61, mean 13.25")
    void weightedDaysLate() {
        Behaviour behaviour =
                Behaviour.of(List.of(paid("1000", 10), paid("5000", -2), paid("2500", 45), paid("500", 0)), NONE, DAY);

        assertThat(behaviour.weightedSignedDays()).isEqualTo("12.5000");
        assertThat(behaviour.weightedDaysLate()).isEqualTo("13.6111");
        assertThat(behaviour.averageSignedDays()).isEqualTo("13.2500");
        assertThat(behaviour.averageDaysLate()).isEqualTo("13.7500");
        assertThat(behaviour.maxDaysLate()).isEqualTo(45);
        assertThat(behaviour.lateInvoices()).isEqualTo(2);
        assertThat(behaviour.lateShare()).isEqualTo("50.00");
        assertThat(behaviour.averageDaysToSettle()).isEqualTo("43.2500");
    }

    @Test
    @DisplayName("Twelve payments: the last three months against the nine before")
    void trend() {
        List<PaidInvoice> invoices = new ArrayList<>();
        for (int month = 0; month < 9; month++) {
            invoices.add(settled(LocalDate.of(2025, 4, 1).plusMonths(month), 4));
        }
        for (int month = 9; month < 12; month++) {
            invoices.add(settled(LocalDate.of(2025, 4, 1).plusMonths(month), 19));
        }

        Behaviour behaviour = Behaviour.of(invoices, NONE, DAY);
        assertThat(behaviour.invoices()).isEqualTo(12);
        assertThat(behaviour.trend()).isEqualTo("15.0000");
        assertThat(behaviour.weightedDaysLate()).isEqualTo("7.7500");
        assertThat(Behaviour.of(invoices.subList(0, 9), NONE, DAY).trend()).isNull();
    }

    @Test
    @DisplayName("Money in parts weighs by part; the invoice is settled by the last of them")
    void parts() {
        PaidInvoice invoice = new PaidInvoice(
                UUID.randomUUID(),
                DUE.minusDays(30),
                DUE,
                new BigDecimal("100"),
                List.of(part(20, "25"), part(-5, "75")),
                false,
                null);

        assertThat(invoice.settledOn()).contains(DUE.plusDays(20));
        Behaviour behaviour = Behaviour.of(List.of(invoice), NONE, DAY);
        assertThat(behaviour.weightedSignedDays()).isEqualTo("1.2500");
        assertThat(behaviour.averageDaysLate()).isEqualTo("20.0000");
        assertThat(Behaviour.of(List.of(invoice), NONE, DUE.plusDays(19)).settled())
                .isZero();
    }

    @Test
    @DisplayName("A returned payment was none, and what is granted closes an invoice without weighing as money")
    void undoneAndGranted() {
        PaidInvoice returned = invoice(part(20, "100"), part(20, "-100"));
        PaidInvoice granted = invoice(part(10, "60"), new Part(DUE.plusDays(40), new BigDecimal("40"), false));

        assertThat(returned.open()).isEqualByComparingTo("100");
        Behaviour behaviour = Behaviour.of(List.of(returned, granted), NONE, DAY);
        assertThat(behaviour.weightedDaysLate()).isEqualTo("10.0000");
        assertThat(behaviour.settled()).isEqualTo(1);
        assertThat(behaviour.overdueShare()).isEqualTo("100.00");
        assertThat(behaviour.oldestOverdueDays()).isEqualTo(59);
    }

    private static PaidInvoice invoice(Part... parts) {
        return new PaidInvoice(
                UUID.randomUUID(), DUE.minusDays(30), DUE, new BigDecimal("100"), List.of(parts), false, null);
    }

    @Test
    void whatIsOpenAndLateIsTold() {
        PaidInvoice late = new PaidInvoice(
                UUID.randomUUID(), DUE.minusDays(30), DUE, new BigDecimal("300"), List.of(part(1, "100")), true, null);
        PaidInvoice notDue = new PaidInvoice(
                UUID.randomUUID(), DAY, DAY.plusDays(30), new BigDecimal("600"), List.of(), false, null);

        Behaviour behaviour = Behaviour.of(List.of(late, notDue), new Promises(3, 1), DAY);
        assertThat(behaviour.oldestOverdueDays()).isEqualTo(59);
        assertThat(behaviour.overdueShare()).isEqualTo("25.00");
        assertThat(behaviour.disputeRate()).isEqualTo("50.00");
        assertThat(behaviour.disputedAmountShare()).isEqualTo("33.33");
        assertThat(behaviour.promiseRate()).isEqualTo("75.00");
    }

    @Test
    void ofNothingNothingIsComputed() {
        Behaviour behaviour = Behaviour.of(List.of(), NONE, DAY);

        assertThat(behaviour.weightedDaysLate()).isNull();
        assertThat(behaviour.lateShare()).isNull();
        assertThat(behaviour.promiseRate()).isNull();
        assertThat(behaviour.oldestOverdueDays()).isNull();
    }

    private static PaidInvoice paid(String amount, int daysLate) {
        return new PaidInvoice(
                UUID.randomUUID(),
                DUE.minusDays(30),
                DUE,
                new BigDecimal(amount),
                List.of(part(daysLate, amount)),
                false,
                null);
    }

    private static PaidInvoice settled(LocalDate due, int daysLate) {
        return new PaidInvoice(
                UUID.randomUUID(),
                due.minusDays(30),
                due,
                new BigDecimal("10"),
                List.of(new Part(due.plusDays(daysLate), new BigDecimal("10"))),
                false,
                null);
    }

    private static Part part(int daysLate, String amount) {
        return new Part(DUE.plusDays(daysLate), new BigDecimal(amount));
    }
}
