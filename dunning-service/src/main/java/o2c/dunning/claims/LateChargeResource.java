package o2c.dunning.claims;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.dunning.claims.domain.ClaimedCharges;
import o2c.dunning.claims.domain.ClaimedCharges.Waiver;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
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
import org.jboss.resteasy.reactive.RestPath;

/** Late charges that were claimed. They never change what is open on an invoice. */
@Path("/v1/late-charges")
@Tag(name = "Late charges")
class LateChargeResource {

    private static final String EXAMPLE =
            "{\"amount\":{\"amount\":\"58.02\",\"currency\":\"EUR\"},\"reason\":\"first time late in ten years\"}";

    private final LateChargeClaims claims;
    private final ClaimedChargesBook book;
    private final Books books;
    private final Tenancy tenancy;
    private final Caller caller;

    LateChargeResource(LateChargeClaims claims, ClaimedChargesBook book, Books books, Tenancy tenancy, Caller caller) {
        this.claims = claims;
        this.book = book;
        this.books = books;
        this.tenancy = tenancy;
        this.caller = caller;
    }

    /**
     * Gives up claimed charges.
     *
     * @param amount all that is left unless told
     */
    record WaiverRequest(
            Money amount, @NotBlank @Size(max = 1000) String reason) {}

    /**
     * A part that is no longer asked for.
     *
     * @param cause by-person, dispute-accepted or overdue-withdrawn
     */
    record WaiverView(Money amount, String cause, String waivedBy, String reason, LocalDate waivedOn) {

        static WaiverView of(Waiver waiver) {
            return new WaiverView(
                    waiver.amount(), waiver.cause().code(), waiver.waivedBy(), waiver.reason(), waiver.waivedOn());
        }
    }

    /**
     * Claimed charges.
     *
     * @param total interest, fixedSum and collectionCosts
     * @param paid what was paid of it
     * @param remaining what of it is still asked for
     */
    record ChargeView(
            UUID chargeId,
            UUID invoiceId,
            String invoiceNumber,
            String customerId,
            String sellerId,
            LocalDate claimedOn,
            Money interest,
            Money fixedSum,
            Money collectionCosts,
            Money total,
            Money paid,
            Money remaining,
            List<WaiverView> waivers) {

        static ChargeView of(ClaimedCharges charges) {
            return new ChargeView(
                    charges.chargeId(),
                    charges.subject().invoiceId(),
                    charges.subject().invoiceNumber(),
                    charges.subject().customerId(),
                    charges.subject().sellerId(),
                    charges.claimedOn(),
                    charges.sums().interest(),
                    charges.sums().fixedSum(),
                    charges.sums().collectionCosts(),
                    charges.sums().total(),
                    charges.paid(),
                    charges.remaining(),
                    charges.waivers().stream().map(WaiverView::of).toList());
        }
    }

    /** What a list can be narrowed to. */
    static class Filter {
        @QueryParam("customerId")
        String customerId;

        @QueryParam("sellerId")
        String sellerId;

        @QueryParam("invoiceNumber")
        String invoiceNumber;
    }

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listLateCharges",
            summary = "Claimed late charges, oldest first",
            description = "Interest, fixed sums and collection costs by the law of the seller's country, claimed with"
                    + " the formal notice. Filters: customerId, sellerId, invoiceNumber. Refusals: 422 date-in-future,"
                    + " known-at-too-recent. Scope: dunning:read.")
    public Page<ChargeView> list(@BeanParam Filter filter, @BeanParam InTime inTime, @BeanParam Paging paging) {
        return Page.of(
                book
                        .list(
                                new ClaimedChargesBook.Wanted(filter.customerId, filter.sellerId, filter.invoiceNumber),
                                books.moment(inTime),
                                paging.afterId(),
                                paging.limit())
                        .stream()
                        .map(ChargeView::of)
                        .toList(),
                paging.limit(),
                charges -> charges.chargeId().toString());
    }

    @GET
    @Path("/{chargeId}")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getLateCharges",
            summary = "The charges claimed on one invoice",
            description = "Refusals: 404 late-charge-unknown. Scope: dunning:read.")
    public ChargeView get(@RestPath UUID chargeId) {
        return book.find(chargeId)
                .map(ChargeView::of)
                .orElseThrow(() -> RuleBroken.notFound("late-charge-unknown", "there are no such charges"));
    }

    @POST
    @Path("/{chargeId}/waiver")
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "waiveLateCharges",
            summary = "Give up claimed charges, or a part of them",
            description = "The caller and his reason stay on record. Refusals: 400 currency-mismatch; 404"
                    + " late-charge-unknown; 422 nothing-claimed, amount-not-positive, waiver-exceeds-charges."
                    + " Scope: dunning:write.")
    public ChargeView waive(
            @RestPath UUID chargeId,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "goodwill", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    WaiverRequest request) {
        return ChargeView.of(
                claims.waive(chargeId, request.amount(), caller.subject(), request.reason(), tenancy.today()));
    }
}
