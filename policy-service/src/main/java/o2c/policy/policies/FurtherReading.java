package o2c.policy.policies;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.clauses.domain.ConductClauses;
import o2c.policy.clauses.domain.DebtorKind;
import o2c.policy.clauses.domain.ExperienceRule;
import o2c.policy.clauses.domain.FurtherClauses;
import o2c.policy.clauses.domain.LossClauses;
import o2c.policy.clauses.domain.PremiumClauses;
import o2c.policy.clauses.domain.ScopeClauses;

/** What a caller says about scope, conduct, losses and premium, over what is stored. */
record FurtherReading(PolicyClauses told, Currency currency) {

    FurtherClauses over(FurtherClauses stored) {
        return new FurtherClauses(
                scope(stored.scope()), conduct(stored.conduct()), loss(stored.loss()), premium(stored.premium()));
    }

    private ScopeClauses scope(ScopeClauses stored) {
        Map<String, Percentage> percentages =
                told.countryPercentages().map(FurtherReading::plain).or(stored.countryPercentages(), null);
        return new ScopeClauses(
                percentages,
                told.excludedKinds().map(FurtherReading::kinds).or(stored.excludedKinds(), null),
                told.attachment().or(stored.attachment(), null),
                told.conversionDay().or(stored.conversionDay(), null));
    }

    private ConductClauses conduct(ConductClauses stored) {
        return new ConductClauses(
                PolicyClauses.days(told.handOverDays().or(stored.handOverDays(), null), "/handOverDays"),
                PolicyClauses.days(told.adverseReportDays().or(stored.adverseReportDays(), null), "/adverseReportDays"),
                PolicyClauses.days(told.noticeDays().or(stored.noticeDays(), null), "/noticeDays"),
                told.waitingPeriod()
                        .map(period -> PolicyClauses.period(period, "/waitingPeriod"))
                        .or(stored.waitingPeriod(), null),
                told.resumption().or(stored.resumption(), null),
                told.experience().map(FurtherReading::experience).or(stored.experience(), null));
    }

    private LossClauses loss(LossClauses stored) {
        return new LossClauses(
                amount(told.threshold(), stored.threshold(), "/threshold"),
                amount(told.eachAndEveryLoss(), stored.eachAndEveryLoss(), "/eachAndEveryLoss"),
                told.deductionOrder().or(stored.deductionOrder(), null),
                amount(told.minimumRetention(), stored.minimumRetention(), "/minimumRetention"),
                amount(told.aggregateFirstLoss(), stored.aggregateFirstLoss(), "/aggregateFirstLoss"),
                amount(told.maximumLiability(), stored.maximumLiability(), "/maximumLiability"));
    }

    private PremiumClauses premium(PremiumClauses stored) {
        return told.premium().map(this::price).or(stored, PremiumClauses.NONE);
    }

    private PremiumClauses price(PolicyClauses.Price price) {
        return new PremiumClauses(
                price.basis(),
                price.rate(),
                price.minimum() == null ? null : positive(price.minimum(), "/premium/minimum"),
                price.feePerLimit() == null ? null : positive(price.feePerLimit(), "/premium/feePerLimit"));
    }

    private Money amount(Told<BigDecimal> amount, Money stored, String pointer) {
        return amount.map(value -> positive(value, pointer)).or(stored, null);
    }

    private Money positive(BigDecimal amount, String pointer) {
        Money money = PolicyClauses.money(amount, currency, pointer);
        if (money.isNegative()) {
            throw RuleBroken.invalid("amount-negative", "this is not negative").at(pointer);
        }
        return money;
    }

    private static Map<String, Percentage> plain(Map<String, Percentage> percentages) {
        PolicyClauses.checkCountries(percentages.keySet(), "/countryPercentages");
        return percentages;
    }

    private static Set<DebtorKind> kinds(List<DebtorKind> kinds) {
        return kinds.isEmpty() ? Set.of() : Set.copyOf(kinds);
    }

    private static ExperienceRule experience(PolicyClauses.Experience told) {
        return new ExperienceRule(
                present(told::months, "/experience/months"),
                present(told::share, "/experience/share"),
                told.maxDaysLate() == null ? 0 : told.maxDaysLate());
    }

    private static <T> T present(Supplier<T> field, String pointer) {
        if (field.get() == null) {
            throw PolicyClauses.missing(pointer);
        }
        return field.get();
    }
}
