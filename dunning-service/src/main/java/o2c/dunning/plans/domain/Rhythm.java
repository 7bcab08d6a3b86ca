package o2c.dunning.plans.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import o2c.dunning.plans.domain.PaymentPlan.Instalment;
import o2c.kernel.Money;

/** How instalments follow each other: every month on the day of the first, or every some days. */
public record Rhythm(int count, LocalDate firstOn, Integer everyDays) {

    /** Equal parts by minor units; what does not divide goes to the last ones: 33.33, 33.33, 33.34. */
    public List<Instalment> instalmentsOf(Money amount) {
        List<Money> parts = amount.splitEqually(count);
        return IntStream.range(0, count)
                .mapToObj(i -> new Instalment(i + 1, dueOn(i), parts.get(i)))
                .toList();
    }

    private LocalDate dueOn(int index) {
        return everyDays == null ? firstOn.plusMonths(index) : firstOn.plusDays((long) index * everyDays);
    }
}
