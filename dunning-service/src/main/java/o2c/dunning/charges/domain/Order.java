package o2c.dunning.charges.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import o2c.dunning.charges.domain.Debt.Part;
import o2c.kernel.Money;

/** In which order a payment is set against debts: first which debt, then which part of it. */
public enum Order {
    /** Costs, interest, principal of one debt after the other (Dutch Civil Code 6:43, 6:44; BGB 366, 367). */
    LAW(List.of(EnumSet.allOf(Part.class))),
    /** The principal of all debts before any charge. */
    PRINCIPAL_FIRST(List.of(EnumSet.of(Part.PRINCIPAL), EnumSet.of(Part.COSTS, Part.INTEREST)));

    private final List<Set<Part>> rounds;

    Order(List<Set<Part>> rounds) {
        this.rounds = rounds;
    }

    /**
     * Sets a payment against debts: the one the payer names; then what is due, the most onerous (highest rate) first,
     * then the oldest, those of one day in proportion; then what is not due yet.
     */
    List<Allocated> allocate(Payment payment, List<Debt> debts) {
        Map<Debt, Allocated> shares = new LinkedHashMap<>();
        List<List<Debt>> groups = groups(payment, debts);
        Money left = payment.amount();
        for (Set<Part> parts : rounds) {
            for (List<Debt> group : groups) {
                left = pay(group, parts, left, payment.paidOn(), shares);
            }
        }
        return List.copyOf(shares.values());
    }

    private static Money pay(
            List<Debt> group, Set<Part> parts, Money left, LocalDate day, Map<Debt, Allocated> shares) {
        List<Debt> owing =
                group.stream().filter(debt -> debt.open(parts).isPositive()).toList();
        if (!left.isPositive() || owing.isEmpty()) {
            return left;
        }
        List<BigDecimal> weights =
                owing.stream().map(debt -> debt.open(parts).amount()).toList();
        Money all = Money.sum(owing.stream().map(debt -> debt.open(parts)).toList(), left.currency());
        Money paid = left.min(all);
        List<Money> each = paid.splitBy(weights);
        for (int i = 0; i < owing.size(); i++) {
            if (each.get(i).isPositive()) {
                shares.merge(owing.get(i), owing.get(i).pay(each.get(i), parts, day), Allocated::plus);
            }
        }
        return left.minus(paid);
    }

    private static List<List<Debt>> groups(Payment payment, List<Debt> debts) {
        LocalDate day = payment.paidOn();
        List<List<Debt>> groups = new ArrayList<>();
        Comparator<Debt> order = Comparator.<Debt, Boolean>comparing(
                        debt -> !debt.claim().reference().equals(payment.reference()))
                .thenComparing(debt -> !debt.isDueOn(day))
                .thenComparing(debt -> debt.rateOn(day), Comparator.reverseOrder())
                .thenComparing(debt -> debt.claim().dueOn());
        Debt before = null;
        for (Debt debt : debts.stream().sorted(order).toList()) {
            if (before == null || order.compare(before, debt) != 0) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(debt);
            before = debt;
        }
        return groups;
    }
}
