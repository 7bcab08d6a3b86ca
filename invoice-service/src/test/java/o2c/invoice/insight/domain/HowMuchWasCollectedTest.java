package o2c.invoice.insight.domain;

import static o2c.invoice.receivables.domain.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import o2c.invoice.insight.domain.CollectionEffectiveness.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How much of what could be collected was?")
class HowMuchWasCollectedTest {

    @ParameterizedTest(name = "{0} + {1}, left {2} of which current {3}: {4} %")
    @CsvSource(
            nullValues = "-",
            value = {
                "180000.00,250000.00,212000.00,150000.00,77.86",
                "0.00,250000.00,212000.00,150000.00,38.00",
                "100.00,0.00,0.00,0.00,100.00",
                "100.00,50.00,50.00,50.00,100.00",
                "100.00,50.00,150.00,50.00,0.00",
                "0.00,50.00,50.00,50.00,-",
                "0.00,0.00,0.00,0.00,-"
            })
    @DisplayName("What was paid, of what was owed and sold less what is not due yet; without any of that no figure")
    void percent(String begin, String sales, String end, String endCurrent, BigDecimal percent) {
        Period period = new Period(eur(begin), eur(sales), eur(end), eur(endCurrent));
        assertThat(CollectionEffectiveness.of(period)
                        .map(CollectionEffectiveness::percent)
                        .orElse(null))
                .isEqualTo(percent);
    }
}
