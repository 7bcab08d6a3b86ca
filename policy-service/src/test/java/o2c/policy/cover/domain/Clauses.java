package o2c.policy.cover.domain;

import java.util.Set;
import o2c.kernel.Money;
import o2c.policy.clauses.domain.ExtensionPeriod;
import o2c.policy.policies.domain.CoverBasis;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.Discretionary;
import o2c.policy.policies.domain.DisputeScope;
import o2c.policy.policies.domain.PolicyTerms;

/** A policy's clauses, one changed at a time. */
record Clauses(PolicyTerms terms) {

    static Clauses of(PolicyTerms terms) {
        return new Clauses(terms);
    }

    Clauses rule(CoverRule rule) {
        return copy(terms.discretionary(), rule, terms.maxTermDays(), terms.invoicingDays());
    }

    Clauses blind(Discretionary cover) {
        return copy(cover, terms.rule(), terms.maxTermDays(), terms.invoicingDays());
    }

    Clauses maxTermDays(int days) {
        return copy(terms.discretionary(), terms.rule(), days, terms.invoicingDays());
    }

    Clauses invoicingDays(int days) {
        return copy(terms.discretionary(), terms.rule(), terms.maxTermDays(), days);
    }

    Clauses extension(ExtensionPeriod period) {
        return rest(period, terms.coverBasis(), terms.countries(), terms.disputeScope(), terms.minimumOverdue());
    }

    Clauses minimumOverdue(Money minimum) {
        return rest(terms.extensionPeriod(), terms.coverBasis(), terms.countries(), terms.disputeScope(), minimum);
    }

    Clauses basis(CoverBasis basis) {
        return rest(terms.extensionPeriod(), basis, terms.countries(), terms.disputeScope(), terms.minimumOverdue());
    }

    Clauses countries(String... countries) {
        return rest(
                terms.extensionPeriod(),
                terms.coverBasis(),
                Set.of(countries),
                terms.disputeScope(),
                terms.minimumOverdue());
    }

    Clauses disputes(DisputeScope scope) {
        return rest(terms.extensionPeriod(), terms.coverBasis(), terms.countries(), scope, terms.minimumOverdue());
    }

    private Clauses copy(Discretionary blind, CoverRule rule, Integer maxTerm, Integer invoicing) {
        return new Clauses(new PolicyTerms(
                terms.validFrom(),
                terms.validTo(),
                terms.currency(),
                terms.insuredPercentage(),
                blind,
                rule,
                maxTerm,
                invoicing,
                terms.extensionPeriod(),
                terms.extensionAnchor(),
                terms.reportDays(),
                terms.claimDays(),
                terms.coverBasis(),
                terms.countries(),
                terms.insuredSellerIds(),
                terms.disputeScope(),
                terms.minimumOverdue(),
                terms.further()));
    }

    private Clauses rest(
            ExtensionPeriod extension,
            CoverBasis basis,
            Set<String> countries,
            DisputeScope disputes,
            Money minimumOverdue) {
        return new Clauses(new PolicyTerms(
                terms.validFrom(),
                terms.validTo(),
                terms.currency(),
                terms.insuredPercentage(),
                terms.discretionary(),
                terms.rule(),
                terms.maxTermDays(),
                terms.invoicingDays(),
                extension,
                terms.extensionAnchor(),
                terms.reportDays(),
                terms.claimDays(),
                basis,
                countries,
                terms.insuredSellerIds(),
                disputes,
                minimumOverdue,
                terms.further()));
    }
}
