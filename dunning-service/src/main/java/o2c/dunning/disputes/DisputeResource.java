package o2c.dunning.disputes;

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
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.disputes.domain.Dispute;
import o2c.dunning.disputes.domain.DisputeCode;
import o2c.dunning.disputes.domain.Outcome;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What customers contest. Reminders stop for the contested part only. */
@Path("/v1/disputes")
@Tag(name = "Disputes")
class DisputeResource {

    private final DisputeHandling handling;
    private final Disputes disputes;
    private final Caller caller;
    private final Tenancy tenancy;

    DisputeResource(DisputeHandling handling, Disputes disputes, Caller caller, Tenancy tenancy) {
        this.handling = handling;
        this.disputes = disputes;
        this.caller = caller;
        this.tenancy = tenancy;
    }

    /**
     * A customer contests an invoice.
     *
     * @param sellerId optional while one seller is known
     * @param amount what is contested; all that is open unless told
     * @param code price, quantity, quality, delivery, duplicate, wrong-address, terms, already-paid,
     *     credit-note-missing, tax, service-not-accepted or other
     * @param text in the customer's words
     */
    record Objection(
            @Size(max = 64) String sellerId,
            @NotBlank @Size(max = 200) String invoiceNumber,
            Money amount,
            @NotNull @Size(max = 40) String code,
            @Size(max = 4000) String text) {}

    /**
     * A decision.
     *
     * @param outcome accepted, rejected or withdrawn
     * @param text the conclusion in words
     * @param returnedOn the day goods came back, where that is why it is accepted: charges run until then; else what
     *     was contested was never owed, and charges on it are given up
     */
    record Resolution(
            @NotNull @Size(max = 40) String outcome,
            @Size(max = 4000) String text,
            LocalDate returnedOn) {}

    /** Who sees to it and by when; what is absent stays. */
    record Assignment(@Size(min = 1, max = 200) String owner, LocalDate dueOn) {}

    /**
     * A dispute.
     *
     * @param status open or resolved
     * @param owner a person or role: sales, logistics, billing, cash-desk or collections by the code, until assigned
     * @param dueOn the last day for a decision
     * @param outcome accepted, rejected, withdrawn or closed-by-payment; null while open
     */
    record DisputeView(
            UUID disputeId,
            String status,
            UUID invoiceId,
            String invoiceNumber,
            String customerId,
            String sellerId,
            Money amount,
            String code,
            String text,
            LocalDate openedOn,
            String openedBy,
            String owner,
            LocalDate dueOn,
            String outcome,
            LocalDate resolvedOn,
            String resolvedBy,
            String conclusion,
            LocalDate returnedOn) {

        static DisputeView of(Dispute dispute) {
            Optional<Dispute.Ending> ending = Optional.ofNullable(dispute.ending());
            return new DisputeView(
                    dispute.disputeId(),
                    dispute.status(),
                    dispute.subject().invoiceId(),
                    dispute.subject().invoiceNumber(),
                    dispute.subject().customerId(),
                    dispute.subject().sellerId(),
                    dispute.amount(),
                    dispute.grounds().code().code(),
                    dispute.grounds().text(),
                    dispute.openedOn(),
                    dispute.grounds().openedBy(),
                    dispute.handling().owner(),
                    dispute.handling().dueOn(),
                    ending.map(how -> how.outcome().code()).orElse(null),
                    ending.map(Dispute.Ending::resolvedOn).orElse(null),
                    ending.map(Dispute.Ending::resolvedBy).orElse(null),
                    ending.map(Dispute.Ending::conclusion).orElse(null),
                    ending.map(Dispute.Ending::returnedOn).orElse(null));
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

        @QueryParam("owner")
        String owner;

        @QueryParam("status")
        String status;

        Disputes.Wanted wanted() {
            return new Disputes.Wanted(customerId, sellerId, invoiceNumber, owner, isOpen());
        }

        private Boolean isOpen() {
            if (status == null) {
                return null;
            }
            return switch (status) {
                case "open" -> true;
                case "resolved" -> false;
                default ->
                    throw RuleBroken.invalid("status-unknown", "status is open or resolved")
                            .at("/query/status");
            };
        }
    }

    @POST
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "openDispute",
            summary = "Record that a customer contests an invoice",
            description = "Refusals: 400 dispute-code-unknown, currency-mismatch; 422 invoice-unknown (with"
                    + " Retry-After: it may still be on its way), seller-ambiguous, nothing-open, already-disputed,"
                    + " amount-not-positive, dispute-exceeds-outstanding. Scope: dunning:write.")
    public RestResponse<DisputeView> open(@NotNull @Valid Objection objection) {
        Dispute dispute = handling.open(
                objection.sellerId(),
                objection.invoiceNumber(),
                objection.amount(),
                new Dispute.Grounds(DisputeCode.ofCode(objection.code()), objection.text(), caller.subject()));
        return Answer.created("/v1/disputes/" + dispute.disputeId(), DisputeView.of(dispute));
    }

    @POST
    @Path("/{disputeId}/resolution")
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "resolveDispute",
            summary = "End a dispute",
            description = "Reminders go on at the level reached. Refusals: 400 dispute-outcome-unknown,"
                    + " 404 dispute-unknown, 409 dispute-resolved, 422 return-without-credit. Scope: dunning:write.")
    public DisputeView resolve(@RestPath UUID disputeId, @NotNull @Valid Resolution resolution) {
        return DisputeView.of(handling.resolve(
                disputeId,
                new Dispute.Ending(
                        Outcome.decided(resolution.outcome()),
                        tenancy.today(),
                        caller.subject(),
                        resolution.text(),
                        resolution.returnedOn())));
    }

    @POST
    @Path("/{disputeId}/assignment")
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "assignDispute",
            summary = "Hand a dispute to somebody, or give it another day",
            description =
                    "Refusals: 404 dispute-unknown; 409 dispute-resolved; 422 due-in-past." + " Scope: dunning:write.")
    public DisputeView assign(@RestPath UUID disputeId, @NotNull @Valid Assignment assignment) {
        Dispute.Handling now = find(disputeId).handling();
        return DisputeView.of(handling.hand(
                disputeId,
                new Dispute.Handling(
                        Optional.ofNullable(assignment.owner()).orElse(now.owner()),
                        Optional.ofNullable(assignment.dueOn()).orElse(now.dueOn()))));
    }

    @GET
    @Path("/{disputeId}")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getDispute",
            summary = "One dispute",
            description = "Refusals: 404 dispute-unknown. Scope: dunning:read.")
    public DisputeView get(@RestPath UUID disputeId) {
        return DisputeView.of(find(disputeId));
    }

    private Dispute find(UUID disputeId) {
        return disputes.find(disputeId)
                .orElseThrow(() -> RuleBroken.notFound("dispute-unknown", "there is no such dispute"));
    }

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listDisputes",
            summary = "Disputes, oldest first",
            description = "Filters: customerId, sellerId, invoiceNumber, owner, status (open, resolved)."
                    + " Refusals: 400 status-unknown. Scope: dunning:read.")
    public Page<DisputeView> list(@BeanParam Filter filter, @BeanParam Paging paging) {
        return Page.of(
                disputes.list(filter.wanted(), paging.afterId(), paging.limit()).stream()
                        .map(DisputeView::of)
                        .toList(),
                paging.limit(),
                dispute -> dispute.disputeId().toString());
    }
}
