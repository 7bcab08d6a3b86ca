package o2c.dunning.cases.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.messages.domain.Message;
import o2c.dunning.messages.domain.MessageLine;
import o2c.kernel.Money;

/**
 * What one run does for one account: steps per receivable, and at most one message for all of them.
 *
 * @param steps one per receivable at most
 */
public record Outreach(Account account, LocalDate day, List<DueStep> steps) {

    public Outreach {
        steps = List.copyOf(steps);
    }

    /** The step that gives the message its level, channel and tone; none when the customer is not to hear anything. */
    public Optional<DueStep> leading() {
        return steps.stream()
                .filter(step -> step.planned().step().channel().reachesCustomer())
                .max(Comparator.comparingInt(DueStep::level));
    }

    /**
     * The receivables the message names: everything overdue and undisputed, and those whose courtesy falls on this
     * day. A mere courtesy names nothing else, so that it stays one.
     */
    public List<Receivable> listed() {
        return account.receivables().stream()
                .filter(receivable -> isOnlyCourtesy() ? hasStep(receivable) : isOwedNow(receivable))
                .toList();
    }

    /** What the message asks for: what it names less cash on account, which covers what is overdue first. */
    public Money amount() {
        Money courtesies = account.sum(steps.stream()
                .map(DueStep::receivable)
                .filter(receivable -> !receivable.isOverdue())
                .toList());
        Money all = account.netOverdue().plus(courtesies);
        return isOnlyCourtesy() ? all.min(courtesies) : all;
    }

    /** The message for the customer, under that id. */
    public Optional<Message> message(UUID messageId) {
        return leading()
                .map(step -> new Message(
                        messageId,
                        account.key().customerId(),
                        account.key().sellerId(),
                        day,
                        step.planned().step(),
                        new Message.Voice(
                                step.planned().tone(),
                                account.manner().reason(step.planned().step(), account.netOverdue())),
                        step.planned().strategyVersion(),
                        amount(),
                        listed().stream().map(this::line).toList()));
    }

    private MessageLine line(Receivable receivable) {
        Optional<DueStep> step = stepOf(receivable);
        return new MessageLine(
                receivable.invoiceId(),
                receivable.invoiceNumber(),
                receivable.terms().dueOn(),
                receivable.open(),
                receivable.disputed(),
                step.map(DueStep::level).orElse(receivable.progress().level()),
                step.isPresent());
    }

    private Optional<DueStep> stepOf(Receivable receivable) {
        return steps.stream()
                .filter(step -> step.receivable().invoiceId().equals(receivable.invoiceId()))
                .findFirst();
    }

    private boolean isOnlyCourtesy() {
        return leading().filter(step -> step.planned().step().isCourtesy()).isPresent();
    }

    private boolean isOwedNow(Receivable receivable) {
        return receivable.isOverdue() && receivable.dunnable().isPositive() || hasStep(receivable);
    }

    private boolean hasStep(Receivable receivable) {
        return stepOf(receivable).isPresent();
    }
}
