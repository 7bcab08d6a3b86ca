package o2c.policy.ledger.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import o2c.kernel.Money;

/**
 * An amount that moves through time, known by its entries.
 *
 * @param entries signed movements with the business day they count from, earliest first
 */
public record Balance(List<Entry> entries, Currency currency) {

    /** One movement. */
    public record Entry(LocalDate on, Money amount) {}

    public Balance {
        entries = entries.stream().sorted(Comparator.comparing(Entry::on)).toList();
    }

    /** The amount at the close of a day. */
    public Money on(LocalDate day) {
        Money sum = Money.zero(currency);
        for (Entry entry : entries) {
            if (entry.on().isAfter(day)) {
                break;
            }
            sum = sum.plus(entry.amount());
        }
        return sum;
    }

    /** The day at whose close the amount no longer fulfils a condition it fulfilled before; empty while it does. */
    public Optional<LocalDate> endOf(Predicate<Money> condition) {
        Money sum = Money.zero(currency);
        Optional<LocalDate> end = Optional.empty();
        boolean held = false;
        for (int i = 0; i < entries.size(); i++) {
            sum = sum.plus(entries.get(i).amount());
            boolean dayGoesOn = i + 1 < entries.size()
                    && entries.get(i + 1).on().equals(entries.get(i).on());
            if (!dayGoesOn && held != condition.test(sum)) {
                held = !held;
                end = held ? Optional.empty() : Optional.of(entries.get(i).on());
            }
        }
        return end;
    }
}
