package o2c.credit.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import o2c.credit.checks.domain.CreditCheck.Question;
import o2c.credit.checks.domain.CreditFacts;
import o2c.credit.customers.CustomerRegister;
import o2c.credit.exposure.Exposures;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.limits.CreditLimiting;
import o2c.credit.limits.CreditPolicies;
import o2c.credit.limits.domain.CreditLimit;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;

/** Gathers what a credit decision rests on. */
@ApplicationScoped
class Facts {

    private final CustomerRegister register;
    private final Exposures exposures;
    private final CreditLimiting limits;
    private final CreditPolicies policies;
    private final Covers covers;
    private final Tenancy tenancy;

    Facts(
            CustomerRegister register,
            Exposures exposures,
            CreditLimiting limits,
            CreditPolicies policies,
            Covers covers,
            Tenancy tenancy) {
        this.register = register;
        this.exposures = exposures;
        this.limits = limits;
        this.policies = policies;
        this.covers = covers;
        this.tenancy = tenancy;
    }

    /**
     * The facts about a customer for a question, as they stand.
     *
     * @throws RuleBroken {@code customer-unknown} (422)
     */
    CreditFacts about(Question question) {
        String customerId = question.customerId();
        if (!register.knows(customerId)) {
            throw RuleBroken.refused("customer-unknown", "nobody ever spoke of this customer")
                    .at("/customerId");
        }
        LocalDate today = tenancy.today();
        Currency currency = question.amount().currency();
        List<Exposure> all = exposures.of(customerId);
        return new CreditFacts(
                today,
                all.stream()
                        .filter(exposure -> exposure.currency().equals(currency))
                        .findFirst()
                        .orElse(Exposure.none(currency)),
                limits.inForce(customerId, today).map(CreditLimit::amount).orElse(null),
                all.stream()
                        .filter(exposure -> !exposure.currency().equals(currency))
                        .map(Exposure::total)
                        .filter(Money::isPositive)
                        .toList(),
                exposures.overdueOf(customerId),
                covers.of(customerId).orElse(null),
                policies.inForce(today));
    }
}
