package o2c.invoice.payments.domain;

import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static o2c.invoice.receivables.domain.Samples.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Is money conserved?")
class IsMoneyConservedTest {

    private static final Money NOTHING = eur("0.00");
    private final Map<UUID, Invoice> invoices = new HashMap<>();
    private Money issued = NOTHING;
    private Money received = NOTHING;
    private Money cash = NOTHING;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    @DisplayName("Outstanding less unallocated cash is always issued less received")
    void conserved(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 200; step++) {
            if (random.nextInt(3) > 0) {
                issue(step, amount(random));
            } else {
                receive(amount(random).times(BigDecimal.valueOf(1 + random.nextInt(4))), random);
            }
            Money outstanding = Money.sum(
                    invoices.values().stream().map(Invoice::outstanding).toList(), NOTHING.currency());
            assertThat(outstanding.minus(cash)).isEqualTo(issued.minus(received));
            assertThat(invoices.values())
                    .noneMatch(invoice -> invoice.outstanding().isNegative());
        }
    }

    private void issue(int step, Money amount) {
        Invoice invoice = invoice("N-" + step, amount.amount().toPlainString(), "2025-01-01", "2025-01-31");
        invoices.put(invoice.id(), invoice);
        issued = issued.plus(amount);
    }

    private void receive(Money amount, Random random) {
        Payment receipt = new Payment(UUID.randomUUID(), "C", "S", amount, amount, day("2025-01-31"), null, null);
        String quoted = random.nextBoolean() ? "N-" + random.nextInt(200) : null;
        var open = new ArrayList<>(invoices.values());
        var booked = Payment.receive(receipt, day("2025-01-31"))
                .then(payment -> payment.allocate(
                        limited(AllocationOrder.split(amount, quoted, open), random), day("2025-01-31")))
                .next();
        booked.invoices().forEach(paid -> invoices.put(paid.id(), paid));
        received = received.plus(amount);
        cash = cash.plus(booked.payment().unallocated());
    }

    private static List<Share> limited(List<Share> shares, Random random) {
        return shares.subList(0, random.nextInt(shares.size() + 1));
    }

    private static Money amount(Random random) {
        return Money.padded(BigDecimal.valueOf(1 + random.nextInt(100_000), 2), NOTHING.currency());
    }
}
