package o2c.credit.checks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import o2c.credit.checks.ReferralQueue.Referral;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Held orders that wait for a person. */
@Path("/v1/referrals")
@Tag(name = "Credit checks")
class ReferralResource {

    private static final String FIRST = "2000-01-01 " + new UUID(0, 0);

    private final ReferralQueue queue;

    ReferralResource(ReferralQueue queue) {
        this.queue = queue;
    }

    @GET
    @RolesAllowed({"credit:read", "credit:approve"})
    @Reads
    @Operation(
            operationId = "listReferrals",
            summary = "Held orders and shipments, the most urgent first",
            description = "To be decided within one day for customers of class A and B, two for all others; what is"
                    + " late is announced as ReferralOverdue, once. Released, replaced and expired checks are gone"
                    + " from it. Refusals: 400 limit-out-of-range, cursor-malformed."
                    + " Scope: credit:read or credit:approve.")
    public Page<Referral> list(@BeanParam Paging paging) {
        String[] after = paging.after(position -> position).orElse(FIRST).split(" ");
        return Page.of(
                queue.waiting(LocalDate.parse(after[0]), UUID.fromString(after[1]), paging.limit() + 1),
                paging.limit(),
                referral -> referral.dueOn() + " " + referral.checkId());
    }
}
