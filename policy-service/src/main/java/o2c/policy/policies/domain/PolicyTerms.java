package o2c.policy.policies.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.clauses.domain.ExtensionAnchor;
import o2c.policy.clauses.domain.ExtensionPeriod;
import o2c.policy.clauses.domain.FurtherClauses;

/**
 * The clauses of one version of a policy.
 *
 * @param validFrom first day on which a delivery or invoice is insured
 * @param validTo last such day
 * @param discretionary cover without a decision of the insurer, or null when the policy has none
 * @param maxTermDays longest payment term that is insured, in days; null = any
 * @param invoicingDays how many days after delivery the invoice must be made out; null = no such clause
 * @param reportDays days from the last covered day to the day by which the insurer must be told
 * @param claimDays days from the last covered day within which a claim is filed
 * @param countries insured countries (ISO 3166-1 alpha-2); empty = all
 * @param insuredSellerIds insured sellers; empty = all
 * @param minimumOverdue receivables with less open than this do not stop cover; null = every receivable counts
 * @param further the clauses on scope, conduct, losses and premium
 */
public record PolicyTerms(
        LocalDate validFrom,
        LocalDate validTo,
        Currency currency,
        Percentage insuredPercentage,
        Discretionary discretionary,
        CoverRule rule,
        Integer maxTermDays,
        Integer invoicingDays,
        ExtensionPeriod extensionPeriod,
        ExtensionAnchor extensionAnchor,
        int reportDays,
        int claimDays,
        CoverBasis coverBasis,
        Set<String> countries,
        Set<String> insuredSellerIds,
        DisputeScope disputeScope,
        Money minimumOverdue,
        FurtherClauses further) {

    /** What a policy says that is silent on a clause. */
    public static final int REPORT_DAYS = 30;

    /** What a policy says that is silent on a clause. */
    public static final int CLAIM_DAYS = 180;

    public PolicyTerms {
        countries = Set.copyOf(countries);
        insuredSellerIds = Set.copyOf(insuredSellerIds);
        if (validTo.isBefore(validFrom)) {
            throw RuleBroken.invalid("period-reversed", "validTo lies before validFrom")
                    .at("/validTo");
        }
        if (!insuredPercentage.isShare()) {
            throw RuleBroken.invalid("percentage-out-of-range", "an insured percentage lies from 0 to 100")
                    .at("/insuredPercentage");
        }
    }

    /** The clauses a policy has when nothing but its rule and its percentage is agreed. */
    public static PolicyTerms plain(
            LocalDate validFrom, LocalDate validTo, Currency currency, Percentage percentage, CoverRule rule) {
        return new PolicyTerms(
                validFrom,
                validTo,
                currency,
                percentage,
                null,
                rule,
                null,
                null,
                ExtensionPeriod.SIXTY_DAYS,
                ExtensionAnchor.DUE,
                REPORT_DAYS,
                CLAIM_DAYS,
                CoverBasis.GROSS,
                Set.of(),
                Set.of(),
                DisputeScope.WHOLE_INVOICE,
                null,
                FurtherClauses.SILENT);
    }

    /** The same policy with other further clauses. */
    public PolicyTerms with(FurtherClauses other) {
        return new PolicyTerms(
                validFrom,
                validTo,
                currency,
                insuredPercentage,
                discretionary,
                rule,
                maxTermDays,
                invoicingDays,
                extensionPeriod,
                extensionAnchor,
                reportDays,
                claimDays,
                coverBasis,
                countries,
                insuredSellerIds,
                disputeScope,
                minimumOverdue,
                other);
    }

    /** The policy as it reads for customers of a country, which may have an insured percentage of its own. */
    public PolicyTerms forCountry(String country) {
        return further.scope().percentageOf(country).map(this::at).orElse(this);
    }

    private PolicyTerms at(Percentage percentage) {
        return new PolicyTerms(
                validFrom,
                validTo,
                currency,
                percentage,
                discretionary,
                rule,
                maxTermDays,
                invoicingDays,
                extensionPeriod,
                extensionAnchor,
                reportDays,
                claimDays,
                coverBasis,
                countries,
                insuredSellerIds,
                disputeScope,
                minimumOverdue,
                further);
    }

    public boolean insuresSeller(String sellerId) {
        return insuredSellerIds.isEmpty() || insuredSellerIds.contains(sellerId);
    }

    public boolean insuresCountry(String country) {
        return countries.isEmpty() || countries.contains(country);
    }

    /** Whether the payment term is longer than the policy insures. */
    public boolean isTermTooLong(LocalDate invoicedOn, LocalDate dueOn) {
        return maxTermDays != null && ChronoUnit.DAYS.between(invoicedOn, dueOn) > maxTermDays;
    }

    /** Whether the invoice was made out too long after delivery; a delivery day that is not told breaks nothing. */
    public boolean isInvoicedTooLate(LocalDate deliveredOn, LocalDate invoicedOn) {
        return invoicingDays != null
                && deliveredOn != null
                && ChronoUnit.DAYS.between(deliveredOn, invoicedOn) > invoicingDays;
    }

    /** Whether a receivable with this much open is big enough to stop cover. */
    public boolean countsAsOverdue(Money open) {
        return open.isPositive() && (minimumOverdue == null || !minimumOverdue.exceeds(open));
    }

    public Optional<Discretionary> blindCover() {
        return Optional.ofNullable(discretionary);
    }

    boolean sharesSellerWith(PolicyTerms other) {
        return insuredSellerIds.isEmpty()
                || other.insuredSellerIds.isEmpty()
                || insuredSellerIds.stream().anyMatch(other.insuredSellerIds::contains);
    }
}
