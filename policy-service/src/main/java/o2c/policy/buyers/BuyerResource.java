package o2c.policy.buyers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.policy.buyers.BuyerBook.Recorded;
import o2c.policy.buyers.domain.Buyer;
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

@Path("/v1/buyers")
@Tag(name = "Buyers")
class BuyerResource {

    private static final String EXAMPLE = """
            {"name":"Acme Holding BV","registrationNumber":"12345678","insurerBuyerIds":["9001234"],
             "customerIds":["acme-be","acme-nl"]}""";

    private final Buyers buyers;
    private final BuyerBook book;
    private final Preconditions preconditions;

    BuyerResource(Buyers buyers, BuyerBook book, Preconditions preconditions) {
        this.buyers = buyers;
        this.book = book;
        this.preconditions = preconditions;
    }

    /** What is said of a legal entity; a field left out keeps its value. */
    record BuyerBody(
            @Size(min = 1, max = 200) String name,
            @Size(min = 1, max = 64) String registrationNumber,
            @Size(max = 50) List<@NotNull @Size(min = 1, max = 64) String> insurerBuyerIds,
            @Size(max = 500) List<@NotNull String> customerIds) {

        Buyer over(Buyer stored) {
            List<String> customers = customerIds == null ? stored.customerIds() : customerIds;
            for (int i = 0; i < customers.size(); i++) {
                checked(customers.get(i), "/customerIds/" + i);
            }
            return new Buyer(
                    stored.buyerId(),
                    stored.version(),
                    name == null ? stored.name() : name,
                    registrationNumber == null ? stored.registrationNumber() : registrationNumber,
                    insurerBuyerIds == null ? stored.insurerBuyerIds() : insurerBuyerIds,
                    customers);
        }

        private static void checked(String id, String pointer) {
            try {
                Ids.callerChosen(id);
            } catch (RuleBroken malformed) {
                throw malformed.at(pointer);
            }
        }
    }

    /** A legal entity with its customers. */
    record BuyerView(
            String buyerId,
            int version,
            String name,
            String registrationNumber,
            List<String> insurerBuyerIds,
            List<String> customerIds,
            List<ChangeView> history) {

        static BuyerView of(Buyer buyer, List<ChangeView> history) {
            return new BuyerView(
                    buyer.buyerId(),
                    buyer.version(),
                    buyer.name(),
                    buyer.registrationNumber(),
                    buyer.insurerBuyerIds(),
                    buyer.customerIds(),
                    history);
        }
    }

    /** What was said of it, from when on. */
    record ChangeView(
            int version,
            String registrationNumber,
            List<String> customerIds,
            LocalDate recordedOn,
            Instant recordedAt) {

        static ChangeView of(Recorded recorded) {
            return new ChangeView(
                    recorded.buyer().version(),
                    recorded.buyer().registrationNumber(),
                    recorded.buyer().customerIds(),
                    recorded.on(),
                    recorded.at());
        }
    }

    @PUT
    @Path("/{buyerId}")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "putBuyer",
            summary = "Say which customers are one legal entity",
            description = "Limits, stop and discretionary use belong to the buyer: cover is computed over all"
                    + " receivables of its customers, oldest first, and shown per customer. A link counts from the"
                    + " business day on; days before stay as they were. A field left out keeps its value; unchanged"
                    + " content changes nothing. customerIds need not be known yet. Announces BuyerLinked and"
                    + " BuyerUnlinked per customer. Refusals: 422 customer-linked-elsewhere, 412 changed-meanwhile,"
                    + " 400 id-malformed, list-too-long. Scope: policy:write.")
    public RestResponse<BuyerView> put(
            @PathParam("buyerId") String buyerId,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "two customers", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    BuyerBody body) {
        Ids.callerChosen(buyerId);
        Buyer before = buyers.stored(buyerId);
        if (before.version() > 0) {
            preconditions.ifMatch(before.version());
        }
        Buyer after = buyers.put(before, body.over(before));
        BuyerView view = BuyerView.of(after, history(buyerId));
        return before.version() == 0
                ? Answer.createdVersioned("/v1/buyers/" + buyerId, view, after.version())
                : Answer.versioned(view, after.version());
    }

    @GET
    @Path("/{buyerId}")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getBuyer",
            summary = "A legal entity, its customers and its history",
            description = "With its ETag. Refusals: 404 buyer-unknown. Scope: policy:read.")
    public RestResponse<BuyerView> get(@PathParam("buyerId") String buyerId) {
        Buyer buyer = buyers.get(buyerId);
        return Answer.versioned(BuyerView.of(buyer, history(buyerId)), buyer.version());
    }

    @GET
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listBuyers",
            summary = "Legal entities by id, without their history",
            description = "Scope: policy:read.")
    public Page<BuyerView> list(@BeanParam Paging paging) {
        List<BuyerView> rows = new ArrayList<>();
        book.list(paging.after().orElse(""), paging.limit() + 1).forEach(buyer -> rows.add(BuyerView.of(buyer, null)));
        return Page.of(rows, paging.limit(), BuyerView::buyerId);
    }

    private List<ChangeView> history(String buyerId) {
        return book.history(buyerId).stream().map(ChangeView::of).toList();
    }
}
