package o2c.runtime.approvals;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import o2c.kernel.RuleBroken;
import o2c.runtime.work.Writes;

/** A price is changed when a second person agrees. */
@Path("/v1/prices")
class PriceResource {

    static final List<String> CHANGED = new CopyOnWriteArrayList<>();

    @Inject
    Approvals approvals;

    record Requested(UUID approvalId) {}

    @POST
    @Path("/{price}/change-requests")
    @RolesAllowed("invoice:write")
    @Writes
    public Requested ask(@PathParam("price") String price) {
        return new Requested(approvals.request("price", price, Map.of("to", "9.00"), null));
    }

    @ApplicationScoped
    static class ChangesPrices implements ApprovalHandler {

        @Override
        public String kind() {
            return "price";
        }

        @Override
        public void decided(Approval approval) {
            if (approval.subject().equals("frozen")) {
                throw RuleBroken.refused("price-frozen", "this price does not change");
            }
            if (approval.isApproved()) {
                CHANGED.add(
                        approval.subject() + " " + approval.details().get("to").asText());
            }
        }
    }
}
