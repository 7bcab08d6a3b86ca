package o2c.policy.policies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Percentage;
import o2c.policy.policies.domain.CoverBasis;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.DisputeScope;
import o2c.policy.policies.domain.ExtensionAnchor;
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
        BigDecimal minimumOverdue) {

    static PolicyView of(PolicyVersion version) {
        PolicyTerms terms = version.terms();
        return new PolicyView(
                version.policyId(),
                version.version(),
                terms.validFrom(),
                terms.validTo(),
                terms.currency(),
                terms.insuredPercentage(),
                terms.blindCover()
                        .map(blind -> new PolicyClauses.Blind(blind.amount().amount(), blind.percentage()))
                        .orElse(null),
                terms.rule(),
                terms.maxTermDays(),
                terms.invoicingDays(),
                new PolicyClauses.Extension(
                        terms.extensionPeriod().value(), terms.extensionPeriod().unit()),
                terms.extensionAnchor(),
                terms.reportDays(),
                terms.claimDays(),
                terms.coverBasis(),
                terms.countries().stream().sorted().toList(),
                terms.insuredSellerIds().stream().sorted().toList(),
                terms.disputeScope(),
                terms.minimumOverdue() == null ? null : terms.minimumOverdue().amount());
    }
}
