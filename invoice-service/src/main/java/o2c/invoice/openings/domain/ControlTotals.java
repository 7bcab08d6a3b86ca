package o2c.invoice.openings.domain;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/** What the former ledger says is open, by currency; an opening is applied when its items add up to exactly that. */
public final class ControlTotals {

    private final Map<String, Money> expected = new TreeMap<>();
    private final Map<String, Money> counted = new TreeMap<>();

    /** Totals to be met, one per currency. */
    public ControlTotals(List<Money> totals) {
        totals.forEach(total -> {
            if (expected.put(total.currency().getCurrencyCode(), total) != null) {
                throw RuleBroken.refused("control-total-repeated", "there is one control total per currency")
                        .at("/controlTotals");
            }
        });
    }

    /** Counts an item. */
    public void add(Money open) {
        counted.merge(open.currency().getCurrencyCode(), open, Money::plus);
    }

    /** @throws RuleBroken {@code control-total-mismatch} naming the first currency that differs */
    public void check() {
        Map<String, Money> all = new TreeMap<>(counted);
        all.putAll(expected);
        all.keySet().forEach(code -> {
            Money zero = Money.zero(Currency.getInstance(code));
            Money items = counted.getOrDefault(code, zero);
            Money total = expected.getOrDefault(code, zero);
            if (!items.equals(total)) {
                throw RuleBroken.refused(
                        "control-total-mismatch", "the items add up to " + items + ", the control total is " + total);
            }
        });
    }
}
