package o2c.credit.scoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.credit.behaviour.domain.Behaviour;
import o2c.credit.overrides.domain.RiskOverride;
import o2c.credit.scoring.ScoreBooks.Kept;
import o2c.credit.scoring.domain.Contribution;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How risky a customer is, and why. */
@Path("/v1/customers/{customerId}/risk-profile")
@Tag(name = "Scores")
class RiskProfileResource {

    private final RiskProfiles profiles;
    private final ScoreBooks books;
    private final Books times;

    RiskProfileResource(RiskProfiles profiles, ScoreBooks books, Books times) {
        this.profiles = profiles;
        this.books = books;
        this.times = times;
    }

    /**
     * A risk profile.
     *
     * @param score base and contributions together
     * @param riskClass the class that counts; null when too little is known
     * @param computedClass the class the score alone leads to
     * @param override the exception in force, or null
     * @param humanReview whether a person must decide, because the customer is a human being
     * @param missing the facts the scorecard looked for in vain, with their state
     * @param paymentBehaviour over all invoices
     */
    @Schema(name = "RiskProfile")
    record Profile(
            String customerId,
            LocalDate asOf,
            BigDecimal score,
            String riskClass,
            String computedClass,
            RiskOverride override,
            boolean humanReview,
            String scorecardId,
            int scorecardVersion,
            BigDecimal base,
            List<Contribution> contributions,
            List<Contribution> missing,
            Behaviour paymentBehaviour) {}

    /** A score as it was kept, with what caused it. */
    @Schema(name = "KeptScore")
    record KeptView(
            LocalDate scoredOn,
            BigDecimal score,
            String riskClass,
            String computedClass,
            String scorecardId,
            int scorecardVersion,
            List<Contribution> contributions,
            UUID cause,
            String causeType,
            UUID invoiceId) {

        static KeptView of(Kept kept) {
            return new KeptView(
                    kept.scoredOn(),
                    kept.score().score(),
                    kept.riskClass(),
                    kept.score().riskClass(),
                    kept.score().scorecardId(),
                    kept.score().scorecardVersion(),
                    kept.score().contributions(),
                    kept.cause(),
                    kept.causeType(),
                    kept.invoiceId());
        }
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getRiskProfile",
            summary = "A customer's score, class and payment behaviour, with everything the score is made of",
            description = "Base and contributions add up to the score. What is missing, stale or not computable is told"
                    + " with its state and counts as the scorecard says, never as a value of zero. For a past day the"
                    + " score as it was kept then. Days have four decimals, shares are percent. Refusals: 400"
                    + " date-malformed; 404 customer-unknown; 422 date-in-future, known-at-too-recent."
                    + " Scope: credit:read.")
    public Profile profile(@PathParam("customerId") String customerId, @BeanParam InTime asked) {
        return profiles.of(customerId, times.moment(asked));
    }

    @GET
    @Path("/scores")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listScores",
            summary = "How a customer's score changed, newest first, each with its cause",
            description = "Refusals: 400 limit-out-of-range, cursor-malformed. Scope: credit:read.")
    public Page<KeptView> scores(@PathParam("customerId") String customerId, @BeanParam Paging paging) {
        long before = paging.afterNumber().orElse(Long.MAX_VALUE);
        Page<Kept> page = Page.of(
                books.history(customerId, before, paging.limit() + 1),
                paging.limit(),
                kept -> String.valueOf(kept.number()));
        return new Page<>(page.items().stream().map(KeptView::of).toList(), page.nextCursor());
    }
}
