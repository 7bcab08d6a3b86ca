package o2c.policy.reserves;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.policies.Knowledge;
import o2c.policy.reserves.Reserves.Because;
import o2c.policy.reserves.Reserves.Entry;
import o2c.policy.reserves.Reserves.Reached;
import o2c.policy.reserves.Reserves.Versioned;
import o2c.policy.reserves.domain.Assessment;
import o2c.policy.reserves.domain.Assessment.CustomerLoss;
import o2c.policy.reserves.domain.Bucket;
import o2c.policy.reserves.domain.ExpectedLoss;
import o2c.policy.reserves.domain.LateBucket;
import o2c.policy.reserves.domain.Reserve;
import o2c.policy.reserves.domain.ReserveTerms;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.books.Moment;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.http.Preconditions;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/reserves/{reserveId}")
@Tag(name = "Reserves")
class ReserveResource {

    private static final int FEWEST = 30;
    private static final int MOST_CUSTOMERS = 50;
    private static final String TERMS = """
            {"insolventRate":"100.00","netOfVat":true,"matrix":[{"bucket":"not-due","rate":"0.40"},
             {"bucket":"days-1-to-30","rate":"1.50"},{"bucket":"days-31-to-60","rate":"4.00"},
             {"bucket":"days-61-to-90","rate":"9.00"},{"bucket":"over-90","rate":"28.00"},
             {"segment":"public","bucket":"over-90","rate":"5.00"}]}""";

    private final Reserves reserves;
    private final Assessing assessing;
    private final Books books;
    private final Preconditions preconditions;

    ReserveResource(Reserves reserves, Assessing assessing, Books books, Preconditions preconditions) {
        this.reserves = reserves;
        this.assessing = assessing;
        this.books = books;
        this.preconditions = preconditions;
    }

    /** How the reserve is reckoned; rates in percent, a field without segment holds for all others. */
    record TermsBody(
            @NotNull @Size(max = 500) List<@NotNull @Valid RateBody> matrix,
            Percentage insolventRate,
            Boolean netOfVat) {

        ReserveTerms read() {
            return new ReserveTerms(
                    matrix.stream()
                            .map(rate -> new ReserveTerms.Rate(rate.segment(), rate.bucket(), rate.rate()))
                            .toList(),
                    insolventRate,
                    netOfVat != null && netOfVat);
        }
    }

    /** One field of the matrix. */
    record RateBody(
            @Size(min = 1, max = 64) String segment,
            @NotNull LateBucket bucket,
            @NotNull Percentage rate) {}

    /** Cash that is set aside or taken. */
    record MoveBody(
            @NotNull Money amount,
            String customerId,
            @Size(max = 500) String reason) {}

    /** A reserve: {@code advice} is how much the fund lacks, negative = may be released. */
    record ReserveView(
            String reserveId,
            Money fund,
            Money target,
            Money advice,
            Percentage utilisation,
            LocalDate assessedOn,
            ReserveTerms terms) {

        static ReserveView of(Reserve reserve) {
            return new ReserveView(
                    reserve.reserveId(),
                    reserve.fund(),
                    reserve.target(),
                    reserve.advice(),
                    reserve.utilisation(),
                    reserve.assessedOn(),
                    reserve.terms());
        }
    }

    /** One field of the matrix with what stands in it. */
    record FieldView(
            String bucket, Money open, Money insured, Percentage rate, Money lossOnAll, Money lossOnUninsured) {

        static FieldView of(Bucket field) {
            return new FieldView(
                    field.name(),
                    field.open(),
                    field.insured(),
                    field.rate(),
                    field.lossOnAll(),
                    field.lossOnUninsured());
        }
    }

    /** The three figures of an assessment, field by field, and the customers that weigh most. */
    record AssessmentView(
            LocalDate asOf,
            Money open,
            Money lossBeforeInsurance,
            Money insuredPart,
            Money lossAfterInsurance,
            Money movement,
            List<FieldView> fields,
            List<CustomerLoss> customers) {}

    /** How often receivables that came so far came further than 90 days; null with too little history. */
    record RollView(LateBucket bucket, long items, Percentage rate, String note) {}

    /** Loss rates from our own history. */
    record RollsView(LocalDate asOf, int months, List<RollView> items) {}

