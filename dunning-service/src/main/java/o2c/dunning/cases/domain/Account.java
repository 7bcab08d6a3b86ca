package o2c.dunning.cases.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import o2c.dunning.strategies.domain.StrategyVersion;
import o2c.dunning.tones.domain.Manner;
import o2c.kernel.BusinessCalendar;
import o2c.kernel.Money;

/**
 * What one customer owes to one seller in one currency.
 *
 * @param cash money received and not yet allocated; it is netted before anybody is reminded
 * @param receivables the open ones, oldest due day first
 * @param manner what sets the tone towards the customer
 */
public record Account(AccountKey key, Money cash, List<Receivable> receivables, Manner manner) {

    public Account {
        receivables = List.copyOf(receivables);
    }

    /** Of a customer of whom nothing is known. */
    public Account(AccountKey key, Money cash, List<Receivable> receivables) {
        this(key, cash, receivables, Manner.NONE);
    }

    /** The overdue and undisputed amount less cash on account; negative when the customer has a credit balance. */
    public Money netOverdue() {
        return sum(receivables.stream().filter(Receivable::isOverdue).toList()).minus(cash.orZero());
    }

    public Plan planFor(Receivable receivable, StrategyVersion strategy, BusinessCalendar calendar) {
        Money net = receivable.isOverdue() ? netOverdue() : netOverdue().plus(receivable.dunnable());
        return new Plan(strategy, calendar, receivable, net, manner);
    }

    /** All that is to be done for this account on a day: the steps, bundled into one message at the highest level. */
    public Outreach outreachOn(LocalDate day, StrategyVersion strategy, BusinessCalendar calendar) {
        List<DueStep> steps = receivables.stream()
                .map(receivable -> planFor(receivable, strategy, calendar)
                        .stepOn(day)
                        .map(planned -> new DueStep(receivable, planned)))
                .flatMap(Optional::stream)
                .toList();
        return new Outreach(this, day, steps);
    }

    /** The sum over its receivables of one of their amounts. */
    public Money sumOf(Function<Receivable, Money> amount) {
        return Money.sum(receivables.stream().map(amount).toList(), key.currency());
    }

    Money sum(List<Receivable> some) {
        return Money.sum(some.stream().map(Receivable::dunnable).toList(), key.currency());
    }
}
