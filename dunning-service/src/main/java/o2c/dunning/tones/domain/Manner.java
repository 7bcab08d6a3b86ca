package o2c.dunning.tones.domain;

import o2c.dunning.strategies.domain.StrategyStep;
import o2c.dunning.strategies.domain.Tone;
import o2c.kernel.Money;

/** What is known of a customer that sets the tone. */
public record Manner(Attitude attitude, Relation relation, ToneTable table) {

    /** Nothing is known: each step keeps its own tone. */
    public static final Manner NONE = new Manner(Attitude.UNKNOWN, Relation.STANDARD, ToneTable.EVEN);

    /** How a step sounds to him when he owes that much. Lateness is in the step. */
    public Tone toneOf(StrategyStep step, Money owed) {
        return table.toneOf(step, attitude, relation, Worth.of(owed));
    }

    /** Why it sounds so, such as {@code step friendly, attitude unreliable, relation standard, value low: +1}. */
    public String reason(StrategyStep step, Money owed) {
        int shift = table.shift(attitude, relation, Worth.of(owed));
        return "step " + step.tone().code() + ", attitude " + attitude.code() + ", relation " + relation.code()
                + ", value " + Worth.of(owed).code() + ": " + (shift > 0 ? "+" : "") + shift;
    }
}
