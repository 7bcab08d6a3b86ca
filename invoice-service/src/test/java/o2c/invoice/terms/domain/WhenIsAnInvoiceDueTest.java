package o2c.invoice.terms.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import o2c.invoice.terms.domain.DueRule.Method;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("When is an invoice due under its terms?")
class WhenIsAnInvoiceDueTest {

    @ParameterizedTest(name = "{0}, {1} months, {2} days, day {3}: issued {4} is due {5}")
    @CsvSource({
        "NET,                 0, 30,   , 2026-01-31, 2026-03-02",
        "NET,                 1,  0,   , 2026-01-31, 2026-02-28",
        "NET,                 1,  0,   , 2028-01-31, 2028-02-29",
        "NET,                 0,  0,   , 2026-01-31, 2026-01-31",
        "DAYS_THEN_MONTH_END, 0, 45,   , 2026-01-20, 2026-03-31",
        "MONTH_END_THEN_DAYS, 0, 45,   , 2026-01-20, 2026-03-17",
        "DAYS_THEN_MONTH_END, 0,  0,   , 2026-01-31, 2026-01-31",
        "MONTH_END_THEN_DAYS, 1,  0,   , 2026-01-15, 2026-02-28",
        "FIXED_DAY,           0,  0, 15, 2026-01-15, 2026-01-15",
        "FIXED_DAY,           0,  0, 15, 2026-01-16, 2026-02-15",
        "FIXED_DAY,           0, 10, 31, 2026-02-01, 2026-02-28",
        "FIXED_DAY,           0, 30, 31, 2026-01-31, 2026-03-31",
    })
    @DisplayName("it depends on the method")
    void method(Method method, int months, int days, Integer dayOfMonth, LocalDate issuedOn, LocalDate dueOn) {
        assertThat(new DueRule(method, months, days, dayOfMonth).dueOn(issuedOn))
                .isEqualTo(dueOn);
    }

    @ParameterizedTest(name = "due {0} is payable until {1}")
    @CsvSource({
        "2026-04-02, 2026-04-02",
        "2026-04-03, 2026-04-07",
        "2026-04-04, 2026-04-07",
        "2026-05-01, 2026-05-04",
        "2026-12-25, 2026-12-28",
        "2026-01-01, 2026-01-02",
        "2027-12-31, 2027-12-31",
        "2026-12-31, 2027-01-04",
    })
    @DisplayName("where the terms say so, the last day for payment moves to the next bank business day")
    void shift(LocalDate dueOn, LocalDate payableOn) {
        Set<LocalDate> ownHoliday = Set.of(LocalDate.parse("2026-12-31"));
        assertThat(HolidayShift.FOLLOWING.payableOn(dueOn, ownHoliday)).isEqualTo(payableOn);
        assertThat(HolidayShift.NONE.payableOn(dueOn, ownHoliday)).isEqualTo(dueOn);
    }

    @ParameterizedTest
    @CsvSource({"2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2000-04-23"})
    @DisplayName("Easter is known for any year")
    void easter(LocalDate sunday) {
        assertThat(TargetDays.easterSunday(sunday.getYear())).isEqualTo(sunday);
    }

    @ParameterizedTest(name = "{0} in parts of {1} is {2}")
    @CsvSource({
        "100.00, 1 1 1, 33.33 33.33 33.34",
        "0.02, 1 1 1, 0.00 0.01 0.01",
        "1210.00, 50 30 20, 605.00 363.00 242.00",
        "1000.01, 33.3 33.3 33.4, 333.00 333.00 334.01",
    })
    @DisplayName("instalments add up to the total, by largest remainder")
    void instalments(String total, String weights, String parts) {
        List<InstalmentRule> rules = List.of(weights.split(" ")).stream()
                .map(weight -> new InstalmentRule(new BigDecimal(weight), DueRule.netDays(30)))
                .toList();
        PaymentTerms terms = terms(rules, List.of());
        assertThat(terms.schedule(LocalDate.parse("2026-01-05"), Money.of(total, "EUR")))
                .extracting(part -> part.amount().amount().toPlainString())
                .containsExactly(parts.split(" "));
    }

    @Test
    @DisplayName("each instalment has its own day")
    void ownDays() {
        PaymentTerms terms = terms(
                List.of(
                        new InstalmentRule(BigDecimal.ONE, DueRule.netDays(0)),
                        new InstalmentRule(BigDecimal.ONE, new DueRule(Method.NET, 1, 0, null)),
                        new InstalmentRule(BigDecimal.ONE, new DueRule(Method.NET, 2, 0, null))),
                List.of());
        assertThat(terms.schedule(LocalDate.parse("2026-01-31"), Money.of("90.00", "EUR")))
                .extracting(Instalment::dueOn)
                .containsExactly(
                        LocalDate.parse("2026-01-31"), LocalDate.parse("2026-02-28"), LocalDate.parse("2026-03-31"));
    }

    @Test
    @DisplayName("terms whose instalments or days are out of order are refused")
    void outOfOrder() {
        InstalmentRule late = new InstalmentRule(BigDecimal.ONE, DueRule.netDays(60));
        InstalmentRule early = new InstalmentRule(BigDecimal.ONE, DueRule.netDays(30));
        refused("instalments-out-of-order", () -> terms(List.of(late, early), List.of()));
        refused("instalments-out-of-range", () -> terms(List.of(), List.of()));
        refused("terms-out-of-range", () -> DueRule.netDays(731));
        refused("terms-out-of-range", () -> DueRule.netDays(-1));
        refused("terms-out-of-range", () -> new DueRule(Method.FIXED_DAY, 0, 0, null));
        refused("terms-out-of-range", () -> new DueRule(Method.NET, 0, 0, 3));
        refused("weight-not-positive", () -> new InstalmentRule(BigDecimal.ZERO, DueRule.netDays(1)));
        refused("interest-rate-wrong", () -> new LateInterest(LateInterest.Basis.CONTRACTUAL, null, null));
        refused("interest-rate-wrong", () -> new LateInterest(LateInterest.Basis.NONE, BigDecimal.TEN, null));
    }

    @Test
    @DisplayName("the version in force is the latest that began, and of two for one day the later")
    void versions() {
        List<TermsVersion> versions = List.of(
                version(1, "2026-01-01"), version(2, "2026-03-01"), version(3, "2026-03-01"), version(4, "2026-02-01"));
        assertThat(TermsVersion.inForceOn(LocalDate.parse("2025-12-31"), versions))
                .isEmpty();
        assertThat(inForce("2026-01-31", versions)).isEqualTo(1);
        assertThat(inForce("2026-02-28", versions)).isEqualTo(4);
        assertThat(inForce("2026-03-01", versions)).isEqualTo(3);
    }

    private static int inForce(String day, List<TermsVersion> versions) {
        return TermsVersion.inForceOn(LocalDate.parse(day), versions)
                .orElseThrow()
                .version();
    }

    private static TermsVersion version(int version, String from) {
        return new TermsVersion("t", version, LocalDate.parse(from), PaymentTerms.net(30));
    }

    static PaymentTerms terms(List<InstalmentRule> rules, List<DiscountStep> discounts) {
        return new PaymentTerms("t", rules, discounts, LateInterest.STATUTORY, HolidayShift.NONE, Set.of());
    }

    static void refused(String code, ThrowingCallable what) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(what)
                .extracting(RuleBroken::code)
                .isEqualTo(code);
    }
}
