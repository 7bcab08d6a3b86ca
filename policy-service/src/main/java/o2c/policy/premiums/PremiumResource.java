package o2c.policy.premiums;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.policy.premiums.Declarations.Declaration;
import o2c.policy.premiums.OverInsurance.Unused;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1")
@Tag(name = "Premiums")
class PremiumResource {

    private static final String PERIOD = """
            {"policyId":"pol-2026","from":"2026-01-01","to":"2026-03-31"}""";

    private final Declarations declarations;
    private final OverInsurance overInsurance;
    private final Tenancy tenancy;

    PremiumResource(Declarations declarations, OverInsurance overInsurance, Tenancy tenancy) {
        this.declarations = declarations;
        this.overInsurance = overInsurance;
        this.tenancy = tenancy;
    }

    /** The period that is declared, both days included. */
    record PeriodBody(
            @NotNull String policyId,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {}

    /** Limits that cost money for nothing. */
    record OverInsuranceView(LocalDate since, LocalDate asOf, Money saving, List<Unused> items) {}

    @POST
    @Path("/declarations")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "declareTurnover",
            summary = "Declare the turnover of a period to the insurer",
            description = "turnover = what insured sellers invoiced without VAT (with it, where the net amount is not"
                    + " known) to customers the policy insures, by country; leftOut = the rest by reason; the two"
                    + " add up"
                    + " to invoiced. premium by the policy's clauses on turnover or month-end balances, with its"
                    + " steps. Kept as it was reckoned. Refusals: 422 policy-unknown, policy-not-in-force, 400"
                    + " period-reversed. Scope: policy:write.")
    public RestResponse<Declaration> declare(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a quarter", value = PERIOD)))
                    @NotNull
                    @Valid
                    PeriodBody body) {
        Declaration kept = declarations.declare(body.policyId(), body.from(), body.to());
        return Answer.created("/v1/declarations/" + kept.declarationId(), kept);
    }

    @GET
    @Path("/declarations")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listDeclarations",
            summary = "What was declared, in order",
            description = "Filter: policyId. Scope: policy:read.")
    public Page<Declaration> list(@QueryParam("policyId") String policyId, @BeanParam Paging paging) {
        return Page.of(
                declarations.list(policyId, paging.afterId(), paging.limit() + 1),
                paging.limit(),
                declaration -> declaration.declarationId().toString());
    }

    @GET
    @Path("/premium-estimates")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "estimatePremium",
            summary = "What a policy costs for a period, from the ledger as it is",
            description = "The same figures as a declaration, without keeping it. Query: policyId, from, to. Refusals:"
                    + " 422 policy-unknown, policy-not-in-force, 400 period-reversed, period-missing."
                    + " Scope: policy:read.")
    public Declaration estimate(
            @QueryParam("policyId") String policyId,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to) {
        if (policyId == null || from == null || to == null) {
            throw RuleBroken.invalid("period-missing", "policyId, from and to are needed")
                    .at(policyId == null ? "/query/policyId" : from == null ? "/query/from" : "/query/to");
        }
        return declarations.reckon(policyId, from, to);
    }

    @GET
    @Path("/over-insurance")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listOverInsurance",
            summary = "Limits that are higher than what was owed at any time",
            description = "Of the last months (1 to 120, 12 unless told), the highest unused part first, at most limit"
                    + " items; saving = the yearly fee of limits of which nothing was used. Refusals: 400"
                    + " period-out-of-range. Scope: policy:read.")
    public OverInsuranceView overInsurance(
            @QueryParam("months") @DefaultValue("12") int months, @BeanParam Paging paging) {
        if (months < 1 || months > 120) {
            throw RuleBroken.invalid("period-out-of-range", "1 to 120 months").at("/query/months");
        }
        LocalDate since = tenancy.today().minusMonths(months);
        List<Unused> unused = overInsurance.since(since, paging.limit());
        return new OverInsuranceView(
                since,
                tenancy.today(),
                Money.sum(unused.stream().map(Unused::saving).toList(), tenancy.baseCurrency()),
                unused);
    }
}
