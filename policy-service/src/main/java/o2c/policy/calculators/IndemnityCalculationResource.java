package o2c.policy.calculators;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.claims.domain.Indemnity;
import o2c.policy.claims.domain.Indemnity.Left;
import o2c.policy.clauses.domain.DeductionOrder;
import o2c.policy.clauses.domain.LossClauses;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/indemnity-calculations")
@Tag(name = "Calculators")
class IndemnityCalculationResource {

    private static final String EXAMPLE = """
            {"currency":"EUR","covered":"85123.45","insuredPercentage":"90.00","eachAndEveryLoss":"1000.00",
             "deductionOrder":"after","aggregateFirstLossRemaining":"5000.00",
             "maximumLiabilityRemaining":"500000.00"}""";

    /** A covered loss and the clauses; what is left out is not in the policy. Plain decimals in {@code currency}. */
    record IndemnityQuestion(
            @NotNull Currency currency,
            @NotNull BigDecimal covered,
            @NotNull Percentage insuredPercentage,
            BigDecimal eachAndEveryLoss,
            DeductionOrder deductionOrder,
            BigDecimal threshold,
            BigDecimal minimumRetention,
            BigDecimal aggregateFirstLossRemaining,
            BigDecimal maximumLiabilityRemaining) {

        Indemnity answer() {
            if (!insuredPercentage.isShare()) {
                throw RuleBroken.invalid("percentage-out-of-range", "an insured percentage lies from 0 to 100")
                        .at("/insuredPercentage");
            }
            PlainMoney money = new PlainMoney(currency);
            LossClauses clauses = new LossClauses(
                    money.of(threshold, "/threshold"),
                    money.of(eachAndEveryLoss, "/eachAndEveryLoss"),
                    deductionOrder,
                    money.of(minimumRetention, "/minimumRetention"),
                    null,
                    null);
            Left left = new Left(
                    money.of(aggregateFirstLossRemaining, "/aggregateFirstLossRemaining"),
                    money.of(maximumLiabilityRemaining, "/maximumLiabilityRemaining"));
            return Indemnity.of(money.of(covered, "/covered"), insuredPercentage, clauses, left);
        }
    }

    /** What is paid, what is left for later claims of the year, and every step on the way. */
    record IndemnityAnswer(
            Currency currency,
            BigDecimal indemnity,
            BigDecimal aggregateFirstLossRemaining,
            BigDecimal maximumLiabilityRemaining,
            List<PlainStep> steps) {}

    @POST
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "calculateIndemnity",
            summary = "What would the insurer pay for this covered loss?",
            description = "In this order: nothing at or below the threshold; deduction per claim before or after the"
                    + " percentage (deductionOrder, after unless told); insuredPercentage, rounded half up; the seller"
                    + " bears at least minimumRetention; what is left of the aggregate first loss; at most what is left"
                    + " of the maximum liability. Plain decimals in `currency`. Nothing is stored. Refusals: 400"
                    + " wrong-minor-digits, amount-negative, percentage-out-of-range. Scope: policy:read.")
    public IndemnityAnswer calculate(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "deductibles", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    IndemnityQuestion question) {
        Indemnity indemnity = question.answer();
        return new IndemnityAnswer(
                question.currency(),
                indemnity.amount().amount(),
                PlainMoney.plain(indemnity.aggregateFirstLossLeft()),
                PlainMoney.plain(indemnity.maximumLiabilityLeft()),
                PlainStep.of(indemnity.steps()));
    }
}
