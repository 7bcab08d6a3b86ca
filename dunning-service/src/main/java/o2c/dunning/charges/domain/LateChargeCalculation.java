package o2c.dunning.charges.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import o2c.dunning.rates.domain.Scales;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * Interest, fixed sums and collection costs on some claims, day by day: what falls late, what is charged, what is paid.
 * Of one day, claims fall late first, then credits count, then costs are charged, then payments come in.
 */
public final class LateChargeCalculation {

    /** Costs are asked of a consumer without a notice that is known to have reached him. */
    public static final String NOTICE_NOT_PROVEN = "notice-not-proven";
    /** A Belgian consumer owes interest only where the terms of the contract say so. */
    public static final String INTEREST_NOT_AGREED = "interest-not-agreed";

    private final LateChargeCase given;
    private final CostRule rule;
    private final List<Debt> debts;
    private final List<Allocated> allocations = new ArrayList<>();
    private Money fixedSums;
    private Money costs;
    private Money unclaimed;

    private LateChargeCalculation(LateChargeCase given, Scales scales) {
        this.given = given;
        this.rule = new CostRule(given.jurisdiction(), given.debtorKind(), given.currency(), scales);
        this.debts = given.claims().stream()
                .map(claim -> new Debt(claim, given.terms(), given.firstDay(claim)))
                .toList();
        this.fixedSums = Money.zero(given.currency());
        this.costs = fixedSums;
        this.unclaimed = fixedSums;
    }

    /** Refuses {@code rate-unknown} and {@code currency-not-of-jurisdiction}. */
    public static LateCharges of(LateChargeCase given, Scales scales) {
        if (!given.currency().equals(given.jurisdiction().currency())) {
            throw RuleBroken.refused(
                            "currency-not-of-jurisdiction",
                            "the sums of " + given.jurisdiction() + " are in "
                                    + given.jurisdiction().currency())
                    .at("/currency");
        }
        LateChargeCalculation calculation = new LateChargeCalculation(given, scales);
        calculation.happenings().forEach(one -> one.act.run());
        return calculation.result();
    }

    private record Happening(LocalDate on, int order, Runnable act) {}

    private List<Happening> happenings() {
        List<Happening> all = new ArrayList<>();
        for (Debt debt : debts) {
            LocalDate firstDay = given.firstDay(debt.claim());
            all.add(new Happening(firstDay, 0, () -> fallsLate(debt, firstDay)));
            debt.claim().credits().stream()
                    .filter(credit -> credit.effectiveOn() != null)
                    .forEach(credit -> all.add(new Happening(credit.effectiveOn(), 1, () -> debt.credit(credit))));
        }
        if (given.lastDayOfNotice() != null) {
            LocalDate from = given.lastDayOfNotice().plusDays(1);
            all.add(new Happening(from, 2, () -> chargeCosts(from, notPaid())));
        }
        if (given.costs().mode() == CostsAsked.Mode.AMOUNT) {
            LocalDate day = given.costs().claimedOn();
            all.add(new Happening(day, 2, () -> spread(given.costs().amount())));
        }
        given.payments().forEach(payment -> all.add(new Happening(payment.paidOn(), 3, () -> pay(payment))));
        return all.stream()
                .filter(one -> !one.on.isAfter(given.calculateUntil()))
                .sorted(Comparator.comparing(Happening::on).thenComparing(Happening::order))
                .toList();
    }

    private void fallsLate(Debt debt, LocalDate day) {
        debt.fallsLate();
        Money fixedSum = rule.fixedSum(debt.principalWhenLate(), given.costs(), day);
        fixedSums = fixedSums.plus(fixedSum);
        if (given.costs().areClaimed()) {
            debt.charge(fixedSum);
        } else {
            unclaimed = unclaimed.plus(fixedSum);
        }
        if (given.lastDayOfNotice() == null) {
            chargeCosts(day, debts.stream().map(Debt::principalWhenLate).toList(), debt);
        }
    }

    /** Costs by law on these principals; what was charged before is part of them. */
    private void chargeCosts(LocalDate day, List<Money> principals, Debt debt) {
        Money more = rule.costs(principals, given.costs(), day).minus(costs).orZero();
        debt.charge(more);
        costs = costs.plus(more);
    }

    private void chargeCosts(LocalDate day, List<Money> principals) {
        spread(rule.costs(principals, given.costs(), day));
    }

    /** Spreads costs over the debts by what is open on each. */
    private void spread(Money amount) {
        List<BigDecimal> weights = openPrincipals().stream().map(Money::amount).toList();
        boolean nothingOpen = weights.stream().allMatch(weight -> weight.signum() == 0);
        List<Money> parts = nothingOpen ? amount.splitEqually(debts.size()) : amount.splitBy(weights);
        for (int i = 0; i < debts.size(); i++) {
            debts.get(i).charge(parts.get(i));
        }
        costs = costs.plus(amount);
    }

    private void pay(Payment payment) {
        debts.forEach(debt -> debt.account().accrueThrough(payment.paidOn()));
        allocations.addAll(given.order().allocate(payment, debts));
    }

    private List<Money> openPrincipals() {
        return debts.stream().map(debt -> debt.account().openPrincipal()).toList();
    }

    /** Costs are owed on what was not paid within the term of the notice, before any interest. */
    private List<Money> notPaid() {
        return debts.stream().map(Debt::notPaid).filter(Money::isPositive).toList();
    }

    private LateCharges result() {
        debts.forEach(debt -> debt.account().accrueThrough(given.calculateUntil()));
        List<Segment> segments = debts.stream()
                .flatMap(debt -> debt.account().segments().stream())
                .toList();
        return new LateCharges(
                sum(segments.stream().map(Segment::interest).toList()),
                fixedSums,
                costs,
                new LateCharges.Open(
                        sum(openPrincipals()),
                        sum(debts.stream()
                                .map(debt -> debt.account().openInterest())
                                .toList()),
                        sum(debts.stream().map(Debt::openCosts).toList()).plus(unclaimed)),
                sum(given.payments().stream().map(Payment::amount).toList())
                        .minus(sum(allocations.stream().map(Allocated::amount).toList())),
                debts.stream().anyMatch(debt -> debt.account().isProvisional()),
                segments,
                allocations,
                notes());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (given.debtorKind().isConsumer() && given.noticeReceivedOn() == null && costs.isPositive()) {
            notes.add(NOTICE_NOT_PROVEN);
        }
        if (given.terms().effect() == InterestTerms.Effect.UP_TO_STATUTORY
                && given.terms().agreed() == null) {
            notes.add(INTEREST_NOT_AGREED);
        }
        return notes;
    }

    private Money sum(List<Money> amounts) {
        return Money.sum(amounts, given.currency());
    }
}
