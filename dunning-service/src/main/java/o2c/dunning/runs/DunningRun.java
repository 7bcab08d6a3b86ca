package o2c.dunning.runs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import o2c.dunning.cases.DunningRuns;
import o2c.dunning.cases.Receivables;
import o2c.dunning.cases.StepsTaken;
import o2c.dunning.cases.domain.Account;
import o2c.dunning.cases.domain.DueStep;
import o2c.dunning.cases.domain.Outreach;
import o2c.dunning.messages.Correspondence;
import o2c.dunning.messages.Correspondence.Recipient;
import o2c.dunning.messages.domain.Message;
import o2c.dunning.strategies.StrategyKeeping;
import o2c.dunning.strategies.domain.StrategyVersion;
import o2c.kernel.BusinessCalendar;
import o2c.kernel.Event;
import o2c.kernel.Ids;
import o2c.runtime.day.DayOpening;
import o2c.runtime.outbox.Outbox;

/** The run of a day: takes every step that falls on it, and sends one message per customer, seller and currency. */
@ApplicationScoped
class DunningRun implements DayOpening {

    /** How many customers are read at once: bounds the memory a run needs. */
    private static final int CUSTOMERS_AT_ONCE = 500;

    private static final BusinessCalendar CALENDAR = BusinessCalendar.WEEKENDS_ONLY;

    private final Receivables receivables;
    private final StrategyKeeping strategies;
    private final Correspondence correspondence;
    private final StepsTaken stepsTaken;
    private final DunningRuns runs;
    private final Outbox outbox;

    DunningRun(
            Receivables receivables,
            StrategyKeeping strategies,
            Correspondence correspondence,
            StepsTaken stepsTaken,
            DunningRuns runs,
            Outbox outbox) {
        this.receivables = receivables;
        this.strategies = strategies;
        this.correspondence = correspondence;
        this.stepsTaken = stepsTaken;
        this.runs = runs;
        this.outbox = outbox;
    }

    @Override
    public void open(LocalDate day) {
        run(day);
    }

    /** Takes the day's steps; empty when the day had its run. */
    Optional<DunningRuns.Result> run(LocalDate day) {
        if (!runs.begin(day)) {
            return Optional.empty();
        }
        Tally tally = new Tally(day);
        String strategyId = strategies.inForceOn(day).strategyId();
        eachDue(day, due -> tally.add(take(day, strategyId, due)));
        runs.finish(tally.result);
        return Optional.of(tally.result);
    }

    /** Tells what the day's run would do, bundle by bundle, and stores nothing. */
    void preview(LocalDate day, Consumer<Outreach> reader) {
        eachDue(day, due -> due.forEach(reader));
    }

    private void eachDue(LocalDate day, Consumer<List<Outreach>> taker) {
        if (!CALENDAR.isBusinessDay(day)) {
            return;
        }
        StrategyVersion strategy = strategies.inForceOn(day);
        LocalDate dueBy = strategy.content().lastDueDayOn(day);
        List<String> customers = receivables.customersDue(dueBy, "", CUSTOMERS_AT_ONCE);
        while (!customers.isEmpty()) {
            taker.accept(dueFor(customers, day, dueBy, strategy));
            customers = receivables.customersDue(dueBy, customers.get(customers.size() - 1), CUSTOMERS_AT_ONCE);
        }
    }

    private List<Outreach> dueFor(
            Collection<String> customers, LocalDate day, LocalDate dueBy, StrategyVersion strategy) {
        Set<Recipient> written = correspondence.writtenTo(customers, day);
        return receivables.accountsOf(customers, dueBy).stream()
                .filter(account -> !written.contains(recipient(account)))
                .map(account -> account.outreachOn(day, strategy, CALENDAR))
                .filter(outreach -> !outreach.steps().isEmpty())
                .toList();
    }

    private DunningRuns.Result take(LocalDate day, String strategyId, List<Outreach> due) {
        List<Message> messages = new ArrayList<>();
        List<StepsTaken.Noted> steps = new ArrayList<>();
        for (Outreach outreach : due) {
            Optional<Message> message = outreach.message(Ids.next());
            message.ifPresent(messages::add);
            outreach.steps().forEach(step -> steps.add(noted(step, strategyId, message)));
        }
        stepsTaken.insert(steps, day);
        outbox.announce(
                steps.stream().<Event>map(step -> step.due().takenOn(day)).toList());
        correspondence.send(messages);
        return new DunningRuns.Result(day, due.size(), steps.size(), messages.size());
    }

    /** A step inside the house is carried by no message, even when the customer gets one for other invoices. */
    private static StepsTaken.Noted noted(DueStep step, String strategyId, Optional<Message> message) {
        boolean carried = step.planned().step().channel().reachesCustomer();
        return new StepsTaken.Noted(
                step,
                strategyId,
                message.filter(any -> carried).map(Message::messageId).orElse(null));
    }

    private static Recipient recipient(Account account) {
        return new Recipient(
                account.key().customerId(),
                account.key().sellerId(),
                account.key().currency().getCurrencyCode());
    }

    private static final class Tally {
        private DunningRuns.Result result;

        Tally(LocalDate day) {
            result = DunningRuns.Result.none(day);
        }

        void add(DunningRuns.Result more) {
            result = result.plus(more.accounts(), more.steps(), more.messages());
        }
    }
}