    @PUT
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "putReserve",
            summary = "Say how a reserve for own losses is reckoned",
            description = "Specific first (insolventRate for customers reported insolvent), the matrix on the rest; a"
                    + " rate without segment is needed for each bucket. netOfVat leaves out VAT that is relieved when a"
                    + " debt is lost. Refusals: 400 rate-missing, percentage-out-of-range, 412 changed-meanwhile."
                    + " Scope: policy:write.")
    public RestResponse<ReserveView> put(
            @PathParam("reserveId") String reserveId,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a matrix", value = TERMS)))
                    @NotNull
                    @Valid
                    TermsBody body) {
        Ids.callerChosen(reserveId);
        Optional<Versioned> before = reserves.find(reserveId);
        before.ifPresent(kept -> preconditions.ifMatch(kept.version()));
        Versioned after = reserves.put(reserveId, body.read());
        return before.isEmpty()
                ? Answer.createdVersioned("/v1/reserves/" + reserveId, ReserveView.of(after.reserve()), after.version())
                : Answer.versioned(ReserveView.of(after.reserve()), after.version());
    }

    @GET
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getReserve",
            summary = "A reserve: cash set aside, target, and what is missing",
            description = "fund is the cash, target the expected loss as last assessed; advice = target - fund;"
                    + " utilisation = target in percent of fund. Refusals: 404 reserve-unknown. Scope: policy:read.")
    public RestResponse<ReserveView> get(@PathParam("reserveId") String reserveId) {
        Versioned kept = reserves.require(reserveId);
        return Answer.versioned(ReserveView.of(kept.reserve()), kept.version());
    }

    @GET
    @Path("/assessment")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "previewAssessment",
            summary = "The expected loss at the close of a day, without keeping it",
            description = "Three figures: loss before insurance, the part that insurance takes off, loss after it; per"
                    + " field of the matrix, with the 50 customers that weigh most. Refusals: 404 reserve-unknown, 422"
                    + " date-in-future, known-at-too-recent. Scope: policy:read.")
    public AssessmentView preview(@PathParam("reserveId") String reserveId, @BeanParam InTime time) {
        Moment moment = books.moment(time);
        Reserve reserve = reserves.require(reserveId).reserve();
        return view(reserve, assessing.of(reserve.terms(), moment.asOf(), Knowledge.of(moment)), moment.asOf());
    }

    @POST
    @Path("/assessments")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "assessReserve",
            summary = "Assess the expected loss of today and take it over as the target",
            description = "Announces ReserveChanged with cause assessed. Refusals: 404 reserve-unknown."
                    + " Scope: policy:write.")
    public RestResponse<AssessmentView> assess(@PathParam("reserveId") String reserveId) {
        Moment moment = books.moment(new InTime());
        Versioned before = reserves.take(reserveId);
        Assessment assessment = assessing.of(before.reserve().terms(), moment.asOf(), Knowledge.of(moment));
        AssessmentView view = view(before.reserve(), assessment, moment.asOf());
        reserves.keep(before, before.reserve().assess(assessment.loss(), moment.asOf()), Because.ASSESSED);
        return Answer.created("/v1/reserves/" + reserveId, view);
    }

    @POST
    @Path("/allocations")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "allocateToReserve",
            summary = "Set cash aside",
            description = "Announces ReserveChanged with cause allocated. Refusals: 404 reserve-unknown; 400"
                    + " amount-not-positive, currency-mismatch. Scope: policy:write.")
    public RestResponse<ReserveView> allocate(@PathParam("reserveId") String reserveId, @NotNull @Valid MoveBody body) {
        return move(reserveId, body, false);
    }

    @POST
    @Path("/draws")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "drawFromReserve",
            summary = "Take cash for a loss",
            description = "Announces ReserveChanged with cause drawn. Refusals: 404 reserve-unknown, 422"
                    + " fund-insufficient; 400 amount-not-positive, currency-mismatch. Scope: policy:write.")
    public RestResponse<ReserveView> draw(@PathParam("reserveId") String reserveId, @NotNull @Valid MoveBody body) {
        return move(reserveId, body, true);
    }

    @GET
    @Path("/entries")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listReserveEntries",
            summary = "What moved a reserve, in order",
            description = "Refusals: 404 reserve-unknown. Scope: policy:read.")
    public Page<Entry> entries(@PathParam("reserveId") String reserveId, @BeanParam Paging paging) {
        reserves.require(reserveId);
        return Page.of(
                reserves.entries(reserveId, paging.afterId(), paging.limit() + 1),
                paging.limit(),
                entry -> entry.entryId().toString());
    }

    @GET
    @Path("/roll-rates")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getRollRates",
            summary = "How often our own receivables that were so late came to more than 90 days late",
            description =
                    "Of the receivables issued in the last months (1 to 120, 12 unless told), with their counts; a"
                            + " bucket with fewer than 30 has no rate and the note insufficient-history. Refusals: 404"
                            + " reserve-unknown, 400 period-out-of-range. Scope: policy:read.")
    public RollsView rolls(
            @PathParam("reserveId") String reserveId, @QueryParam("months") @DefaultValue("12") int months) {
        reserves.require(reserveId);
        if (months < 1 || months > 120) {
            throw RuleBroken.invalid("period-out-of-range", "1 to 120 months").at("/query/months");
        }
        LocalDate today = books.moment(new InTime()).asOf();
        List<Reached> reached = reserves.reached(today, months);
        long lost = reached.get(reached.size() - 1).count();
        return new RollsView(
                today, months, reached.stream().map(each -> roll(each, lost)).toList());
    }

    private static RollView roll(Reached reached, long lost) {
        if (reached.count() < FEWEST) {
            return new RollView(reached.bucket(), reached.count(), null, "insufficient-history");
        }
        BigDecimal rate = BigDecimal.valueOf(lost)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(reached.count()), 2, RoundingMode.HALF_UP);
        return new RollView(reached.bucket(), reached.count(), new Percentage(rate), null);
    }

    private RestResponse<ReserveView> move(String reserveId, MoveBody body, boolean drawn) {
        Versioned before = reserves.take(reserveId);
        LocalDate today = books.moment(new InTime()).asOf();
        Versioned after = reserves.keep(
                before,
                drawn
                        ? before.reserve().draw(body.amount(), today)
                        : before.reserve().allocate(body.amount(), today),
                new Because(body.customerId(), body.reason()));
        return Answer.createdVersioned("/v1/reserves/" + reserveId, ReserveView.of(after.reserve()), after.version());
    }

    private static AssessmentView view(Reserve reserve, Assessment assessment, LocalDate asOf) {
        ExpectedLoss loss = assessment.loss();
        return new AssessmentView(
                asOf,
                loss.open(),
                loss.onAll(),
                loss.onInsured(),
                loss.onUninsured(),
                loss.movementFrom(reserve.target()),
                loss.buckets().stream().map(FieldView::of).toList(),
                assessment.highest(MOST_CUSTOMERS));
    }
}
