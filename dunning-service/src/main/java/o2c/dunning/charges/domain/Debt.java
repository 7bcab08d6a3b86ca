package o2c.dunning.charges.domain;

import java.time.LocalDate;
import java.util.Set;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/** What is owed on one claim while payments come in: claimed costs, interest, principal. */
final class Debt {

    /** What a payment can be set against, in the order of the law: costs, interest, principal. */
    enum Part {
        COSTS,
        INTEREST,
        PRINCIPAL
    }

    private final Claim claim;
    private final InterestAccount account;
    private Money costs;
    private Money principalWhenLate;
    private Money paidSince;

    Debt(Claim claim, InterestTerms terms, LocalDate firstDay) {
        this.claim = claim;
        Money neverOwed = Money.sum(
                claim.credits().stream()
                        .filter(credit -> credit.effectiveOn() == null)
                        .map(Claim.Credit::amount)
                        .toList(),
                claim.principal().currency());
        account = new InterestAccount(
                claim.reference(), claim.principal().minus(neverOwed).orZero(), firstDay, terms);
        costs = Money.zero(claim.principal().currency());
        principalWhenLate = costs;
        paidSince = costs;
    }

    Claim claim() {
        return claim;
    }

    InterestAccount account() {
        return account;
    }

    Money openCosts() {
        return costs;
    }

    /** What was open on its first day late; zero when nothing was. */
    Money principalWhenLate() {
        return principalWhenLate;
    }

    void fallsLate() {
        principalWhenLate = account.openPrincipal();
        paidSince = Money.zero(costs.currency());
    }

    /** What of the principal was not paid since it fell late, whatever the payments were set against. */
    Money notPaid() {
        return principalWhenLate.minus(paidSince).orZero().min(account.openPrincipal());
    }

    void charge(Money amount) {
        costs = costs.plus(amount);
    }

    void credit(Claim.Credit credit) {
        account.accrueThrough(credit.effectiveOn());
        account.payPrincipal(credit.amount().min(account.openPrincipal()));
    }

    boolean isDueOn(LocalDate day) {
        return !claim.dueOn().isAfter(day);
    }

    Percentage rateOn(LocalDate day) {
        return account.rateOn(day);
    }

    Money open(Set<Part> parts) {
        Money sum = Money.zero(costs.currency());
        for (Part part : parts) {
            sum = sum.plus(open(part));
        }
        return sum;
    }

    /** Pays these parts in their order, and tells what went where. */
    Allocated pay(Money amount, Set<Part> parts, LocalDate day) {
        Money zero = Money.zero(amount.currency());
        Money toCosts = parts.contains(Part.COSTS) ? amount.min(costs) : zero;
        Money rest = amount.minus(toCosts);
        Money toInterest = parts.contains(Part.INTEREST) ? rest.min(account.openInterest()) : zero;
        Money toPrincipal = rest.minus(toInterest);
        costs = costs.minus(toCosts);
        account.payInterest(toInterest);
        account.payPrincipal(toPrincipal);
        paidSince = paidSince.plus(amount);
        return new Allocated(claim.reference(), day, toCosts, toInterest, toPrincipal);
    }

    private Money open(Part part) {
        return switch (part) {
            case COSTS -> costs;
            case INTEREST -> account.openInterest();
            case PRINCIPAL -> account.openPrincipal();
        };
    }
}
