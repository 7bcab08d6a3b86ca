package o2c.invoice.insight.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import o2c.invoice.insight.domain.DaysSalesOutstanding.Sales;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How many days of sales are outstanding?")
class HowManyDaysOfSalesAreOutstandingTest {

    private static final Money RECEIVABLES = eur("212000.00");

    @ParameterizedTest(name = "{0} of {1} in {2} days: {3}")
    @CsvSource({
        "212000.00,250000.00,90,76.3200",
        "150000.00,250000.00,90,54.0000",
        "60000.00,100000.00,31,18.6000",
        "0.00,100000.00,31,0.0000",
        "1.00,3.00,1,0.3333",
        "2.00,3.00,1,0.6667"
    })
    @DisplayName("Simple, and best possible with what is not overdue: receivables over sales times days")
    void simple(String receivables, String sales, int days, String expected) {
        assertThat(DaysSalesOutstanding.simple(eur(receivables), new Sales(eur(sales), days))
                        .days())
                .isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest(name = "months of {0}, {1}, {2} days: {3}")
    @CsvSource({"30,30,30,73.7143", "31,28,31,73.1714"})
    @DisplayName("Count-back: whole months of sales, newest first, then the share of the last")
    void countback(int march, int february, int january, String expected) {
        var months = List.of(
                new Sales(eur("100000.00"), march),
                new Sales(eur("80000.00"), february),
                new Sales(eur("70000.00"), january));

        var counted = DaysSalesOutstanding.countback(RECEIVABLES, months);

        assertThat(counted.days()).isEqualTo(new BigDecimal(expected));
        assertThat(counted.complete()).isTrue();
    }

    @Test
    @DisplayName("nothing owed is no days of sales, also when nothing was sold lately")
    void countbackOfNothing() {
        List<Sales> months = List.of(new Sales(eur("0.00"), 9), new Sales(eur("100.00"), 31));
        assertThat(DaysSalesOutstanding.countback(eur("0.00"), months).days()).isEqualByComparingTo("0");
        assertThat(DaysSalesOutstanding.countback(eur("100.00"), months).days()).isEqualByComparingTo("40");
    }

    @Test
    @DisplayName("Count-back stays inside the newest month when little is open, and passes months without sales")
    void countbackEdges() {
        assertThat(DaysSalesOutstanding.countback(eur("60000.00"), List.of(new Sales(eur("100000.00"), 31)))
                        .days())
                .isEqualTo("18.6000");
        assertThat(DaysSalesOutstanding.countback(
                                eur("50.00"), List.of(new Sales(eur("0.00"), 31), new Sales(eur("100.00"), 28)))
                        .days())
                .isEqualTo("45.0000");
    }

    @Test
    @DisplayName("Count-back says when it ran out of sales")
    void ranOut() {
        var counted = DaysSalesOutstanding.countback(eur("150.00"), List.of(new Sales(eur("100.00"), 31)));

        assertThat(counted.days()).isEqualTo("31.0000");
        assertThat(counted.complete()).isFalse();
    }

    @Test
    @DisplayName("Without sales there is no answer")
    void salesZero() {
        var nothingSold = new Sales(eur("0.00"), 30);

        assertThatThrownBy(() -> DaysSalesOutstanding.simple(RECEIVABLES, nothingSold))
                .hasFieldOrPropertyWithValue("code", "sales-zero");
        assertThatThrownBy(() -> DaysSalesOutstanding.countback(RECEIVABLES, List.of(nothingSold)))
                .hasFieldOrPropertyWithValue("code", "sales-zero");
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
