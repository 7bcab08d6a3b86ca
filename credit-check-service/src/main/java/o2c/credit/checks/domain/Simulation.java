package o2c.credit.checks.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import o2c.credit.holds.domain.HoldRules;
import o2c.kernel.Money;

/** Recorded checks decided again under other hold rules: what would have come out differently. Changes nothing. */
public final class Simulation {

    private static final int MOST_EXAMPLES = 20;

    private final HoldRules rules;
    private final Map<String, Shift> shifts = new TreeMap<>();
    private final List<Example> examples = new ArrayList<>();
    private int checks;
    private int changed;

    /**
     * Checks whose verdict goes from one to another.
     *
     * @param amounts what they were about together, one amount per currency
     */
    public record Shift(String before, String after, int checks, List<Money> amounts) {}

    /** One check whose verdict would have been another. */
    public record Example(UUID checkId, String customerId, String before, String after, List<String> reasons) {}

    /**
     * What a simulation found.
     *
     * @param checks how many were decided again
     * @param changed how many of them came out differently
     * @param shifts all checks by verdict before and after
     * @param examples the first of those that changed
     */
    public record Outcome(int checks, int changed, List<Shift> shifts, List<Example> examples) {}

    public Simulation(HoldRules rules) {
        this.rules = rules;
    }

    /** Decides one more check again. */
    public void add(CreditCheck check) {
        CreditDecision again = CreditDecision.on(check.facts().withRules(rules), check.question());
        String before = check.decision().verdict().code();
        String after = again.verdict().code();
        checks++;
        shifts.merge(
                before + " " + after,
                new Shift(before, after, 1, List.of(check.question().amount())),
                Simulation::together);
        if (!before.equals(after)) {
            changed++;
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(new Example(
                        check.checkId(),
                        check.question().customerId(),
                        before,
                        after,
                        again.reasons().stream().map(Reason::code).toList()));
            }
        }
    }

    public Outcome outcome() {
        return new Outcome(checks, changed, List.copyOf(shifts.values()), List.copyOf(examples));
    }

    private static Shift together(Shift one, Shift other) {
        Map<Currency, Money> amounts = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        one.amounts().forEach(amount -> amounts.merge(amount.currency(), amount, Money::plus));
        other.amounts().forEach(amount -> amounts.merge(amount.currency(), amount, Money::plus));
        return new Shift(one.before(), one.after(), one.checks() + other.checks(), List.copyOf(amounts.values()));
    }
}
