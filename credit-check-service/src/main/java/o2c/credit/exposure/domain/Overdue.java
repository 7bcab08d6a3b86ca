package o2c.credit.exposure.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Money;

/**
 * A customer's overdue invoices.
 *
 * @param invoices how many are overdue and not paid
 * @param oldestDueOn the earliest agreed day among them, or null when there are none
 * @param items the oldest of them, at most {@value #MOST_ITEMS}, by agreed day
 * @param totals what is open on all of them, one amount per currency
 */
public record Overdue(int invoices, LocalDate oldestDueOn, List<Item> items, List<Money> totals) {

    /** How many items are kept one by one. */
    public static final int MOST_ITEMS = 200;

    /** Everything is paid in time so far. */
    public static final Overdue NONE = new Overdue(0, null);

    /** One overdue invoice; nothing is open on what was written off in the ledger while the claim lives on. */
    public record Item(LocalDate dueOn, Money open) {}

    public Overdue {
        items = items == null ? List.of() : List.copyOf(items);
        totals = totals == null ? List.of() : List.copyOf(totals);
    }

    public Overdue(int invoices, LocalDate oldestDueOn) {
        this(invoices, oldestDueOn, List.of(), List.of());
    }

    /** What is overdue in one currency. */
    public Money in(Currency currency) {
        return totals.stream()
                .filter(total -> total.currency().equals(currency))
                .findFirst()
                .orElse(Money.zero(currency));
    }

    /** What stays overdue when this much is paid on the oldest first. */
    public Overdue paid(Money cash) {
        Money left = cash;
        int settled = 0;
        List<Item> rest = new ArrayList<>();
        for (Item item : items) {
            boolean payable = item.open().isPositive() && item.open().currency().equals(cash.currency());
            if (!payable || !left.isPositive()) {
                rest.add(item);
                continue;
            }
            Money part = left.min(item.open());
            left = left.minus(part);
            if (part.equals(item.open())) {
                settled++;
            } else {
                rest.add(new Item(item.dueOn(), item.open().minus(part)));
            }
        }
        Money used = cash.minus(left);
        return new Overdue(
                invoices - settled,
                invoices == settled
                        ? null
                        : rest.isEmpty() ? oldestDueOn : rest.get(0).dueOn(),
                rest,
                totals.stream()
                        .map(total -> total.currency().equals(cash.currency()) ? total.minus(used) : total)
                        .toList());
    }
}
