package o2c.credit.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import o2c.credit.checks.domain.Standing;
import o2c.credit.customers.Families;
import o2c.credit.customers.domain.Profile;
import o2c.credit.holds.domain.Party;
import o2c.kernel.RuleBroken;

/** Tells who customers are and how they stand. */
@ApplicationScoped
class Standings {

    private final Families families;

    Standings(Families families) {
        this.families = families;
    }

    /**
     * Who the customer is.
     *
     * @throws RuleBroken {@code customer-unknown} (422)
     */
    Profile profileOf(String customerId) {
        return families.profileOf(customerId)
                .orElseThrow(() -> RuleBroken.refused("customer-unknown", "nobody ever spoke of this customer")
                        .at("/customerId"));
    }

    /** How he stands on a day. */
    Standing of(Profile customer, LocalDate day) {
        return new Standing(
                new Party(
                        customer.customerId(),
                        customer.country(),
                        customer.kind(),
                        customer.segment(),
                        null,
                        customer.ancestors()),
                customer.naturalPerson(),
                0,
                null,
                null);
    }
}
