package o2c.policy.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.clauses.domain.ConductClauses.Resumption;
import o2c.policy.clauses.domain.DebtorKind;
import o2c.policy.clauses.domain.DeductionOrder;
import o2c.policy.clauses.domain.ExtensionAnchor;
import o2c.policy.clauses.domain.ExtensionPeriod;
import o2c.policy.clauses.domain.PremiumBasis;
import o2c.policy.clauses.domain.ScopeClauses.Attachment;
import o2c.policy.clauses.domain.ScopeClauses.ConversionDay;
import o2c.policy.policies.domain.CoverBasis;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.Discretionary;
import o2c.policy.policies.domain.DisputeScope;
import o2c.policy.policies.domain.Percentages;
import o2c.policy.policies.domain.PolicyTerms;

/** What a caller says about a policy's clauses; what he leaves out stays as it is. */
record PolicyClauses(
        Told<LocalDate> validFrom,
        Told<LocalDate> validTo,
        Told<Currency> currency,
        Told<Percentage> insuredPercentage,
        Told<Blind> discretionary,
        Told<CoverRule> rule,
        Told<Integer> maxTermDays,
        Told<Integer> invoicingDays,
        Told<Extension> extensionPeriod,
        Told<ExtensionAnchor> extensionAnchor,
        Told<Integer> reportDays,
        Told<Integer> claimDays,
        Told<CoverBasis> coverBasis,
        Told<List<String>> countries,
        Told<List<String>> insuredSellerIds,
        Told<DisputeScope> disputeScope,
        Told<BigDecimal> minimumOverdue,
        Told<Map<String, Percentage>> countryPercentages,
        Told<List<DebtorKind>> excludedKinds,
        Told<Attachment> attachment,
        Told<ConversionDay> conversionDay,
        Told<Integer> handOverDays,
        Told<Integer> adverseReportDays,
        Told<Integer> noticeDays,
        Told<Extension> waitingPeriod,
        Told<Resumption> resumption,
        Told<Experience> experience,
        Told<BigDecimal> threshold,
        Told<BigDecimal> eachAndEveryLoss,
        Told<DeductionOrder> deductionOrder,
        Told<BigDecimal> minimumRetention,
        Told<BigDecimal> aggregateFirstLoss,
        Told<BigDecimal> maximumLiability,
        Told<Price> premium) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int MOST_DAYS = 3650;
    private static final int MOST_ENTRIES = 500;

    /** The discretionary limit: most per customer, in the policy's currency. */
    record Blind(BigDecimal amount, Percentage percentage) {}

    /** A number of days or calendar months. */
    record Extension(Integer value, ExtensionPeriod.Unit unit) {}

    /** How payment experience justifies a discretionary limit; {@code share} in percent of the highest paid balance. */
    record Experience(Integer months, Percentage share, Integer maxDaysLate) {}

    /** What the policy costs; {@code rate} in percent, amounts in the policy's currency. */
    record Price(PremiumBasis basis, Percentage rate, BigDecimal minimum, BigDecimal feePerLimit) {}

    /** The clauses after this request; {@code stored} is null for a new policy. */
    PolicyTerms over(PolicyTerms stored) {
        PolicyTerms silent = PolicyTerms.plain(
                required(validFrom, stored, PolicyTerms::validFrom, "/validFrom"),
                required(validTo, stored, PolicyTerms::validTo, "/validTo"),
                required(currency, stored, PolicyTerms::currency, "/currency"),
                Percentages.plain(
                        required(insuredPercentage, stored, PolicyTerms::insuredPercentage, "/insuredPercentage")
                                .value()),
                CoverRule.SILO);
        return over(stored == null ? silent : stored, silent);
    }

    /** @param silent has the days, the currency and the percentage of the new version, and what a silent policy says */
    private PolicyTerms over(PolicyTerms stored, PolicyTerms silent) {
        Currency money = silent.currency();
        return new PolicyTerms(
                silent.validFrom(),
                silent.validTo(),
                money,
                silent.insuredPercentage(),
                discretionary.map(cover -> blind(cover, silent)).or(stored.discretionary(), null),
                rule.or(stored.rule(), silent.rule()),
                days(maxTermDays.or(stored.maxTermDays(), null), "/maxTermDays"),
                days(invoicingDays.or(stored.invoicingDays(), null), "/invoicingDays"),
                extensionPeriod.map(PolicyClauses::period).or(stored.extensionPeriod(), silent.extensionPeriod()),
                extensionAnchor.or(stored.extensionAnchor(), silent.extensionAnchor()),
                days(reportDays.or(stored.reportDays(), silent.reportDays()), "/reportDays"),
                days(claimDays.or(stored.claimDays(), silent.claimDays()), "/claimDays"),
                coverBasis.or(stored.coverBasis(), silent.coverBasis()),
                countries.map(PolicyClauses::countrySet).or(stored.countries(), Set.of()),
                insuredSellerIds.map(PolicyClauses::sellerSet).or(stored.insuredSellerIds(), Set.of()),
                disputeScope.or(stored.disputeScope(), silent.disputeScope()),
                minimumOverdue
                        .map(amount -> money(amount, money, "/minimumOverdue"))
                        .or(stored.minimumOverdue(), null),
                new FurtherReading(this, money).over(stored.further()));
    }

    private static <T> T required(Told<T> told, PolicyTerms stored, Function<PolicyTerms, T> clause, String pointer) {
        T value = told.or(stored == null ? null : clause.apply(stored), null);
        if (value == null) {
            throw missing(pointer);
        }
        return value;
    }

    static RuleBroken missing(String pointer) {
        return RuleBroken.invalid("null-not-allowed", "this cannot be null or left out")
                .at(pointer);
    }

    static Integer days(Integer value, String pointer) {
        if (value != null && (value < 0 || value > MOST_DAYS)) {
            throw RuleBroken.invalid("period-out-of-range", "0 to " + MOST_DAYS + " days")
                    .at(pointer);
        }
        return value;
    }

    private static Discretionary blind(Blind blind, PolicyTerms terms) {
        if (blind.amount() == null) {
            throw missing("/discretionary/amount");
        }
        return new Discretionary(
                money(blind.amount(), terms.currency(), "/discretionary/amount"),
                blind.percentage() == null
                        ? terms.insuredPercentage()
                        : Percentages.plain(blind.percentage().value()));
    }

    private static ExtensionPeriod period(Extension extension) {
        return period(extension, "/extensionPeriod");
    }

    static ExtensionPeriod period(Extension extension, String pointer) {
        if (extension.value() == null) {
            throw missing(pointer + "/value");
        }
        try {
            return new ExtensionPeriod(
                    extension.value(), extension.unit() == null ? ExtensionPeriod.Unit.DAYS : extension.unit());
        } catch (RuleBroken refused) {
            throw refused.at(pointer + "/value");
        }
    }

    private static Set<String> countrySet(List<String> countries) {
        checkCountries(countries, "/countries");
        return countries.stream().collect(Collectors.toSet());
    }

    static void checkCountries(Collection<String> countries, String pointer) {
        if (countries.size() > MOST_ENTRIES
                || !countries.stream()
                        .allMatch(country -> COUNTRY.matcher(country).matches())) {
            throw RuleBroken.invalid("country-malformed", "countries are written as ISO 3166-1 alpha-2, such as NL")
                    .at(pointer);
        }
    }

    private static Set<String> sellerSet(List<String> sellers) {
        if (sellers.size() > MOST_ENTRIES) {
            throw RuleBroken.invalid("list-too-long", "at most " + MOST_ENTRIES + " sellers")
                    .at("/insuredSellerIds");
        }
        sellers.forEach(Ids::callerChosen);
        return sellers.stream().collect(Collectors.toSet());
    }

    static Money money(BigDecimal amount, Currency currency, String pointer) {
        try {
            return new Money(amount, currency);
        } catch (RuleBroken refused) {
            throw refused.at(pointer);
        }
    }
}
