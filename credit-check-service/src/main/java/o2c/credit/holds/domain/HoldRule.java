package o2c.credit.holds.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import o2c.credit.holds.domain.Condition.Comparison;
import o2c.credit.holds.domain.Condition.Finding;
import o2c.kernel.RuleBroken;

/**
 * One version of a rule that holds orders, or that exempts from such rules. It fires when all its conditions hold.
 *
 * @param ruleId kebab word; the code under which it stands among the reasons of a check
 * @param version 0 for a rule that holds until the tenant sets its own
 * @param effectiveFrom first business date on which this version counts
 * @param active false switches the rule off from {@code effectiveFrom} on
 * @param purposes the checks that look at it
 * @param appliesTo for whom it is meant
 * @param except for whom it is not meant; open means no exception
 * @param exempts of an exemption: the rules it sets aside; empty means all
 * @param releaseRoles who may release what it holds; empty means any approver
 * @param text the rule in words of the business, or null
 */
public record HoldRule(
        String ruleId,
        int version,
        LocalDate effectiveFrom,
        boolean active,
        Effect effect,
        Set<Purpose> purposes,
        List<Condition> conditions,
        Scope appliesTo,
        Scope except,
        List<String> exempts,
        List<String> releaseRoles,
        String text) {

    /** What follows when a rule fires. */
    public enum Effect {
        /** A person must decide. */
        REFER,
        DECLINE,
        /** Other rules are set aside; told among the reasons, never in silence. */
        EXEMPT
    }

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 64;

    /** What holds for a tenant that set nothing: no goods on credit once the insurer's cover has stopped. */
    public static final List<HoldRule> STANDARD = List.of(new HoldRule(
            "cover-stopped",
            0,
            LocalDate.of(2000, 1, 1),
            true,
            Effect.REFER,
            EnumSet.allOf(Purpose.class),
            List.of(new Condition(Measure.COVER_STOPPED_DAYS, Comparison.AT_LEAST, BigDecimal.ZERO, null)),
            Scope.OPEN,
            Scope.OPEN,
            List.of(),
            List.of(),
            "Deliveries to this customer are not insured any more."));

    /** Codes {@code rule-id-malformed}, {@code conditions-missing}, {@code exempts-not-expected}. */
    public HoldRule {
        if (!ID.matcher(ruleId).matches() || ruleId.length() > LONGEST_ID) {
            throw RuleBroken.invalid("rule-id-malformed", "a rule is named in lower case words with hyphens")
                    .at("/ruleId");
        }
        purposes = purposes == null || purposes.isEmpty()
                ? Set.copyOf(EnumSet.allOf(Purpose.class))
                : Set.copyOf(purposes);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        if (conditions.isEmpty() && effect != Effect.EXEMPT) {
            throw RuleBroken.invalid("conditions-missing", "a rule that holds has at least one condition")
                    .at("/conditions");
        }
        appliesTo = appliesTo == null ? Scope.OPEN : appliesTo;
        except = except == null ? Scope.OPEN : except;
        exempts = exempts == null ? List.of() : List.copyOf(exempts);
        if (!exempts.isEmpty() && effect != Effect.EXEMPT) {
            throw RuleBroken.invalid("exempts-not-expected", "only an exemption sets other rules aside")
                    .at("/exempts");
        }
        releaseRoles = releaseRoles == null ? List.of() : List.copyOf(releaseRoles);
    }

    /**
     * The same version, when it does not reach back: what was decided before stays as it was.
     *
     * @throws RuleBroken {@code effective-in-past}
     */
    public HoldRule effectiveNotBefore(LocalDate today) {
        if (effectiveFrom.isBefore(today)) {
            throw RuleBroken.refused("effective-in-past", "a rule takes effect on " + today + " or later")
                    .at("/effectiveFrom");
        }
        return this;
    }

    /** Whether the rule is looked at for this customer and this kind of check. */
    public boolean concerns(Purpose purpose, Party party) {
        return active
                && purposes.contains(purpose)
                && appliesTo.includes(party)
                && (except.isOpen() || !except.includes(party));
    }

    /** The rule with what it looked at, when it fires on these figures. */
    Optional<Fired> fired(Function<Measure, Optional<Figure>> figures) {
        TreeMap<String, Object> inputs = new TreeMap<>();
        TreeSet<String> notComparable = new TreeSet<>();
        for (Condition condition : conditions) {
            Optional<Figure> figure = figures.apply(condition.measure());
            Finding finding = condition.of(figure);
            if (finding == Finding.FAILS) {
                return Optional.empty();
            }
            if (finding == Finding.NOT_COMPARABLE) {
                notComparable.add(condition.measure().code());
            }
            inputs.put(condition.measure().code(), figure.orElseThrow().text());
            inputs.put(
                    condition.measure().code() + "-" + condition.comparison().code(),
                    new Figure(condition.value(), condition.currency()).text());
        }
        return Optional.of(new Fired(this, inputs, List.copyOf(notComparable), null));
    }

    /** Whether this exemption sets a rule aside. */
    boolean setsAside(HoldRule other) {
        return exempts.isEmpty() || exempts.contains(other.ruleId);
    }
}
