package o2c.policy.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.policy.clauses.domain.ConductClauses;
import o2c.policy.clauses.domain.ConductClauses.Resumption;
import o2c.policy.clauses.domain.DebtorKind;
import o2c.policy.clauses.domain.DeductionOrder;
import o2c.policy.clauses.domain.ExperienceRule;
import o2c.policy.clauses.domain.ExtensionAnchor;
import o2c.policy.clauses.domain.ExtensionPeriod;
import o2c.policy.clauses.domain.LossClauses;
import o2c.policy.clauses.domain.PremiumClauses;
import o2c.policy.clauses.domain.ScopeClauses;
import o2c.policy.clauses.domain.ScopeClauses.Attachment;
import o2c.policy.clauses.domain.ScopeClauses.ConversionDay;
import o2c.policy.policies.domain.CoverBasis;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.Discretionary;
import o2c.policy.policies.domain.DisputeScope;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.policy.policies.domain.PolicyVersion;

/** A version of a policy; amounts are plain decimals in its currency. */
record PolicyView(
        String policyId,
        int version,
        LocalDate validFrom,
        LocalDate validTo,
        Currency currency,
        Percentage insuredPercentage,
        PolicyClauses.Blind discretionary,
        CoverRule rule,
        Integer maxTermDays,
        Integer invoicingDays,
        PolicyClauses.Extension extensionPeriod,
        ExtensionAnchor extensionAnchor,
        int reportDays,
        int claimDays,
        CoverBasis coverBasis,
        List<String> countries,
        List<String> insuredSellerIds,
        DisputeScope disputeScope,
        BigDecimal minimumOverdue,
        Map<String, Percentage> countryPercentages,
        List<DebtorKind> excludedKinds,
        Attachment attachment,
        ConversionDay conversionDay,
        int handOverDays,
        int adverseReportDays,
        int noticeDays,
        PolicyClauses.Extension waitingPeriod,
        Resumption resumption,
        PolicyClauses.Experience experience,
        BigDecimal threshold,
        BigDecimal eachAndEveryLoss,
        DeductionOrder deductionOrder,
        BigDecimal minimumRetention,
        BigDecimal aggregateFirstLoss,
        BigDecimal maximumLiability,
        PolicyClauses.Price premium) {

    static PolicyView of(PolicyVersion version) {
        PolicyTerms terms = version.terms();
        return of(
                version,
                terms,
                terms.further().scope(),
                terms.further().conduct(),
                terms.further().loss());
    }

    private static PolicyView of(
            PolicyVersion version, PolicyTerms terms, ScopeClauses scope, ConductClauses conduct, LossClauses loss) {
        return new PolicyView(
                version.policyId(),
                version.version(),
                terms.validFrom(),
                terms.validTo(),
                terms.currency(),
                terms.insuredPercentage(),
                terms.blindCover().map(PolicyView::blind).orElse(null),
                terms.rule(),
                terms.maxTermDays(),
                terms.invoicingDays(),
                period(terms.extensionPeriod()),
                terms.extensionAnchor(),
                terms.reportDays(),
                terms.claimDays(),
                terms.coverBasis(),
                terms.countries().stream().sorted().toList(),
                terms.insuredSellerIds().stream().sorted().toList(),
                terms.disputeScope(),
                plain(terms.minimumOverdue()),
                new TreeMap<>(scope.countryPercentages()),
                scope.excludedKinds().stream().sorted().toList(),
                scope.attachment(),
                scope.conversionDay(),
                conduct.handOverDays(),
                conduct.adverseReportDays(),
                conduct.noticeDays(),
                period(conduct.waitingPeriod()),
                conduct.resumption(),
                conduct.experienceRule().map(PolicyView::experience).orElse(null),
                plain(loss.threshold()),
                plain(loss.eachAndEveryLoss()),
                loss.deductionOrder(),
                plain(loss.minimumRetention()),
                plain(loss.aggregateFirstLoss()),
                plain(loss.maximumLiability()),
                price(terms.further().premium()));
    }

    private static PolicyClauses.Blind blind(Discretionary cover) {
        return new PolicyClauses.Blind(cover.amount().amount(), cover.percentage());
    }

    private static PolicyClauses.Extension period(ExtensionPeriod period) {
        return new PolicyClauses.Extension(period.value(), period.unit());
    }

    private static PolicyClauses.Experience experience(ExperienceRule rule) {
        return new PolicyClauses.Experience(rule.months(), rule.share(), rule.maxDaysLate());
    }

    private static PolicyClauses.Price price(PremiumClauses premium) {
        return premium.equals(PremiumClauses.NONE)
                ? null
                : new PolicyClauses.Price(
                        premium.basis(), premium.rate(), plain(premium.minimum()), plain(premium.feePerLimit()));
    }

    private static BigDecimal plain(Money amount) {
        return amount == null ? null : amount.amount();
    }
}
