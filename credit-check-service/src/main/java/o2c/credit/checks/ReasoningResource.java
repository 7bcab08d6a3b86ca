package o2c.credit.checks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import o2c.credit.checks.CreditReplay.Replayed;
import o2c.credit.checks.domain.Counterfactual;
import o2c.credit.checks.domain.CreditCheck;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why a credit check came out as it did: decided again, and what would have to change. */
@Path("/v1/credit-checks/{checkId}")
@Tag(name = "Credit checks")
class ReasoningResource {

    private final CreditChecking checking;
    private final CreditReplay replay;

    ReasoningResource(CreditChecking checking, CreditReplay replay) {
        this.checking = checking;
        this.replay = replay;
    }

    /**
     * What would have to change.
     *
     * @param verdict as it was answered
     * @param changes single changes, each the least of its kind, to the minor unit
     */
    record Reasoning(UUID checkId, String verdict, List<Counterfactual.Change> changes) {}

    @POST
    @Path("/replay")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "replayCreditCheck",
            summary = "Decide again on the stored facts and rule versions",
            description = "The answer then and the answer now in canonical JSON (RFC 8785) of verdict, reasons,"
                    + " exposure, limit, available and cover; identical says whether they are equal byte by byte."
                    + " Facts about the day of the check that are known differently today are listed apart and have"
                    + " no part in it. Stores nothing. Refusal: 404 check-unknown. Scope: credit:read.")
    public Replayed replay(@PathParam("checkId") UUID checkId) {
        return replay.replay(checking.find(checkId));
    }

    @POST
    @Path("/counterfactual")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "explainCreditCheck",
            summary = "The least changes that would have led to an approval",
            description = "Each of them alone turns the verdict into approved, and one minor unit less would not: pay,"
                    + " raise-limit-to, insure, resume-cover, order-at-most. An approved check is told how far its"
                    + " amount could go. Decided on the facts of the check. Stores nothing."
                    + " Refusal: 404 check-unknown. Scope: credit:read.")
    public Reasoning counterfactual(@PathParam("checkId") UUID checkId) {
        CreditCheck check = checking.find(checkId);
        return new Reasoning(
                checkId,
                check.decision().verdict().code(),
                new Counterfactual(check.facts(), check.question()).changes());
    }
}
