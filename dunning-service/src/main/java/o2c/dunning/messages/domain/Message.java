package o2c.dunning.messages.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.DunningEvent;
import o2c.dunning.strategies.domain.StrategyStep;
import o2c.dunning.strategies.domain.Tone;
import o2c.kernel.Event;
import o2c.kernel.Money;

/**
 * What is said to one customer for one seller in one currency on one day: a letter, an e-mail, or the notes for a call.
 *
 * @param step the step that gives level and channel
 * @param voice how it sounds, and why
 * @param amount what is asked for: the lines less cash on account
 * @param lines the invoices named
 */
public record Message(
        UUID messageId,
        String customerId,
        String sellerId,
        LocalDate sentOn,
        StrategyStep step,
        Voice voice,
        int strategyVersion,
        Money amount,
        List<MessageLine> lines) {

    public Message {
        lines = List.copyOf(lines);
    }

    /** The tone, and the facts it follows from. */
    public record Voice(Tone tone, String reason) {}

    /** What was netted: how much less is asked for than the lines add up to. */
    public Money netted() {
        return Money.sum(lines.stream().map(MessageLine::asked).toList(), amount.currency())
                .minus(amount);
    }

    /** A call is still to be made; everything else has left. */
    public Event announcement() {
        List<UUID> invoices = lines.stream().map(MessageLine::invoiceId).toList();
        return switch (step.channel()) {
            case CALL ->
                new DunningEvent.CallDue(messageId, customerId, sellerId, sentOn, step.level(), amount, invoices);
            default ->
                new DunningEvent.ReminderSent(
                        messageId,
                        customerId,
                        sellerId,
                        sentOn,
                        step.level(),
                        step.channel().code(),
                        voice.tone.code(),
                        amount,
                        invoices);
        };
    }
}
