package o2c.policy.calculators;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.claims.domain.RecoverySharing;
import o2c.policy.claims.domain.RecoverySharing.Loss;
import o2c.policy.reckoning.domain.Step;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/recovery-calculations")
@Tag(name = "Calculators")
class RecoveryCalculationResource {

    private static final String EXAMPLE = """
            {"currency":"EUR","loss":"30000.00","limit":"25000.00","insuredPercentage":"90.00",
             "recovery":"10000.00","costs":"500.00","timing":"after-loss"}""";

    /** When the money came in, against the day of loss. */
    enum Timing {
        BEFORE_LOSS,
        AFTER_LOSS
    }

    /**
     * A loss and a recovery; plain decimals in {@code currency}.
     *
     * @param loss everything that was open before the recovery
     * @param limit what of it could be covered at most; all unless told
     * @param indemnity what the insurer paid; limit and percentage give it unless told
     * @param timing after-loss unless told
     */
    record RecoveryQuestion(
            @NotNull Currency currency,
            @NotNull BigDecimal loss,
            BigDecimal limit,
            @NotNull Percentage insuredPercentage,
            BigDecimal indemnity,
            @NotNull BigDecimal recovery,
            BigDecimal costs,
            Timing timing) {}

    /**
     * @param openLoss what is lost: less a recovery before the day of loss
     * @param indemnity what the insurer pays for it
     * @param onInsuredPart what of the recovery falls on the covered part
     */
    record RecoveryAnswer(
            Currency currency,
            BigDecimal openLoss,
            BigDecimal covered,
            BigDecimal indemnity,
            BigDecimal insurerShare,
            BigDecimal sellerShare,
            BigDecimal onInsuredPart,
            List<PlainStep> steps) {}

    @POST
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "calculateRecovery",
            summary = "Who gets what of money that still comes in?",
            description = "before-loss: it lowers what is open, and with it the indemnity. after-loss: the recovery"
                    + " less agreed costs is shared by each side's share of the loss (insurer = recovery x indemnity /"
                    + " loss, rounded half up; the rest is the seller's). Plain decimals in `currency`. Nothing is"
                    + " stored. Refusals: 422 costs-exceed-recovery, 400 loss-not-positive, indemnity-exceeds-loss,"
                    + " wrong-minor-digits, amount-negative, percentage-out-of-range. Scope: policy:read.")
    public RecoveryAnswer calculate(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "after the loss", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    RecoveryQuestion question) {
        if (!question.insuredPercentage().isShare()) {
            throw RuleBroken.invalid("percentage-out-of-range", "an insured percentage lies from 0 to 100")
                    .at("/insuredPercentage");
        }
        PlainMoney money = new PlainMoney(question.currency());
        Money loss = money.of(question.loss(), "/loss");
        Money recovery = money.of(question.recovery(), "/recovery");
        return question.timing() == Timing.BEFORE_LOSS
                ? before(question, loss, recovery)
                : after(question, loss, recovery);
    }

    private static RecoveryAnswer before(RecoveryQuestion question, Money loss, Money recovery) {
        Money open = loss.minus(recovery).orZero();
        Money covered = covered(question, open);
        Money indemnity = question.insuredPercentage().of(covered);
        List<Step> steps = List.of(
                new Step("open", loss),
                new Step("less received before the day of loss, " + recovery, open),
                new Step("covered", covered),
                new Step("insured percentage of " + question.insuredPercentage(), indemnity));
        return new RecoveryAnswer(
                question.currency(),
                open.amount(),
                covered.amount(),
                indemnity.amount(),
                Money.zero(question.currency()).amount(),
                Money.zero(question.currency()).amount(),
                Money.zero(question.currency()).amount(),
                PlainStep.of(steps));
    }

    private static RecoveryAnswer after(RecoveryQuestion question, Money loss, Money recovery) {
        PlainMoney money = new PlainMoney(question.currency());
        Money covered = covered(question, loss);
        Money indemnity = question.indemnity() == null
                ? question.insuredPercentage().of(covered)
                : money.of(question.indemnity(), "/indemnity");
        RecoverySharing sharing = RecoverySharing.of(
                recovery, money.orZero(question.costs(), "/costs"), new Loss(loss, covered, indemnity));
        List<Step> steps = new ArrayList<>(
                List.of(new Step("loss", loss), new Step("covered", covered), new Step("indemnity", indemnity)));
        steps.addAll(sharing.steps());
        return new RecoveryAnswer(
                question.currency(),
                loss.amount(),
                covered.amount(),
                indemnity.amount(),
                sharing.insurer().amount(),
                sharing.seller().amount(),
                sharing.onCoveredPart().amount(),
                PlainStep.of(steps));
    }

    private static Money covered(RecoveryQuestion question, Money open) {
        return question.limit() == null
                ? open
                : open.min(new PlainMoney(question.currency()).of(question.limit(), "/limit"));
    }
}
