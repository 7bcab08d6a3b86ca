package o2c.policy.calculators;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.clauses.domain.PremiumBasis;
import o2c.policy.clauses.domain.PremiumClauses;
import o2c.policy.premiums.domain.Premium;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/premium-calculations")
@Tag(name = "Calculators")
class PremiumCalculationResource {

    private static final String EXAMPLE = """
            {"currency":"EUR","basis":"turnover","turnover":"12345678.90","rate":"0.18","minimum":"20000.00"}""";

    /**
     * What the premium goes by; plain decimals in {@code currency}, the rate in percent.
     *
     * @param basis turnover unless told
     * @param turnover insured turnover, for basis turnover
     * @param balances balances at month ends, for basis outstanding
     * @param limits how many limits are in force, for the fee
     */
    record PremiumQuestion(
            @NotNull Currency currency,
            PremiumBasis basis,
            BigDecimal turnover,
            @Size(max = 120) List<@NotNull BigDecimal> balances,
            @NotNull Percentage rate,
            BigDecimal minimum,
            BigDecimal feePerLimit,
            @Min(0) @Max(1_000_000) Integer limits) {

        Money base() {
            PlainMoney money = new PlainMoney(currency);
            if (basis == PremiumBasis.OUTSTANDING) {
                Money sum = Money.zero(currency);
                for (int i = 0; i < present(balances, "/balances").size(); i++) {
                    sum = sum.plus(money.of(balances.get(i), "/balances/" + i));
                }
                return sum;
            }
            return money.of(present(turnover, "/turnover"), "/turnover");
        }

        PremiumClauses clauses() {
            PlainMoney money = new PlainMoney(currency);
            if (!rate.isShare()) {
                throw RuleBroken.invalid("percentage-out-of-range", "a premium rate lies from 0 to 100")
                        .at("/rate");
            }
            return new PremiumClauses(
                    basis, rate, money.of(minimum, "/minimum"), money.of(feePerLimit, "/feePerLimit"));
        }

        private static <T> T present(T value, String pointer) {
            if (value == null) {
                throw RuleBroken.invalid("base-missing", "the basis of the premium is missing")
                        .at(pointer);
            }
            return value;
        }
    }

    /** The premium and every step on the way. */
    record PremiumAnswer(Currency currency, BigDecimal base, BigDecimal premium, List<PlainStep> steps) {}

    @POST
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "calculatePremium",
            summary = "What would a policy cost?",
            description = "basis turnover (default): turnover x rate; outstanding: sum of month-end balances x rate;"
                    + " rounded half up, at least minimum, plus feePerLimit for each of the limits. Plain decimals in"
                    + " `currency`, rate in percent. Nothing is stored. Refusals: 400 base-missing,"
                    + " percentage-out-of-range, wrong-minor-digits, amount-negative. Scope: policy:read.")
    public PremiumAnswer calculate(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "on turnover", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    PremiumQuestion question) {
        Money base = question.base();
        Premium premium = Premium.of(base, question.clauses(), question.limits() == null ? 0 : question.limits());
        return new PremiumAnswer(
                question.currency(), base.amount(), premium.amount().amount(), PlainStep.of(premium.steps()));
    }
}
