package o2c.invoice.payments.domain;

import java.util.List;
import o2c.kernel.Money;

/**
 * What the payer let know about the debts he pays, short of naming amounts. Naming comes before every other order
 * (Dutch Civil Code 6:43, first paragraph).
 *
 * @param reference what he quoted, or null
 * @param orderId the order he prepays, or null: then only invoices of that order are meant, and what they do not take
 *     is kept for it
 */
public record Naming(String reference, String orderId) {

    /** He said nothing. */
    public static final Naming NOTHING = new Naming(null, null);

    /** The debts in question. */
    List<Debt> among(List<Debt> debts) {
        return orderId == null
                ? debts
                : debts.stream().filter(debt -> debt.isOfOrder(orderId)).toList();
    }

    /**
     * The debts he pointed at: those quoted; else those of the order; else the only one that is open for exactly this
     * amount, with or without a discount of its terms.
     */
    List<Debt> meant(Money money, List<Debt> debts) {
        List<Debt> quoted =
                debts.stream().filter(debt -> debt.isQuotedBy(reference)).toList();
        if (!quoted.isEmpty()) {
            return quoted;
        }
        if (orderId != null) {
            return debts;
        }
        List<Debt> equal = debts.stream()
                .filter(debt -> debt.principal().equals(money) || debt.whole().equals(money))
                .toList();
        if (!equal.isEmpty()) {
            return only(equal);
        }
        return only(debts.stream().filter(debt -> isDiscounted(debt, money)).toList());
    }

    private static boolean isDiscounted(Debt debt, Money money) {
        return debt.principal().isPositive()
                && debt.discounts().stream()
                        .map(step -> step.of(debt.invoice().content().total()))
                        .anyMatch(discount -> debt.principal().minus(discount).equals(money));
    }

    private static List<Debt> only(List<Debt> candidates) {
        return candidates.size() == 1 ? candidates : List.of();
    }
}
