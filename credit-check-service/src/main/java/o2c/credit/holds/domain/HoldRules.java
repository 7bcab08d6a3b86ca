package o2c.credit.holds.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import o2c.credit.holds.domain.HoldRule.Effect;

/** The hold rules in force on a day. */
public record HoldRules(List<HoldRule> inForce) {

    public HoldRules {
        inForce = List.copyOf(inForce);
    }

    /** The tenant's own rules, and the standard ones that no rule of his takes the place of. */
    public static HoldRules of(List<HoldRule> own) {
        List<String> set = own.stream().map(HoldRule::ruleId).toList();
        return new HoldRules(Stream.concat(
                        own.stream(), HoldRule.STANDARD.stream().filter(rule -> !set.contains(rule.ruleId())))
                .toList());
    }

    /** Every rule that fires for this customer, kind of check and figures, in the order of the rules. */
    public List<Fired> fired(Purpose purpose, Party party, Function<Measure, Optional<Figure>> figures) {
        List<HoldRule> concerned =
                inForce.stream().filter(rule -> rule.concerns(purpose, party)).toList();
        List<HoldRule> exemptions = concerned.stream()
                .filter(rule -> rule.effect() == Effect.EXEMPT)
                .filter(rule -> rule.fired(figures)
                        .filter(fired -> fired.notComparable().isEmpty())
                        .isPresent())
                .toList();
        return concerned.stream()
                .filter(rule -> rule.effect() != Effect.EXEMPT)
                .flatMap(rule -> rule.fired(figures).stream())
                .map(fired -> exemptions.stream()
                        .filter(exemption -> exemption.setsAside(fired.rule()))
                        .findFirst()
                        .map(fired::setAsideBy)
                        .orElse(fired))
                .toList();
    }
}
