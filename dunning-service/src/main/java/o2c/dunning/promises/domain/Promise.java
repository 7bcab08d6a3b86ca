package o2c.dunning.promises.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import o2c.contracts.DunningEvent.PromiseBroken;
import o2c.contracts.DunningEvent.PromiseKept;
import o2c.contracts.DunningEvent.PromiseMade;
import o2c.dunning.agreements.domain.AgreedItem;
import o2c.dunning.agreements.domain.Grace;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * A customer said how much he will pay by when. Dunning of the invoices waits until then; it goes on with the next
 * step when the money does not come.
 *
 * @param ending what became of it, or null while it runs
 */
public record Promise(
        UUID promiseId,
        Account account,
        List<AgreedItem> items,
        Money amount,
        LocalDate promisedOn,
        Grace grace,
        Noted noted,
        Ending ending) {

    /** The longest time between promise and payment; whoever needs more agrees on a plan. */
    public static final int LONGEST_DAYS = 31;

    public Promise {
        items = List.copyOf(items);
    }

    public record Account(String customerId, String sellerId) {}

    /** By which way and from whom it was heard (each may be null), who noted it and when. */
    public record Noted(String channel, String person, String takenBy, LocalDate madeOn) {}

    /** What becomes of a promise. */
    public enum Outcome {
        KEPT,
        PARTLY_KEPT,
        BROKEN,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public record Ending(Outcome outcome, Money received, LocalDate endedOn) {}

    /**
     * Refuses {@code promised-on-in-past}, {@code promised-on-too-late}, {@code amount-not-positive}, {@code
     * nothing-open} and {@code promise-exceeds-outstanding}.
     *
     * @param asked null for all that is open on the items
     */
    public static Decision<Promise> make(
            UUID promiseId, Account account, List<AgreedItem> items, Money asked, Term term, Noted noted) {
        if (term.promisedOn.isBefore(noted.madeOn)) {
            throw RuleBroken.refused("promised-on-in-past", "a promise is for " + noted.madeOn + " or later")
                    .at("/promisedOn");
        }
        if (term.promisedOn.isAfter(noted.madeOn.plusDays(LONGEST_DAYS))) {
            throw RuleBroken.refused(
                            "promised-on-too-late",
                            "a promise is for the next " + LONGEST_DAYS + " days; agree on a plan for more")
                    .at("/promisedOn");
        }
        Money zero = Money.zero(items.get(0).openThen().currency());
        Money open = AgreedItem.openThen(items, zero);
        if (open.isZero()) {
            throw RuleBroken.refused("nothing-open", "nothing is open on these invoices");
        }
        Money amount = asked == null ? open : asked;
        if (!amount.isPositive()) {
            throw RuleBroken.refused("amount-not-positive", "a promised amount is more than zero")
                    .at("/amount");
        }
        if (amount.exceeds(open)) {
            throw RuleBroken.refused("promise-exceeds-outstanding", "open on these invoices are " + open)
                    .at("/amount");
        }
        Promise promise = new Promise(promiseId, account, items, amount, term.promisedOn, term.grace, noted, null);
        return Decision.of(promise, promise.made());
    }

    /** The promised day and how strictly it is meant. */
    public record Term(LocalDate promisedOn, Grace grace) {}

    /** Looks at what came in: kept at once, broken when the last day is over. */
    public Decision<Promise> look(Money received, LocalDate day) {
        if (!isRunning()) {
            return Decision.unchanged(this);
        }
        if (grace.isEnough(received, amount)) {
            return end(Outcome.KEPT, received, day);
        }
        if (!day.isAfter(lastDay())) {
            return Decision.unchanged(this);
        }
        return end(received.isPositive() ? Outcome.PARTLY_KEPT : Outcome.BROKEN, received, day);
    }

    /** The customer takes it back, or it was noted by mistake; refuses {@code promise-ended}. */
    public Decision<Promise> withdraw(Money received, LocalDate day) {
        if (!isRunning()) {
            throw RuleBroken.conflict("promise-ended", "the promise has ended already");
        }
        return end(Outcome.WITHDRAWN, received, day);
    }

    /** The last day on which dunning waits for it. */
    public LocalDate lastDay() {
        return grace.lastDayFor(promisedOn);
    }

    public boolean isRunning() {
        return ending == null;
    }

    public Promise with(List<AgreedItem> some) {
        return new Promise(promiseId, account, some, amount, promisedOn, grace, noted, ending);
    }

    /** As it was before it ended. */
    public Promise stillRunning() {
        return new Promise(promiseId, account, items, amount, promisedOn, grace, noted, null);
    }

    public String status() {
        return isRunning() ? "open" : ending.outcome.code();
    }

    private Decision<Promise> end(Outcome outcome, Money received, LocalDate day) {
        Promise ended = new Promise(
                promiseId, account, items, amount, promisedOn, grace, noted, new Ending(outcome, received, day));
        return switch (outcome) {
            case KEPT ->
                Decision.of(
                        ended,
                        new PromiseKept(
                                promiseId, account.customerId, account.sellerId, amount, received, promisedOn, day));
            case PARTLY_KEPT, BROKEN ->
                Decision.of(
                        ended,
                        new PromiseBroken(
                                promiseId,
                                account.customerId,
                                account.sellerId,
                                amount,
                                received,
                                outcome.code(),
                                promisedOn,
                                day));
            case WITHDRAWN -> Decision.of(ended);
        };
    }

    private PromiseMade made() {
        return new PromiseMade(
                promiseId,
                account.customerId,
                account.sellerId,
                amount,
                promisedOn,
                noted.madeOn,
                items.stream().map(AgreedItem::invoiceId).toList());
    }
}
