package o2c.credit.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import o2c.credit.exposure.Exposures;
import o2c.credit.exposure.RateBook;
import o2c.credit.exposure.domain.Elsewhere;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.exposure.domain.Overdue;
import o2c.credit.exposure.domain.Rate.Converted;
import o2c.credit.limits.CreditLimiting;
import o2c.credit.limits.domain.CreditLimit;
import o2c.kernel.Money;

/** What a customer owes and may owe, in the currency asked about. */
@ApplicationScoped
class Debts {

    private final Exposures exposures;
    private final RateBook rates;
    private final CreditLimiting limits;

    Debts(Exposures exposures, RateBook rates, CreditLimiting limits) {
        this.exposures = exposures;
        this.rates = rates;
        this.limits = limits;
    }

    /**
     * One customer's debt.
     *
     * @param limit in the currency asked about where a rate is known, else in its own, or null
     * @param limitRate how it was converted, or null
     */
    record Debt(Exposure exposure, Elsewhere elsewhere, Overdue overdue, Money limit, Converted limitRate) {}

    Debt of(String customerId, Currency currency, LocalDate day) {
        List<Exposure> all = exposures.of(customerId);
        Optional<Money> limit = limits.inForce(customerId, day).map(CreditLimit::amount);
        Optional<Converted> converted = limit.filter(
                        amount -> !amount.currency().equals(currency))
                .flatMap(amount -> converted(amount, currency, day));
        return new Debt(
                all.stream()
                        .filter(exposure -> exposure.currency().equals(currency))
                        .findFirst()
                        .orElse(Exposure.none(currency)),
                Elsewhere.of(all, currency, each -> rates.on(each, day)),
                exposures.overdueOf(customerId),
                converted.map(Converted::amount).or(() -> limit).orElse(null),
                converted.orElse(null));
    }

    private Optional<Converted> converted(Money limit, Currency currency, LocalDate day) {
        return rates.on(limit.currency(), day)
                .flatMap(from -> rates.on(currency, day).map(to -> from.convert(limit, to)));
    }
}
