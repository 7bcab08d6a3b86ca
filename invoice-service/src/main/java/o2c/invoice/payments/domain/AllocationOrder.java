package o2c.invoice.payments.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * Which debts a payment goes to when the payer named no amounts (Dutch Civil Code 6:43): those he pointed at; then
 * those that are due before those that are not; of these the most onerous; then the oldest; debts alike in all of this
 * in proportion. Which part of a debt comes first is its {@link ChargesOrder} (6:44).
 *
 * @param receivedOn the day the money reached the account; discounts are earned by it
 * @param on the day of the allocation; what is due on it is due
 */
public record AllocationOrder(CashRules rules, LocalDate receivedOn, LocalDate on) {

    private static final Comparator<Debt> AGE = Comparator.<Debt, LocalDate>comparing(
                    debt -> debt.invoice().content().dueOn())
            .thenComparing(debt -> debt.invoice().content().issuedOn());

    /** Debts that compare equal share in proportion. */
    private Comparator<Debt> ofLaw() {
        return Comparator.<Debt, Boolean>comparing(debt -> !debt.isDueOn(on))
                .thenComparing(Debt::burden, Comparator.reverseOrder())
                .thenComparing(AGE);
    }

    /**
     * Splits money over the debts of one customer, seller and currency.
     *
     * @return shares of at most what is open on each; their sum is at most the money
     */
    public List<Share> split(Money money, Naming naming, List<Debt> debts) {
        List<Debt> inQuestion = naming.among(debts);
        Set<Debt> meant = new LinkedHashSet<>(naming.meant(money, inQuestion));
        List<Debt> others =
                inQuestion.stream().filter(debt -> !meant.contains(debt)).toList();
        Pouring pouring = new Pouring(money);
        principals(meant).forEach(pouring::fill);
        principals(others.stream().filter(debt -> debt.isDueOn(on)).toList()).forEach(pouring::fill);
        charges(inQuestion).forEach(pouring::fill);
        principals(others.stream().filter(debt -> !debt.isDueOn(on)).toList()).forEach(pouring::fill);
        return inTurn(meant, others)
                .filter(pouring::reached)
                .map(debt -> share(pouring, debt, meant.contains(debt)))
                .toList();
    }

    /**
     * Sets an amount that the payer named against one debt.
     *
     * @throws RuleBroken {@code payment-exceeds-outstanding}
     */
    public Share named(Debt debt, Money amount) {
        if (amount.exceeds(debt.whole())) {
            throw RuleBroken.refused(
                    "payment-exceeds-outstanding",
                    amount + " is more than the " + debt.whole() + " open on invoice "
                            + debt.invoice().content().invoiceNumber());
        }
        Pouring pouring = new Pouring(amount);
        principals(List.of(debt)).forEach(pouring::fill);
        charges(List.of(debt)).forEach(pouring::fill);
        return share(pouring, debt, true);
    }

    /** Group by group the principals, under the law's order with the group's charges before them. */
    private List<List<Portion>> principals(Collection<Debt> debts) {
        List<List<Portion>> layers = new ArrayList<>();
        groups(debts).forEach(group -> {
            List<Debt> lawful = group.stream().filter(this::isOfLaw).toList();
            layers.add(Portion.costs(lawful));
            layers.add(Portion.interest(lawful));
            layers.add(Portion.principals(group));
        });
        return layers;
    }

    /** The claimed charges of the debts whose principal comes first. */
    private List<List<Portion>> charges(List<Debt> debts) {
        List<List<Portion>> layers = new ArrayList<>();
        groups(debts.stream().filter(debt -> !isOfLaw(debt)).toList()).forEach(group -> {
            layers.add(Portion.costs(group));
            layers.add(Portion.interest(group));
        });
        return layers;
    }

    private boolean isOfLaw(Debt debt) {
        return debt.order(rules.chargesOrder()) == ChargesOrder.LAW;
    }

    private Collection<List<Debt>> groups(Collection<Debt> debts) {
        Map<Debt, List<Debt>> groups = new TreeMap<>(ofLaw());
        debts.forEach(
                debt -> groups.computeIfAbsent(debt, first -> new ArrayList<>()).add(debt));
        return groups.values();
    }

    private Stream<Debt> inTurn(Collection<Debt> meant, Collection<Debt> others) {
        Map<Debt, Boolean> turns = new LinkedHashMap<>();
        Comparator<Debt> turn =
                ofLaw().thenComparing(debt -> debt.invoice().content().invoiceNumber());
        meant.stream().sorted(turn).forEach(debt -> turns.put(debt, true));
        others.stream().sorted(turn).forEach(debt -> turns.put(debt, false));
        return turns.keySet().stream();
    }

    private Share share(Pouring pouring, Debt debt, boolean meant) {
        Money amount = pouring.principal(debt);
        Deduction deduction = amount.isPositive()
                ? Deduction.of(debt.principal().minus(amount), debt, receivedOn, meant, rules.underpayment())
                : Deduction.nothing(amount);
        return new Share(debt, amount, pouring.charges(debt), deduction);
    }
}
