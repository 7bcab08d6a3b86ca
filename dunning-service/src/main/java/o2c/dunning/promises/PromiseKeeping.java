package o2c.dunning.promises;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.dunning.agreements.AgreedItems;
import o2c.dunning.agreements.domain.AgreedItem;
import o2c.dunning.agreements.domain.Grace;
import o2c.dunning.cases.Pauses;
import o2c.dunning.cases.domain.Pause;
import o2c.dunning.promises.domain.Promise;
import o2c.kernel.Decision;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.day.DayOpening;
import o2c.runtime.derive.Derivation;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Takes promises, lets dunning wait for them, and looks at them when money comes or their last day is over. */
@ApplicationScoped
public class PromiseKeeping implements DayOpening, Derivation {

    private static final int USUAL_BANK_DAYS = 2;

    private final Promises promises;
    private final AgreedItems items;
    private final Pauses pauses;
    private final Outbox outbox;
    private final Tenancy tenancy;

    PromiseKeeping(Promises promises, AgreedItems items, Pauses pauses, Outbox outbox, Tenancy tenancy) {
        this.promises = promises;
        this.items = items;
        this.pauses = pauses;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /**
     * What a customer promised.
     *
     * @param sellerId may be null while one seller is known
     * @param amount null for all that is open
     * @param graceDays bank days after the promised day, two unless told; {@code graceAmount}: what may be missing
     */
    public record Said(
            String customerId,
            String sellerId,
            List<String> invoiceNumbers,
            Money amount,
            LocalDate promisedOn,
            Integer graceDays,
            Money graceAmount) {}

    /** Refuses what the domain and the choice of invoices refuse. */
    public Promise make(Said said, Promise.Noted noted) {
        AgreedItems.Chosen chosen = items.choose(said.customerId(), said.sellerId(), said.invoiceNumbers());
        Money missing =
                said.graceAmount() == null ? Money.padded(BigDecimal.ONE, chosen.currency()) : said.graceAmount();
        int days = said.graceDays() == null ? USUAL_BANK_DAYS : said.graceDays();
        Decision<Promise> decision = Promise.make(
                Ids.next(),
                new Promise.Account(said.customerId(), chosen.sellerId()),
                chosen.items(),
                said.amount(),
                new Promise.Term(said.promisedOn(), new Grace(days, missing)),
                noted);
        Promise promise = decision.next();
        promises.insert(promise);
        for (AgreedItem item : promise.items()) {
            pauses.begin(
                    promise.promiseId(),
                    new Pauses.Scope(said.customerId(), chosen.sellerId(), item.invoiceId()),
                    new Pause(Pause.Kind.PROMISE, promise.lastDay()),
                    noted.madeOn());
        }
        outbox.announce(decision.events());
        return promise;
    }

    /** A promise about an open item that is taken over; nobody is refused, nothing open needs none. */
    void takeOver(UUID invoiceId, Said said, Promise.Noted noted) {
        if (items.isOpen(invoiceId)) {
            make(said, noted);
        }
    }

    /** Refuses {@code promise-unknown} and {@code promise-ended}. */
    Promise withdraw(UUID promiseId) {
        Promise promise = promises.lock(promiseId)
                .orElseThrow(() -> RuleBroken.notFound("promise-unknown", "there is no such promise"));
        return save(promise.withdraw(receivedFor(promise), tenancy.today()), tenancy.today());
    }

    @Override
    public void derive(String customerId, LocalDate today) {
        promises.lockRunningOf(customerId).forEach(promise -> look(promise, today));
    }

    @Override
    public void open(LocalDate day) {
        promises.lockOverdueOn(day).forEach(promise -> look(promise, day));
    }

    private void look(Promise promise, LocalDate day) {
        Decision<Promise> decision = promise.look(receivedFor(promise), day);
        if (!decision.changedNothing()) {
            save(decision, day);
        }
    }

    private Promise save(Decision<Promise> decision, LocalDate day) {
        promises.end(decision.next());
        pauses.end(decision.next().promiseId(), day);
        outbox.announce(decision.events());
        return decision.next();
    }

    private Money receivedFor(Promise promise) {
        return items.receivedFor(promise.items(), promise.amount().currency());
    }
}
