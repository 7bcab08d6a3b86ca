package o2c.dunning.charges.domain;

import java.time.LocalDate;
import o2c.kernel.Money;

/** How much of a payment went to one claim, and to which part of it. */
public record Allocated(String reference, LocalDate paidOn, Money costs, Money interest, Money principal) {

    public Money amount() {
        return costs.plus(interest).plus(principal);
    }

    Allocated plus(Allocated other) {
        return new Allocated(
                reference,
                paidOn,
                costs.plus(other.costs),
                interest.plus(other.interest),
                principal.plus(other.principal));
    }
}
