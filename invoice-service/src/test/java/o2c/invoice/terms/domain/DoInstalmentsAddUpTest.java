package o2c.invoice.terms.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Do instalments add up?")
class DoInstalmentsAddUpTest {

    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");

    @Test
    @DisplayName("to the total, none negative, for 10,000 random terms and totals")
    void always() {
        Random random = new Random(20260105);
        for (int i = 0; i < 10_000; i++) {
            String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            Money total = Money.of(
                    BigDecimal.valueOf(1 + random.nextInt(100_000_000), digits).toPlainString(), currency);
            List<InstalmentRule> rules = IntStream.rangeClosed(1, 1 + random.nextInt(24))
                    .mapToObj(n -> new InstalmentRule(
                            BigDecimal.valueOf(1 + random.nextInt(10_000), 2), DueRule.netDays(n * 30)))
                    .toList();
            List<Instalment> parts =
                    WhenIsAnInvoiceDueTest.terms(rules, List.of()).schedule(LocalDate.parse("2026-01-05"), total);

            assertThat(Money.sum(parts.stream().map(Instalment::amount).toList(), total.currency()))
                    .as("case %d", i)
                    .isEqualTo(total);
            assertThat(parts).extracting(Instalment::dueOn).isSorted();
            assertThat(parts).allMatch(part -> !part.amount().isNegative());
        }
    }
}
