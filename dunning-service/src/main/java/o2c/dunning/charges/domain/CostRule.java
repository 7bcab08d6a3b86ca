package o2c.dunning.charges.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import o2c.dunning.rates.domain.DebtorKind;
import o2c.dunning.rates.domain.Jurisdiction;
import o2c.dunning.rates.domain.Scale;
import o2c.dunning.rates.domain.Scales;
import o2c.kernel.Money;

/** Which fixed sums and collection costs the law gives for what is late. */
public record CostRule(Jurisdiction jurisdiction, DebtorKind debtorKind, Currency currency, Scales scales) {

    /**
     * The fixed sum for one late receivable: per receivable, without a reminder. In the Netherlands it is the floor
     * under the collection costs and falls away when those are asked for.
     */
    public Money fixedSum(Money principal, CostsAsked asked, LocalDate day) {
        return isFloorOfCosts() && asked.areClaimed() ? zero() : floor(principal, day);
    }

    /** The collection costs by law for all that is late together, with VAT where it was asked for. */
    public Money costs(List<Money> principals, CostsAsked asked, LocalDate day) {
        if (asked.mode() == CostsAsked.Mode.AMOUNT) {
            return zero();
        }
        Money floors = Money.sum(principals.stream().map(one -> floor(one, day)).toList(), currency);
        Money byScale = scales.costs(jurisdiction, debtorKind, day)
                .map(scale -> byScale(scale, principals, asked))
                .orElse(zero());
        Money costs = asked.areClaimed() && isFloorOfCosts() ? byScale.max(floors) : byScale;
        return withVat(capped(costs, asked, day), asked);
    }

    private Money byScale(Scale scale, List<Money> principals, CostsAsked asked) {
        Money sum = Money.sum(principals, currency);
        return switch (asked.mode()) {
            case STATUTORY -> scale.of(sum);
            case MINIMUM -> debtorKind.isConsumer() && sum.isPositive() ? least(scale) : zero();
            case NONE, AMOUNT -> zero();
        };
    }

    /** On a claim that comes back every month, the costs of six months have a limit. */
    private Money capped(Money costs, CostsAsked asked, LocalDate day) {
        if (asked.recurring() == null) {
            return costs;
        }
        Money limit = scales.find("recurring-cap-" + jurisdiction, day)
                .map(scale -> scale.of(asked.recurring().monthlyAmount()))
                .orElse(zero());
        return limit.isZero()
                ? costs
                : costs.min(limit.minus(asked.recurring().chargedInSixMonths()).orZero());
    }

    private Money withVat(Money costs, CostsAsked asked) {
        return asked.vatRate() == null
                ? costs
                : costs.times(BigDecimal.ONE.add(asked.vatRate().value().movePointLeft(2)));
    }

    private boolean isFloorOfCosts() {
        return jurisdiction == Jurisdiction.NL && !debtorKind.isConsumer();
    }

    private Money floor(Money principal, LocalDate day) {
        return scales.fixedSum(jurisdiction, debtorKind, day)
                .map(scale -> scale.of(principal))
                .orElse(zero());
    }

    private Money least(Scale scale) {
        return scale.minimum() == null ? zero() : Money.padded(scale.minimum(), currency);
    }

    private Money zero() {
        return Money.zero(currency);
    }
}
