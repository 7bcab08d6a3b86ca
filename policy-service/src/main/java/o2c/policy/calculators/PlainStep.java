package o2c.policy.calculators;

import java.math.BigDecimal;
import java.util.List;
import o2c.policy.reckoning.domain.Step;

/** One line of a calculation, as a plain decimal. */
record PlainStep(String step, BigDecimal amount) {

    static List<PlainStep> of(List<Step> steps) {
        return steps.stream()
                .map(step -> new PlainStep(step.step(), step.amount().amount()))
                .toList();
    }
}
