package o2c.credit.monitoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import o2c.credit.monitoring.domain.Review;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calendar of reviews: nobody with a limit goes unlooked at. */
@Path("/v1/reviews")
@Tag(name = "Monitoring")
class ReviewResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final ReviewBooks reviews;
    private final Reviewing reviewing;
    private final Tenancy tenancy;

    ReviewResource(ReviewBooks reviews, Reviewing reviewing, Tenancy tenancy) {
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.tenancy = tenancy;
    }

    /**
     * A review was done.
     *
     * @param outcome kept, limit-changed, or ended when the customer is no longer reviewed
     */
    @Schema(name = "ReviewCompletion", example = "{\"outcome\":\"kept\",\"reason\":\"accounts of 2025 are sound\"}")
    record Completion(
            @NotNull @Pattern(regexp = "kept|limit-changed|ended")
            String outcome,

            @NotBlank @Size(max = 500) String reason) {}

    /** A review in the calendar. */
    @Schema(name = "ReviewView")
    record ReviewView(
            UUID reviewId,
            String customerId,
            String riskClass,
            LocalDate openedOn,
            LocalDate dueOn,
            boolean overdue,
            LocalDate doneOn,
            String doneBy,
            String outcome,
            String reason) {

        static ReviewView of(Review review, LocalDate today) {
            return new ReviewView(
                    review.reviewId(),
                    review.customerId(),
                    review.riskClass(),
                    review.openedOn(),
                    review.dueOn(),
                    review.isOverdueOn(today),
                    review.doneOn(),
                    review.doneBy(),
                    review.outcome(),
                    review.reason());
        }
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listReviews",
            summary = "Open reviews by day, overdue ones first",
            description = "Every customer with a limit has one open review; its day follows from his risk class and"
                    + " moves nearer when the class gets worse. Filters: dueBy (all unless told), customerId."
                    + " Refusals: 400 date-malformed, limit-out-of-range, cursor-malformed. Scope: credit:read.")
    public Page<ReviewView> reviews(
            @QueryParam("dueBy") @Parameter(description = "Last due day.") LocalDate dueBy,
            @QueryParam("customerId") String customerId,
            @BeanParam Paging paging) {
        String[] after = paging.after(position -> position.split(" ")).orElse(new String[] {"2000-01-01", FIRST + ""});
        Page<Review> page = Page.of(
                reviews.due(
                        dueBy == null ? LocalDate.of(2200, 12, 31) : dueBy,
                        customerId,
                        LocalDate.parse(after[0]),
                        UUID.fromString(after[1]),
                        paging.limit() + 1),
                paging.limit(),
                review -> review.dueOn() + " " + review.reviewId());
        return new Page<>(
                page.items().stream()
                        .map(review -> ReviewView.of(review, tenancy.today()))
                        .toList(),
                page.nextCursor());
    }

    @POST
    @Path("/{reviewId}/completion")
    @RolesAllowed("credit:write")
    @Writes
    @Operation(
            operationId = "completeReview",
            summary = "A person looked at the customer's credit",
            description = "The next review is planned by the class of today, unless the outcome is ended. Refusals: 404"
                    + " review-unknown; 409 review-done. Scope: credit:write.")
    public ReviewView complete(@PathParam("reviewId") UUID reviewId, @NotNull @Valid Completion completion) {
        return ReviewView.of(reviewing.complete(reviewId, completion.outcome(), completion.reason()), tenancy.today());
    }
}
