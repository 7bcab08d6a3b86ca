package o2c.credit.limits;

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
import o2c.credit.limits.domain.LimitModels;
import o2c.credit.limits.domain.LimitModels.Proposal;
import o2c.kernel.Percentage;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What common models would grant: a calculator. */
@Path("/v1/credit-limit-proposals")
@Tag(name = "Credit limits")
class LimitProposalResource {

    /** What is known; every amount is in the currency named. What is left out leaves its models out. */
    @Schema(
            name = "LimitModelInputs",
            example = "{\"currency\":\"EUR\",\"netWorth\":\"300000.00\",\"references\":[\"20000.00\",\"25000.00\","
                    + "\"40000.00\"],\"yearlySales\":\"240000.00\",\"vatRate\":\"21.00\",\"termDays\":30,"
                    + "\"delayDays\":15}")
    record Inputs(
            @NotNull Currency currency,
            BigDecimal netWorth,
            BigDecimal workingCapital,
            BigDecimal monthlySales,
            @Size(max = 50) List<@NotNull BigDecimal> references,
            BigDecimal yearlySales,
            Percentage vatRate,
            @Min(0) @Max(730) Integer termDays,
            @Min(0) @Max(730) Integer delayDays,
            BigDecimal tangibleNetWorth,
            BigDecimal turnover,
            Percentage worthShare,
            Percentage turnoverShare) {

        LimitModels models() {
            return new LimitModels(
                    currency,
                    netWorth,
                    workingCapital,
                    monthlySales,
                    references,
                    yearlySales,
                    vatRate,
                    termDays,
                    delayDays,
                    tangibleNetWorth,
                    turnover,
                    worthShare,
                    turnoverShare);
        }
    }

    /** Proposals by model. */
    @Schema(name = "LimitProposals")
    record Proposals(Currency currency, List<Proposal> proposals) {}

    @POST
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "proposeCreditLimits",
            summary = "What common models would grant, each with its arithmetic",
            description = "Models: net-worth, working-capital and monthly-sales (10 percent of each), references (the"
                    + " median of what others grant), need (yearly sales with VAT × days ÷ 365), rating (the smaller of"
                    + " a share of tangible net worth and one of turnover), average (of net-worth, references and need"
                    + " when all three can be told). Stores nothing and sets nothing. Scope: credit:read.")
    public Proposals propose(@NotNull @Valid Inputs inputs) {
        return new Proposals(inputs.currency(), inputs.models().proposals());
    }
}
