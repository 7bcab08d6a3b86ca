package o2c.dunning.notices.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import o2c.dunning.notices.domain.NoticePeriod.Carrier;
import o2c.dunning.rates.domain.Jurisdiction;
import o2c.dunning.rates.domain.Shipped;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("When may a consumer be charged for collection?")
class WhenMayCostsBeChargedTest {

    @ParameterizedTest(name = "{0}: {1}: {5}")
    @CsvSource({
        "LT-1, NL post 2026-11-23, 2026-11-25, 2026-11-26, 2026-12-09, 2026-12-10",
        "LT-2, NL post 2026-11-26, 2026-11-28, 2026-11-29, 2026-12-12, 2026-12-13",
        "LT-3, NL post 2026-11-27, 2026-12-01, 2026-12-02, 2026-12-15, 2026-12-16",
        "LT-4, NL post 2026-12-23, 2026-12-29, 2026-12-30, 2027-01-12, 2027-01-13",
        "LT-5, NL email 2026-11-23, 2026-11-23, 2026-11-24, 2026-12-07, 2026-12-08",
        "LT-6, BE post 2026-03-02, 2026-03-05, 2026-03-05, 2026-03-18, 2026-03-19",
        "LT-7, BE email 2026-03-02, 2026-03-03, 2026-03-03, 2026-03-16, 2026-03-17",
        "Easter, NL letter 2026-04-02, 2026-04-04, 2026-04-05, 2026-04-18, 2026-04-19",
        "Easter Monday, BE post 2026-04-02, 2026-04-08, 2026-04-08, 2026-04-21, 2026-04-22",
        "Ascension, NL post 2026-05-13, 2026-05-16, 2026-05-17, 2026-05-30, 2026-05-31",
    })
    @DisplayName("Fourteen calendar days after the notice reached him")
    void after(String name, String sent, LocalDate received, LocalDate from, LocalDate to, LocalDate chargeable) {
        String[] part = sent.split(" ");
        NoticePeriod period = NoticePeriod.of(
                Jurisdiction.valueOf(part[0]), Carrier.ofCode(part[1]), LocalDate.parse(part[2]), Shipped.HOLIDAYS);

        assertThat(period).isEqualTo(new NoticePeriod(received, from, to, chargeable));
    }

    @Test
    @DisplayName("Where the law knows no such notice, there is no answer")
    void unknown() {
        assertThatThrownBy(() ->
                        NoticePeriod.of(Jurisdiction.DE, Carrier.POST, LocalDate.parse("2026-03-02"), Shipped.HOLIDAYS))
                .hasFieldOrPropertyWithValue("code", "notice-period-unknown");
        assertThatThrownBy(() -> Carrier.ofCode("pigeon")).hasFieldOrPropertyWithValue("code", "value-unknown");
    }
}
