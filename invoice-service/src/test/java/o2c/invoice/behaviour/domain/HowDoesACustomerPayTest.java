package o2c.invoice.behaviour.domain;

import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import o2c.invoice.behaviour.domain.Loyalty.Kept;
import o2c.invoice.behaviour.domain.PaymentPractice.Paid;
import o2c.kernel.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How does a customer pay?")
class HowDoesACustomerPayTest {

    private static final LocalDate DUE = day("2025-03-31");

    /** 1,000 ten days late, 5,000 two days early, 2,500 forty-five days late, 500 on the day. */
    private static final PaymentPractice FOUR = practice("1000.00:10", "5000.00:-2", "2500.00:45", "500.00:0");

    @Test
    @DisplayName("Days late, signed or not, weighted or not")
    void daysLate() {
        assertThat(FOUR.weightedAverageSignedDays()).isEqualByComparingTo("12.5");
        assertThat(FOUR.weightedAverageDaysLate()).isEqualByComparingTo("13.6111");
        assertThat(FOUR.averageSignedDays()).isEqualByComparingTo("13.25");
        assertThat(FOUR.averageDaysLate()).isEqualByComparingTo("13.75");
        assertThat(FOUR.mostDaysLate()).isEqualTo(45);
        assertThat(FOUR.lateShare()).isEqualByComparingTo("0.5");
    }

    @Test
    @DisplayName("The repayment term runs from issue to the last money")
    void repaymentTerm() {
        assertThat(FOUR.averageRepaymentTerm()).isEqualByComparingTo("43.25");
        assertThat(FOUR.weightedRepaymentTerm()).isEqualByComparingTo("42.5");
    }

    @Test
    @DisplayName("Whoever has settled nothing has no average")
    void nothing() {
        assertThat(PaymentPractice.NONE.averageDaysLate()).isNull();
        assertThat(PaymentPractice.NONE.weightedAverageSignedDays()).isNull();
    }

    @Test
    @DisplayName("A day that moved for a holiday is not late, but its days are signed from the agreed day")
    void shifted() {
        PaymentPractice moved = PaymentPractice.of(
                List.of(new Paid(eur("10.00"), DUE.minusDays(30), DUE, DUE.plusDays(2), DUE.plusDays(2))));
        assertThat(moved.late()).isZero();
        assertThat(moved.daysLate()).isZero();
        assertThat(moved.signedDays()).isEqualTo(2);
    }

    @ParameterizedTest(name = "own {0}, everybody {1}, due {2}: {3}, week {4}")
    @CsvSource({
        "3:10,9:20,2025-03-31,2025-04-10,0",
        "2:10,9:20,2025-03-31,2025-04-20,2",
        "0:0,2:20,2025-04-30,2025-04-30,3",
        "3:-5,9:20,2025-04-30,2025-04-25,3",
        "3:10,9:20,2025-01-31,2025-04-04,0",
        "3:10,9:20,2025-04-01,2025-04-11,1"
    })
    @DisplayName("Money is expected by the own habit, else by everybody's, never in the past")
    void habit(String own, String everybody, String dueOn, String expectedOn, int week) {
        PaymentHabit habit = PaymentHabit.of(alike(own), alike(everybody));
        LocalDate asOf = day("2025-04-03");
        assertThat(habit.expectedOn(day(dueOn), asOf)).isEqualTo(day(expectedOn));
        assertThat(habit.weekOf(day(dueOn), asOf)).isEqualTo(week);
    }

    @ParameterizedTest(name = "{0}, late now {1}: {2}, bonus {3}")
    @CsvSource({
        "iiii,false,4,4.00",
        "iiil,false,3,2.00",
        "liii,false,0,0.00",
        "iiii,true,0,0.00",
        "iiiii,false,5,4.00",
        "i,false,1,0.00"
    })
    @DisplayName("Two invoices of 100.00 in time in a row earn 1 %, one of them nothing, a late one ends it")
    void streak(String newestFirst, boolean lateNow, int streak, String bonus) {
        List<Kept> invoices = newestFirst
                .chars()
                .mapToObj(c -> new Kept(eur("100.00"), c == 'i'))
                .toList();
        Loyalty rule = new Loyalty(2, Percentage.of("1"));
        int counted = Loyalty.streak(invoices, lateNow);
        assertThat(counted).isEqualTo(streak);
        assertThat(rule.earned(invoices, counted, eur("0.00").currency())).isEqualTo(eur(bonus));
    }

    @Test
    @DisplayName("A reward out of all proportion is refused")
    void refused() {
        assertThatThrownBy(() -> new Loyalty(0, Percentage.of("1")).checked())
                .hasFieldOrPropertyWithValue("code", "streak-out-of-range");
        assertThatThrownBy(() -> new Loyalty(5, Percentage.of("100.01")).checked())
                .hasFieldOrPropertyWithValue("code", "percentage-out-of-range");
    }

    private static PaymentPractice practice(String... paid) {
        List<Paid> all = new ArrayList<>();
        for (String one : paid) {
            String[] parts = one.split(":");
            all.add(new Paid(eur(parts[0]), DUE.minusDays(30), DUE, DUE, DUE.plusDays(Long.parseLong(parts[1]))));
        }
        return PaymentPractice.of(all);
    }

    /** {@code 3:10} are three invoices ten days late. */
    private static PaymentPractice alike(String told) {
        String[] parts = told.split(":");
        String[] paid = new String[Integer.parseInt(parts[0])];
        Arrays.fill(paid, "100.00:" + parts[1]);
        return practice(paid);
    }
}
