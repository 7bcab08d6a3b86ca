package o2c.policy.calculators;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import o2c.kernel.RuleBroken;
import o2c.policy.clauses.domain.ConductClauses;
import o2c.policy.clauses.domain.ExtensionAnchor;
import o2c.policy.clauses.domain.ExtensionPeriod;
import o2c.policy.deadlines.domain.DeadlineRule;
import o2c.policy.policies.domain.Codes;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deadline-calculations")
@Tag(name = "Calculators")
class DeadlineCalculationResource {

    private static final String EXAMPLE = """
            {"invoicedOn":"2026-05-31","dueOn":"2026-06-30","extensionPeriod":{"value":60,"unit":"days"},
             "extensionAnchor":"due","reportDays":30}""";

    /**
     * A receivable and the clauses; what is left out is what a silent policy says.
     *
     * @param handedOverOn the day of hand-over for collection, from which the waiting period runs to the day of loss
     * @param waitingPeriod six months unless told
     */
    record DeadlineQuestion(
            LocalDate invoicedOn,
            LocalDate dueOn,
            @Valid Period extensionPeriod,
            ExtensionAnchor extensionAnchor,
            @Min(0) @Max(3650) Integer reportDays,
            @Min(0) @Max(3650) Integer claimDays,
            LocalDate handedOverOn,
            @Valid Period waitingPeriod) {

        DeadlineRule rule() {
            return new DeadlineRule(
                    extensionPeriod == null ? ExtensionPeriod.SIXTY_DAYS : extensionPeriod.period(),
                    extensionAnchor == null ? ExtensionAnchor.DUE : extensionAnchor,
                    reportDays == null ? PolicyTerms.REPORT_DAYS : reportDays,
                    0,
                    claimDays == null ? PolicyTerms.CLAIM_DAYS : claimDays);
        }

        ExtensionPeriod waiting() {
            return waitingPeriod == null ? ConductClauses.SIX_MONTHS : waitingPeriod.period();
        }
    }

    /** A number of days or calendar months. */
    record Period(@NotNull @Min(0) @Max(3650) Integer value, ExtensionPeriod.Unit unit) {

        ExtensionPeriod period() {
            return new ExtensionPeriod(value, unit == null ? ExtensionPeriod.Unit.DAYS : unit);
        }
    }

    /** One step of the reckoning. */
    record Step(String step, LocalDate from, String add, LocalDate day) {}

    /** The days that follow while the receivable stays unpaid; null = not asked. */
    record DeadlineAnswer(
            LocalDate anchorOn,
            LocalDate lastCoveredDay,
            LocalDate stopOn,
            LocalDate reportOn,
            LocalDate claimOn,
            LocalDate lossOn,
            List<Step> steps) {}

    @POST
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "calculateDeadlines",
            summary = "Until when deliveries are insured while a receivable stays unpaid, and when it counts as lost",
            description = "lastCoveredDay = dueOn (or invoicedOn, by extensionAnchor) + extensionPeriod; stopOn = the"
                    + " day after; reportOn = lastCoveredDay + reportDays; claimOn = lastCoveredDay + claimDays; lossOn"
                    + " = handedOverOn + waitingPeriod (protracted default). Defaults: 60 days, due, 30, 180, 6 months."
                    + " A month that has no such day ends on its last. Nothing is stored. Refusals: 400"
                    + " anchor-missing. Scope: policy:read.")
    public DeadlineAnswer calculate(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "60 days after due", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    DeadlineQuestion question) {
        List<Step> steps = new ArrayList<>();
        LocalDate lossOn = null;
        if (question.handedOverOn() != null) {
            lossOn = question.waiting().after(question.handedOverOn());
            steps.add(new Step("loss", question.handedOverOn(), text(question.waiting()), lossOn));
            if (question.invoicedOn() == null && question.dueOn() == null) {
                return new DeadlineAnswer(null, null, null, null, null, lossOn, steps);
            }
        }
        return unpaid(question, lossOn, steps);
    }

    private static DeadlineAnswer unpaid(DeadlineQuestion question, LocalDate lossOn, List<Step> steps) {
        DeadlineRule rule = question.rule();
        LocalDate anchorOn = rule.anchorOf(question.invoicedOn(), question.dueOn());
        if (anchorOn == null) {
            throw RuleBroken.invalid("anchor-missing", "the day from which the extension period runs is missing")
                    .at(rule.anchor() == ExtensionAnchor.DUE ? "/dueOn" : "/invoicedOn");
        }
        LocalDate last = rule.lastCoveredDay(anchorOn);
        LocalDate claimOn = last.plusDays(rule.claimDays());
        steps.add(0, new Step("last covered day", anchorOn, text(rule.extension()), last));
        steps.add(1, new Step("stop", last, "1 days", rule.stopOn(anchorOn)));
        steps.add(2, new Step("report", last, rule.reportDays() + " days", rule.reportOn(anchorOn)));
        steps.add(3, new Step("claim", last, rule.claimDays() + " days", claimOn));
        return new DeadlineAnswer(
                anchorOn, last, rule.stopOn(anchorOn), rule.reportOn(anchorOn), claimOn, lossOn, steps);
    }

    private static String text(ExtensionPeriod period) {
        return period.value() + " " + Codes.text(period.unit());
    }
}
