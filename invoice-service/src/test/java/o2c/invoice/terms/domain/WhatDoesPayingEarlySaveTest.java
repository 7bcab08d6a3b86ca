package o2c.invoice.terms.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What does paying early save?")
class WhatDoesPayingEarlySaveTest {

    private static final LocalDate ISSUED = LocalDate.parse("2026-01-05");
    private static final DiscountStep EARLY = new DiscountStep(8, Percentage.of("3.00"));
    private static final DiscountStep LATER = new DiscountStep(14, Percentage.of("2.00"));

    @Test
    @DisplayName("2 % of 1,490.64 is 29.81, so 1,460.83 within 14 days")
    void oracle() {
        Money total = Money.of("1490.64", "EUR");
        assertThat(LATER.of(total)).isEqualTo(Money.of("29.81", "EUR"));
        assertThat(total.minus(LATER.of(total))).isEqualTo(Money.of("1460.83", "EUR"));
        assertThat(LATER.asSkonto()).isEqualTo("#SKONTO#TAGE=14#PROZENT=2.00#");
    }

    @ParameterizedTest(name = "received {0}: {1}")
    @CsvSource({"2026-01-05, 3.00", "2026-01-13, 3.00", "2026-01-14, 2.00", "2026-01-19, 2.00", "2026-01-20, "})
    @DisplayName("the step of the day on which the money reached the account counts")
    void steps(LocalDate receivedOn, String percentage) {
        PaymentTerms terms = WhenIsAnInvoiceDueTest.terms(
                List.of(new InstalmentRule(BigDecimal.ONE, DueRule.netDays(30))), List.of(EARLY, LATER));
        assertThat(terms.discountOn(receivedOn, ISSUED)
                        .map(step -> step.percentage().value().toPlainString())
                        .orElse(null))
                .isEqualTo(percentage);
    }

    @Test
    @DisplayName("steps that do not give less later are refused")
    void order() {
        List<InstalmentRule> whole = List.of(new InstalmentRule(BigDecimal.ONE, DueRule.netDays(30)));
        WhenIsAnInvoiceDueTest.refused(
                "discounts-out-of-order", () -> WhenIsAnInvoiceDueTest.terms(whole, List.of(LATER, EARLY)));
        WhenIsAnInvoiceDueTest.refused("percentage-out-of-range", () -> new DiscountStep(1, Percentage.of("0.00")));
    }
}
