package o2c.dunning.runs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import o2c.dunning.cases.DunningRuns;
import o2c.dunning.cases.Receivables;
import o2c.dunning.cases.StepsTaken;
import o2c.dunning.cases.domain.Account;
import o2c.dunning.cases.domain.DueStep;
import o2c.dunning.cases.domain.Outreach;
import o2c.dunning.cases.domain.Receivable;
import o2c.dunning.claims.LateChargeClaims;
import o2c.dunning.messages.Correspondence;
import o2c.dunning.messages.Correspondence.Recipient;
import o2c.dunning.messages.domain.Message;
import o2c.dunning.strategies.domain.StrategyVersion;
import o2c.kernel.BusinessCalendar;
import o2c.kernel.Event;
import o2c.kernel.Ids;
import o2c.runtime.outbox.Outbox;

/** Finds what is due for some customers on a day, and does it: steps, messages, charges. */
@ApplicationScoped
class Outreaching {

    static final BusinessCalendar CALENDAR = BusinessCalendar.WEEKENDS_ONLY;

    private final Receivables receivables;
    private final Correspondence correspondence;
    private final StepsTaken stepsTaken;
    private final LateChargeClaims charges;
    private final Outbox outbox;

    Outreaching(
            Receivables receivables,
            Correspondence correspondence,
            StepsTaken stepsTaken,
            LateChargeClaims charges,
            Outbox outbox) {
        this.receivables = receivables;
        this.correspondence = correspondence;
        this.stepsTaken = stepsTaken;
        this.charges = charges;
        this.outbox = outbox;
    }

    List<Outreach> dueFor(Collection<String> customers, LocalDate day, StrategyVersion strategy) {
        LocalDate dueBy = strategy.content().lastDueDayOn(day);
        Set<Recipient> written = correspondence.writtenTo(customers, day);
        return receivables.accountsOf(customers, dueBy).stream()
                .filter(account -> !written.contains(recipient(account)))
                .map(account -> account.outreachOn(day, strategy, CALENDAR))
                .filter(outreach -> !outreach.steps().isEmpty())
                .toList();
    }

    DunningRuns.Result take(LocalDate day, String strategyId, List<Outreach> due) {
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
        charges.claimWithNotice(noticed(steps), day);
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

    private static List<Receivable> noticed(List<StepsTaken.Noted> steps) {
        return steps.stream()
                .filter(noted -> noted.due().planned().step().isFormalNotice())
                .map(noted -> noted.due().receivable())
                .toList();
    }

    static Recipient recipient(Account account) {
        return new Recipient(
                account.key().customerId(),
                account.key().sellerId(),
                account.key().currency().getCurrencyCode());
    }
}
