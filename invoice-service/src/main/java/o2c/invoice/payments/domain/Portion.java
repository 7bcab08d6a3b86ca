package o2c.invoice.payments.domain;

import java.util.List;
import java.util.function.Function;
import o2c.kernel.Money;

/** One part of a debt that money can pay. */
record Portion(Debt debt, Part part, Money open) {

    /** The parts of a debt. */
    enum Part {
        COSTS,
        INTEREST,
        PRINCIPAL
    }

    static List<Portion> costs(List<Debt> debts) {
        return of(debts, Part.COSTS, debt -> debt.charges().costs());
    }

    static List<Portion> interest(List<Debt> debts) {
        return of(debts, Part.INTEREST, debt -> debt.charges().interest());
    }

    static List<Portion> principals(List<Debt> debts) {
        return of(debts, Part.PRINCIPAL, Debt::principal);
    }

    private static List<Portion> of(List<Debt> debts, Part part, Function<Debt, Money> open) {
        return debts.stream()
                .map(debt -> new Portion(debt, part, open.apply(debt)))
                .filter(portion -> portion.open().isPositive())
                .toList();
    }
}
