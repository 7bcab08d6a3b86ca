package o2c.policy.clauses.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;

/**
 * What a policy insures, and at which share.
 *
 * @param countryPercentages insured percentage of countries that have one of their own (ISO 3166-1 alpha-2)
 * @param excludedKinds kinds of customers that are not insured
 * @param attachment which policy a receivable stands under
 * @param conversionDay the day whose exchange rate turns a receivable into the policy's currency
 */
public record ScopeClauses(
        Map<String, Percentage> countryPercentages,
        Set<DebtorKind> excludedKinds,
        Attachment attachment,
        ConversionDay conversionDay) {

    /** What a policy says that is silent on these clauses. */
    public static final ScopeClauses SILENT = new ScopeClauses(null, null, null, null);

    /** Which policy a receivable stands under. */
    public enum Attachment {
        /** The one in force on the day of delivery, for good. */
        RISK_ATTACHING,
        /** The one in force on the day asked about: when a loss occurs, whenever it was delivered. */
        LOSSES_OCCURRING
    }

    /** The day whose exchange rate counts. */
    public enum ConversionDay {
        INVOICE,
        DELIVERY,
        LOSS,
        CLAIM
    }

    public ScopeClauses {
        countryPercentages = countryPercentages == null ? Map.of() : Map.copyOf(countryPercentages);
        excludedKinds = excludedKinds == null ? Set.of() : Set.copyOf(excludedKinds);
        attachment = attachment == null ? Attachment.RISK_ATTACHING : attachment;
        conversionDay = conversionDay == null ? ConversionDay.INVOICE : conversionDay;
        if (countryPercentages.values().stream().anyMatch(percentage -> !percentage.isShare())) {
            throw RuleBroken.invalid("percentage-out-of-range", "an insured percentage lies from 0 to 100")
                    .at("/countryPercentages");
        }
    }

    /** The insured percentage of a customer's country, where it has one of its own. */
    public Optional<Percentage> percentageOf(String country) {
        return country == null ? Optional.empty() : Optional.ofNullable(countryPercentages.get(country));
    }

    public boolean excludes(DebtorKind kind) {
        return kind != null && excludedKinds.contains(kind);
    }
}
