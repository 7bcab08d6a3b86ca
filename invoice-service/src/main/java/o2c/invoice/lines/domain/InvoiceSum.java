package o2c.invoice.lines.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;

/**
 * The totals of an invoice as EN 16931 has them (BR-CO-10 to BR-CO-17): VAT is computed once per category and rate on
 * the sum of that group, never line by line.
 *
 * @param net total without VAT (BT-109)
 * @param vat total VAT (BT-110)
 * @param vatGroups one per category and rate, in that order
 */
public record InvoiceSum(Money net, Money vat, List<VatGroup> vatGroups) {

    /** What bears one VAT category and rate. */
    public record VatGroup(VatCategory category, BigDecimal rate, Money base, Money tax) {}

    private record Key(VatCategory category, BigDecimal rate) {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::category).thenComparing(Key::rate);
    }

    public InvoiceSum {
        vatGroups = List.copyOf(vatGroups);
    }

    /**
     * @throws RuleBroken {@code vat-category-mixed} when something outside the scope of VAT stands beside something
     *     inside it
     */
    public static InvoiceSum of(List<InvoiceLine> lines, List<Adjustment> adjustments, Currency currency) {
        Map<Key, Money> bases = new TreeMap<>(Key.ORDER);
        lines.forEach(
                line -> bases.merge(new Key(line.vatCategory(), line.vatRate()), line.net(currency), Money::plus));
        adjustments.forEach(adjustment ->
                bases.merge(new Key(adjustment.vatCategory(), adjustment.vatRate()), adjustment.effect(), Money::plus));
        if (bases.size() > 1 && bases.keySet().stream().anyMatch(key -> key.category() == VatCategory.O)) {
            throw RuleBroken.refused("vat-category-mixed", "category O stands alone on an invoice")
                    .at("/lines");
        }
        List<VatGroup> groups = bases.entrySet().stream()
                .map(group -> grouped(group.getKey(), group.getValue()))
                .toList();
        Money net = Money.sum(groups.stream().map(VatGroup::base).toList(), currency);
        Money vat = Money.sum(groups.stream().map(VatGroup::tax).toList(), currency);
        return new InvoiceSum(net, vat, groups);
    }

    /** What is owed, including VAT (BT-112). */
    public Money total() {
        return net.plus(vat);
    }

    private static VatGroup grouped(Key key, Money base) {
        return new VatGroup(key.category(), key.rate(), base, new Percentage(key.rate()).of(base));
    }
}
