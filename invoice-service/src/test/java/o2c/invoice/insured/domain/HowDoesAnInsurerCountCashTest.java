package o2c.invoice.insured.domain;

import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import o2c.invoice.insured.domain.CashFact.Issued;
import o2c.invoice.insured.domain.CashFact.Lowered;
import o2c.invoice.insured.domain.CashFact.Moved;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How does an insurer count the cash of a customer?")
class HowDoesAnInsurerCountCashTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "the oldest first, whatever was quoted | A 300 01-01, B 500 02-01, cash 600 03-01 | - | A 300 B 300 +"
                        + " 0",
                "what is left over waits               | A 300 01-01, cash 400 02-01              | - | A 300 + 100",
                "and goes to what comes later          | cash 400 01-01, A 300 02-01              | - | A 300 + 100",
                "a credit frees cash for the next      | A 300 01-01, B 100 01-02, cash 300 02-01, A -50 03-01"
                        + " | - | A 250 B 50 + 0",
                "cash that goes back, youngest first   | A 300 01-01, B 100 01-02, cash 400 02-01, cash -150 03-01"
                        + " | - | A 250 B 0 + 0",
                "in proportion after the loss          | A 300 01-01, B 100 01-02, cash 100 04-01 | 03-01"
                        + " | A 75 B 25 + 0",
                "before the loss as before             | A 300 01-01, B 100 01-02, cash 100 02-01, cash 150 04-01"
                        + " | 03-01 | A 200 B 50 + 0",
                "what is delivered after it comes last | A 300 01-01, B 100 03-02, cash 320 04-01 | 03-01"
                        + " | A 300 B 20 + 0",
            })
    @DisplayName("Oldest first, after the loss in proportion")
    void counted(String situation, String facts, String lossOn, String told) {
        InsurerView view = InsurerView.of(
                read(facts),
                lossOn == null ? null : day("2025-" + lossOn),
                eur("0.00").currency());
        assertThat(told(view, facts)).isEqualTo(told);
    }

    private static List<CashFact> read(String text) {
        List<CashFact> facts = new ArrayList<>();
        for (String fact : text.split(", ")) {
            String[] words = fact.strip().split(" ");
            var on = day("2025-" + words[2]);
            var amount = eur(words[1] + ".00");
            if (words[0].equals("cash")) {
                facts.add(new Moved(on, amount));
            } else if (amount.isNegative()) {
                facts.add(new Lowered(id(words[0]), on, amount.negated()));
            } else {
                facts.add(new Issued(id(words[0]), words[0], on, on.plusDays(30), amount));
            }
        }
        return facts;
    }

    private static String told(InsurerView view, String facts) {
        String items = Arrays.stream(new String[] {"A", "B"})
                .filter(name -> facts.contains(name + " "))
                .map(name -> name + " " + view.paid().get(id(name)).amount().toBigInteger())
                .collect(Collectors.joining(" "));
        return items + " + " + view.unallocated().amount().toBigInteger();
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
