package o2c.invoice.behaviour;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import o2c.invoice.behaviour.LoyaltyRules.Version;
import o2c.invoice.behaviour.domain.Loyalty;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Answer;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What always paying in time earns. */
@Path("/v1/loyalty-rule")
@Tag(name = "Receivables")
class LoyaltyRuleResource {

    private static final String TOLD = """
        {"effectiveFrom":"2026-02-01","invoices":10,"bonusPercentage":"1.00"}\
        """;

    private static final String ANSWERED = """
        {"version":1,"effectiveFrom":"2026-02-01","invoices":10,"bonusPercentage":"1.00"}\
        """;

    private final LoyaltyRules rules;
    private final Tenancy tenancy;

    LoyaltyRuleResource(LoyaltyRules rules, Tenancy tenancy) {
        this.rules = rules;
        this.tenancy = tenancy;
    }

    /** A new version of the rule. */
    @Schema(name = "LoyaltyDecision")
    record Decided(
            @Schema(description = "First day it counts; today's business date when left out")
            LocalDate effectiveFrom,

            @NotNull @Schema(description = "Paid in time in a row, 1 to 1000")
            Integer invoices,

            @NotNull @Schema(implementation = String.class, description = "0 to 100, of their totals")
            BigDecimal bonusPercentage) {}

    /** A version of the rule. */
    @Schema(name = "LoyaltyRule")
    record RuleView(
            int version,
            LocalDate effectiveFrom,
            int invoices,
            @Schema(implementation = String.class) BigDecimal bonusPercentage) {

        private static RuleView of(Version version) {
            Loyalty rule = version.rule();
            return new RuleView(
                    version.number(),
                    version.effectiveFrom(),
                    rule.invoices(),
                    rule.bonus().value());
        }
    }

    @PUT
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "decideLoyaltyRule",
            summary = "Decide what always paying in time earns",
            description = "A new version; none is overwritten; the same again changes nothing. What a customer has"
                    + " earned is in `/v1/customers/{customerId}/payment-behaviour`. Refusals:"
                    + " `streak-out-of-range`, `percentage-out-of-range`, `effective-in-past` (422)."
                    + " Scope `invoice:write`.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "rule", value = TOLD)))
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content =
                    @Content(
                            schema = @Schema(implementation = RuleView.class),
                            examples = @ExampleObject(name = "rule", value = ANSWERED)))
    public RestResponse<RuleView> decide(@Valid @NotNull Decided decided) {
        LocalDate from = Optional.ofNullable(decided.effectiveFrom()).orElseGet(tenancy::today);
        Version version =
                rules.decide(from, new Loyalty(decided.invoices(), new Percentage(decided.bonusPercentage())));
        return Answer.versioned(RuleView.of(version), version.number());
    }

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getLoyaltyRule",
            summary = "Read what always paying in time earns",
            description = "The version in force today. Refusal: `no-loyalty-rule` (404). Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content =
                    @Content(
                            schema = @Schema(implementation = RuleView.class),
                            examples = @ExampleObject(name = "rule", value = ANSWERED)))
    public RestResponse<RuleView> read() {
        Version version = rules.inForceOn(tenancy.today())
                .orElseThrow(() -> RuleBroken.notFound("no-loyalty-rule", "no loyalty rule is in force"));
        return Answer.versioned(RuleView.of(version), version.number());
    }
}
