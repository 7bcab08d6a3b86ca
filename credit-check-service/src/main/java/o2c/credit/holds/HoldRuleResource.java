package o2c.credit.holds;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Comparator;
import o2c.credit.holds.domain.HoldRule;
import o2c.kernel.RuleBroken;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.http.Preconditions;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Rules that hold orders, and exemptions from them: data with an effective date. */
@Path("/v1/hold-rules")
@Tag(name = "Hold rules")
class HoldRuleResource {

    private final HoldRuleBooks books;
    private final Books times;
    private final Preconditions preconditions;
    private final Tenancy tenancy;

    HoldRuleResource(HoldRuleBooks books, Books times, Preconditions preconditions, Tenancy tenancy) {
        this.books = books;
        this.times = times;
        this.preconditions = preconditions;
        this.tenancy = tenancy;
    }

    @PUT
    @Path("/{ruleId}")
    @RolesAllowed("credit:approve")
    @Writes
    @Operation(
            operationId = "setHoldRule",
            summary = "Set a rule that holds orders, or the next version of one",
            description = "A rule fires when all its conditions hold; every rule that fires stands among the reasons of"
                    + " a check, with what it looked at. Measures: oldest-overdue-days, overdue-amount, overdue-count,"
                    + " overdue-share (percent of open invoices), broken-promises (last 365 days), cover-stopped-days,"
                    + " uninsured-amount, utilisation (percent of the limit), amount, payment-term-days, score."
                    + " Effects: refer, decline, exempt (sets the rules named in exempts aside, or all)."
                    + " Earlier versions stay. If-Match names the version set last and is required once there is one."
                    + " Refusals: 400 rule-id-malformed, conditions-missing, exempts-not-expected, currency-missing,"
                    + " currency-not-expected, threshold-out-of-range; 412 changed-meanwhile; 422 effective-in-past;"
                    + " 428 precondition-required. Scope: credit:approve.")
    public RestResponse<HoldRule> set(
            @PathParam("ruleId") String ruleId, @NotNull @Valid HoldRuleDefinition definition) {
        int last = books.last(ruleId).map(HoldRule::version).orElse(0);
        if (last > 0) {
            preconditions.ifMatchRequired(last);
        }
        HoldRule rule = definition.version(ruleId, last + 1).effectiveNotBefore(tenancy.today());
        books.add(rule);
        return last == 0
                ? Answer.createdVersioned("/v1/hold-rules/" + ruleId, rule, rule.version())
                : Answer.versioned(rule, rule.version());
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listHoldRules",
            summary = "The rules in force on a day, by id",
            description = "Version 0 is a standard rule that the tenant has not set himself: cover-stopped."
                    + " Refusals: 400 date-malformed, limit-out-of-range, cursor-malformed; 422 known-at-too-recent."
                    + " Scope: credit:read.")
    public Page<HoldRule> list(@BeanParam InTime asked, @BeanParam Paging paging) {
        String after = paging.after().orElse("");
        return Page.of(
                books.inForce(times.momentAhead(asked)).inForce().stream()
                        .filter(rule -> rule.ruleId().compareTo(after) > 0)
                        .sorted(Comparator.comparing(HoldRule::ruleId))
                        .limit(paging.limit() + 1L)
                        .toList(),
                paging.limit(),
                HoldRule::ruleId);
    }

    @GET
    @Path("/{ruleId}")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getHoldRule",
            summary = "A rule as it is in force on a day",
            description = "The ETag is the version's. Refusals: 400 date-malformed; 404 hold-rule-unknown;"
                    + " 422 known-at-too-recent. Scope: credit:read.")
    public RestResponse<HoldRule> get(@PathParam("ruleId") String ruleId, @BeanParam InTime asked) {
        HoldRule rule = books.inForce(times.momentAhead(asked)).inForce().stream()
                .filter(one -> one.ruleId().equals(ruleId))
                .findFirst()
                .orElseThrow(HoldRuleResource::unknown);
        return Answer.versioned(rule, rule.version());
    }

    @GET
    @Path("/{ruleId}/versions")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listHoldRuleVersions",
            summary = "All versions of a rule, newest first",
            description = "Refusals: 400 limit-out-of-range, cursor-malformed. Scope: credit:read.")
    public Page<HoldRule> versions(@PathParam("ruleId") String ruleId, @BeanParam Paging paging) {
        int before = paging.after(Integer::valueOf).orElse(Integer.MAX_VALUE);
        return Page.of(
                books.versions(ruleId, before, paging.limit() + 1),
                paging.limit(),
                rule -> String.valueOf(rule.version()));
    }

    private static RuleBroken unknown() {
        return RuleBroken.notFound("hold-rule-unknown", "no such rule is in force on that day");
    }
}
