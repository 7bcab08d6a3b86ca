package o2c.credit.holds;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import o2c.credit.holds.domain.Condition;
import o2c.credit.holds.domain.HoldRule;
import o2c.credit.holds.domain.Measure;
import o2c.credit.holds.domain.Purpose;
import o2c.credit.holds.domain.Scope;
import o2c.kernel.RuleBroken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule as callers write it.
 *
 * @param effectiveFrom first business date on which it counts
 * @param active true unless told; false switches the rule off
 * @param purposes the checks that look at it; all unless told
 * @param conditions all of them must hold
 * @param appliesTo for whom it is meant; everybody unless told
 * @param except for whom it is not meant; nobody unless told
 * @param exempts of an exemption: the rules it sets aside; all unless told
 * @param releaseRoles who may release what it holds; any approver unless told
 */
@Schema(
        example = "{\"effectiveFrom\":\"2026-02-01\",\"effect\":\"refer\",\"purposes\":[\"order\",\"shipment\"],"
                + "\"conditions\":[{\"measure\":\"oldest-overdue-days\",\"comparison\":\"more-than\","
                + "\"value\":\"30\"},{\"measure\":\"overdue-amount\",\"comparison\":\"at-least\","
                + "\"value\":\"500.00\",\"currency\":\"EUR\"}],\"except\":{\"segments\":[\"key-account\"]},"
                + "\"releaseRoles\":[\"credit-manager\"],\"text\":\"More than a month late with a real amount.\"}")
public record HoldRuleDefinition(
        @NotNull LocalDate effectiveFrom,
        Boolean active,
        @NotNull HoldRule.Effect effect,
        Set<@NotNull Purpose> purposes,
        @Size(max = 10) List<@NotNull @Valid Comparison> conditions,
        Scope appliesTo,
        Scope except,
        @Size(max = 50) List<@NotNull @Size(max = 64) String> exempts,
        @Size(max = 20) List<@NotNull @Size(max = 64) String> releaseRoles,
        @Size(max = 500) String text) {

    /**
     * One comparison of a rule.
     *
     * @param value days, a count, percent, points, or an amount in {@code currency}
     */
    @Schema(name = "HoldRuleComparison")
    public record Comparison(
            @NotNull Measure measure,
            @NotNull Condition.Comparison comparison,
            @NotNull BigDecimal value,
            Currency currency) {}

    /**
     * The rule it describes.
     *
     * @throws RuleBroken as {@link HoldRule} and {@link Condition} say
     */
    public HoldRule version(String ruleId, int version) {
        return new HoldRule(
                ruleId,
                version,
                effectiveFrom,
                !Boolean.FALSE.equals(active),
                effect,
                purposes,
                checked(),
                appliesTo,
                except,
                exempts,
                releaseRoles,
                text);
    }

    private List<Condition> checked() {
        List<Condition> checked = new ArrayList<>();
        for (Comparison one : conditions == null ? List.<Comparison>of() : conditions) {
            try {
                checked.add(new Condition(one.measure(), one.comparison(), one.value(), one.currency()));
            } catch (RuleBroken refusal) {
                throw refusal.at("/conditions/" + checked.size() + refusal.pointer());
            }
        }
        return checked;
    }
}
