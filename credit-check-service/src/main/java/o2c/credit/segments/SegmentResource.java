package o2c.credit.segments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import o2c.credit.holds.domain.Scope;
import o2c.credit.segments.domain.SegmentRule;
import o2c.credit.segments.domain.SegmentRule.FactCondition;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Segments of customers: rules on facts, exactly one at a time. */
@Path("/v1/segments")
@Tag(name = "Segments")
class SegmentResource {

    private final SegmentBooks books;
    private final SegmentChange change;
    private final Books times;
    private final Preconditions preconditions;
    private final Tenancy tenancy;

    SegmentResource(
            SegmentBooks books, SegmentChange change, Books times, Preconditions preconditions, Tenancy tenancy) {
        this.books = books;
        this.change = change;
        this.times = times;
        this.preconditions = preconditions;
        this.tenancy = tenancy;
    }

    /** A condition on a fact: at least, below, or both. */
    @Schema(name = "SegmentCondition")
    record On(@NotBlank @Size(max = 64) String fact, BigDecimal atLeast, BigDecimal below) {}

    /** A new version of a segment. */
    @Schema(
            name = "SegmentDefinition",
            example = "{\"effectiveFrom\":\"2026-02-01\",\"rank\":10,\"appliesTo\":{\"riskClasses\":[\"D\",\"E\"]},"
                    + "\"conditions\":[{\"fact\":\"oldest-overdue-days\",\"atLeast\":\"15\"}]}")
    record Definition(
            @NotNull LocalDate effectiveFrom,
            @Min(0) @Max(1_000_000) int rank,
            Boolean active,
            Scope appliesTo,
            @Size(max = 20) List<@NotNull @Valid On> conditions) {

        SegmentRule version(String segmentId, int version) {
            List<FactCondition> checked = new ArrayList<>();
            for (On one : conditions == null ? List.<On>of() : conditions) {
                try {
                    checked.add(new FactCondition(one.fact(), one.atLeast(), one.below()));
                } catch (RuleBroken refusal) {
                    throw refusal.at("/conditions/" + checked.size() + refusal.pointer());
                }
            }
            return new SegmentRule(
                    segmentId, version, effectiveFrom, rank, !Boolean.FALSE.equals(active), appliesTo, checked);
        }
    }

    @PUT
    @Path("/{segmentId}")
    @RolesAllowed("credit:approve")
    @Writes
    @Operation(
            operationId = "setSegment",
            summary = "Set a segment, or its next version",
            description = "A customer belongs to the first segment by rank whose scope and conditions he meets, else to"
                    + " standard; a segment pinned in the register or by an exception goes before. Facts have the"
                    + " names they have in scorecards; what is not known does not hold. Everybody is looked at again"
                    + " when it takes effect. If-Match names the version set last and is required once there is one."
                    + " Refusals: 400 segment-id-malformed, segment-reserved, condition-empty; 412 changed-meanwhile;"
                    + " 422 effective-in-past; 428 precondition-required. Scope: credit:approve.")
    public RestResponse<SegmentRule> set(
            @PathParam("segmentId") String segmentId, @NotNull @Valid Definition definition) {
        int last = books.last(segmentId).map(SegmentRule::version).orElse(0);
        if (last > 0) {
            preconditions.ifMatchRequired(last);
        }
        SegmentRule rule = definition.version(segmentId, last + 1).effectiveNotBefore(tenancy.today());
        change.set(rule);
        return last == 0
                ? Answer.createdVersioned("/v1/segments/" + segmentId, rule, rule.version())
                : Answer.versioned(rule, rule.version());
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listSegments",
            summary = "The segments in force on a day, by id",
            description = "Refusals: 400 date-malformed, limit-out-of-range, cursor-malformed;"
                    + " 422 known-at-too-recent. Scope: credit:read.")
    public Page<SegmentRule> list(@BeanParam InTime asked, @BeanParam Paging paging) {
        String after = paging.after().orElse("");
        return Page.of(
                books.inForce(times.momentAhead(asked)).stream()
                        .filter(rule -> rule.segmentId().compareTo(after) > 0)
                        .sorted(Comparator.comparing(SegmentRule::segmentId))
                        .limit(paging.limit() + 1L)
                        .toList(),
                paging.limit(),
                SegmentRule::segmentId);
    }

    @GET
    @Path("/{segmentId}")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getSegment",
            summary = "A segment as it is in force on a day",
            description = "Refusals: 400 date-malformed; 404 segment-unknown. Scope: credit:read.")
    public RestResponse<SegmentRule> get(@PathParam("segmentId") String segmentId, @BeanParam InTime asked) {
        SegmentRule rule = books.inForce(times.momentAhead(asked)).stream()
                .filter(one -> one.segmentId().equals(segmentId))
                .findFirst()
                .orElseThrow(() -> RuleBroken.notFound("segment-unknown", "no such segment is in force on that day"));
        return Answer.versioned(rule, rule.version());
    }
}
