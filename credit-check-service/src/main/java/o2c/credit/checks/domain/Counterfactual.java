package o2c.credit.checks.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import o2c.credit.checks.domain.CreditCheck.Question;
import o2c.credit.cover.domain.Cover;
import o2c.kernel.Money;

/**
 * The least change of one thing that turns a verdict into an approval without conditions: found by trying, to the
 * minor unit, so that one unit less would not do.
 */
public record Counterfactual(CreditFacts facts, Question question) {

    /**
     * One way to an approval.
     *
     * @param kind pay, order-at-most, raise-limit-to, insure or resume-cover
     * @param amount how much; null for resume-cover
     */
    public record Change(String kind, Money amount, String text) {}

    /** Facts and question as they would be after a change by so much. */
    private record Tried(CreditFacts facts, Question question) {}

    /** Every single change that would do. For an amount that is approved already: how far it could go. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        if (!isApproved(new Tried(facts, question))) {
            least(room(), this::paid)
                    .ifPresent(by -> changes.add(new Change("pay", by, "The customer pays " + by + ".")));
            least(room(), this::limited).ifPresent(by -> {
                Money to = limitOrZero().plus(by);
                changes.add(new Change("raise-limit-to", to, "The credit limit becomes " + to + "."));
            });
            least(room(), this::insured)
                    .ifPresent(by -> changes.add(new Change("insure", by, "The insurer covers " + by + " more.")));
            coverResumed().ifPresent(changes::add);
        }
        largestOrder()
                .ifPresent(most -> changes.add(
                        new Change("order-at-most", most, "Up to " + most + " the order would be approved.")));
        return changes;
    }

    private Tried paid(Money by) {
        return new Tried(facts.paid(by), question);
    }

    private Tried limited(Money by) {
        return new Tried(facts.withLimit(limitOrZero().plus(by)), question);
    }

    private Tried insured(Money by) {
        Cover cover = Optional.ofNullable(facts.cover()).orElse(new Cover(null, null, null, null, null));
        Money limit = Optional.ofNullable(cover.limit())
                .filter(one -> one.currency().equals(by.currency()))
                .orElse(zero());
        return new Tried(facts.withCover(cover.withLimit(limit.plus(by))), question);
    }

    private Tried ordered(Money amount) {
        return new Tried(
                facts,
                new Question(
                        question.customerId(),
                        question.purpose(),
                        question.orderId(),
                        amount,
                        question.paymentTermDays()));
    }

    private Optional<Change> coverResumed() {
        return Optional.ofNullable(facts.cover())
                .filter(cover -> cover.isStoppedOn(facts.today()))
                .filter(cover -> isApproved(new Tried(facts.withCover(cover.resumed()), question)))
                .map(cover -> new Change("resume-cover", null, "The insurer covers deliveries again."));
    }

    /** The least positive change up to a bound that leads to an approval. */
    private Optional<Money> least(Money bound, Function<Money, Tried> change) {
        if (!bound.isPositive() || !isApproved(change.apply(bound))) {
            return Optional.empty();
        }
        BigInteger fails = BigInteger.ZERO;
        BigInteger works = units(bound);
        while (works.subtract(fails).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = works.add(fails).shiftRight(1);
            if (isApproved(change.apply(money(middle)))) {
                works = middle;
            } else {
                fails = middle;
            }
        }
        return Optional.of(money(works));
    }

    /** The largest amount that would be approved; nothing when not even one minor unit would, or any amount would. */
    private Optional<Money> largestOrder() {
        BigInteger works = BigInteger.ONE;
        if (!isApproved(ordered(money(works)))) {
            return Optional.empty();
        }
        BigInteger fails = units(room());
        if (isApproved(ordered(money(fails)))) {
            return Optional.empty();
        }
        while (fails.subtract(works).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = works.add(fails).shiftRight(1);
            if (isApproved(ordered(money(middle)))) {
                works = middle;
            } else {
                fails = middle;
            }
        }
        return Optional.of(money(works));
    }

    /** More than any change that could make sense: all that is owed, asked for and allowed, ten times over. */
    private Money room() {
        Money absolute = facts.owed().max(facts.owed().negated());
        return absolute.plus(question.amount()).plus(limitOrZero()).times(BigDecimal.TEN);
    }

    private Money limitOrZero() {
        return facts.hasComparableLimit() ? facts.limit() : zero();
    }

    private Money zero() {
        return Money.zero(question.amount().currency());
    }

    private BigInteger units(Money amount) {
        return amount.amount().unscaledValue();
    }

    private Money money(BigInteger units) {
        return new Money(
                new BigDecimal(units, question.amount().amount().scale()),
                question.amount().currency());
    }

    private static boolean isApproved(Tried tried) {
        return CreditDecision.on(tried.facts(), tried.question()).verdict() == Verdict.APPROVED;
    }
}
