package o2c.dunning.charges.domain;

import java.time.LocalDate;
import java.util.Optional;
import o2c.dunning.rates.domain.DayCount;
import o2c.dunning.rates.domain.DebtorKind;
import o2c.dunning.rates.domain.Jurisdiction;
import o2c.dunning.rates.domain.LegalRates;
import o2c.dunning.rates.domain.RateTable;
import o2c.kernel.Percentage;

/**
 * By which rate interest runs.
 *
 * @param table the statutory rates
 * @param agreed the rate of the contract, or null
 * @param effect what the agreed rate does to the statutory one
 * @param keepsFirstRate the rate of the first day stays
 * @param compounding unpaid interest is added to its base after each full year
 */
public record InterestTerms(
        RateTable table,
        Percentage agreed,
        Effect effect,
        DayCount dayCount,
        boolean keepsFirstRate,
        boolean compounding) {

    /** What an agreed rate does. */
    public enum Effect {
        REPLACES,
        /** Dutch consumers: it counts only where it is higher (Civil Code 6:119, third paragraph). */
        ONLY_WHEN_HIGHER,
        /** Belgian consumers: it counts up to the rate between businesses, and nothing is owed without it. */
        UP_TO_STATUTORY
    }

    /** Under which law, and towards whom. */
    public record Parties(Jurisdiction jurisdiction, DebtorKind debtorKind) {}

    /**
     * The terms that the law leaves the parties.
     *
     * @param agreed the rate of the contract, or null
     * @param compounding null for what the law says: it adds statutory interest to its base, never agreed interest
     */
    public static InterestTerms of(
            LegalRates rates, Parties parties, Percentage agreed, DayCount dayCount, Boolean compounding) {
        Jurisdiction law = parties.jurisdiction;
        boolean consumer = parties.debtorKind.isConsumer();
        boolean belgianConsumer = consumer && law == Jurisdiction.BE;
        Effect effect = belgianConsumer
                ? Effect.UP_TO_STATUTORY
                : consumer && law == Jurisdiction.NL ? Effect.ONLY_WHEN_HIGHER : Effect.REPLACES;
        RateTable table = rates.of(law, belgianConsumer ? DebtorKind.BUSINESS : parties.debtorKind);
        boolean byLaw = law.compoundsYearly() && agreed == null;
        return new InterestTerms(
                table,
                agreed,
                effect,
                dayCount,
                law.keepsFirstRate(),
                compounding == null ? byLaw : compounding && law.compoundsYearly());
    }

    Percentage rateOn(LocalDate day, LocalDate firstDay) {
        if (isAgreedAlone()) {
            return agreed;
        }
        Percentage statutory = table.on(keepsFirstRate ? firstDay : day);
        if (effect == Effect.UP_TO_STATUTORY) {
            return agreed == null ? Percentage.of("0.00") : lower(agreed, statutory);
        }
        return agreed == null || agreed.compareTo(statutory) < 0 ? statutory : agreed;
    }

    /** The first day after this one on which the rate may be another. */
    Optional<LocalDate> changeAfter(LocalDate day) {
        return keepsFirstRate || isAgreedAlone() ? Optional.empty() : table.changeAfter(day);
    }

    boolean isProvisionalOn(LocalDate day, LocalDate firstDay) {
        return !isAgreedAlone() && table.isProvisionalOn(keepsFirstRate ? firstDay : day);
    }

    private boolean isAgreedAlone() {
        return agreed != null && effect == Effect.REPLACES;
    }

    private static Percentage lower(Percentage one, Percentage other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
