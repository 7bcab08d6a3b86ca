package o2c.invoice.payments.domain;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import o2c.invoice.payments.domain.Portion.Part;
import o2c.kernel.Money;

/** Money on its way into debts: each layer is filled before the next; where it runs out, in proportion. */
final class Pouring {

    private final Map<UUID, Map<Part, Money>> poured = new HashMap<>();
    private final Money nothing;
    private Money left;

    Pouring(Money money) {
        nothing = Money.zero(money.currency());
        left = money;
    }

    void fill(List<Portion> layer) {
        Money open = Money.sum(layer.stream().map(Portion::open).toList(), nothing.currency());
        if (open.isZero() || left.isZero()) {
            return;
        }
        List<Money> parts = left.compareTo(open) >= 0
                ? layer.stream().map(Portion::open).toList()
                : left.splitBy(
                        layer.stream().map(portion -> portion.open().amount()).toList());
        for (int i = 0; i < parts.size(); i++) {
            Portion portion = layer.get(i);
            poured.computeIfAbsent(portion.debt().invoice().id(), id -> new EnumMap<>(Part.class))
                    .put(portion.part(), parts.get(i));
        }
        left = left.minus(Money.sum(parts, nothing.currency()));
    }

    boolean reached(Debt debt) {
        return principal(debt).isPositive() || !charges(debt).isNothing();
    }

    Money principal(Debt debt) {
        return of(debt, Part.PRINCIPAL);
    }

    Charges charges(Debt debt) {
        return new Charges(of(debt, Part.COSTS), of(debt, Part.INTEREST));
    }

    private Money of(Debt debt, Part part) {
        return poured.getOrDefault(debt.invoice().id(), Map.of()).getOrDefault(part, nothing);
    }
}
