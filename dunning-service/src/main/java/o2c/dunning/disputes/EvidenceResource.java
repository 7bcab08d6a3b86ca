package o2c.dunning.disputes;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What speaks for or against a dispute: references to documents, with notes. */
@Path("/v1/disputes/{disputeId}/evidence")
@Tag(name = "Disputes")
class EvidenceResource {

    private final Disputes disputes;
    private final Sql sql;
    private final Tenancy tenancy;
    private final Caller caller;

    EvidenceResource(Disputes disputes, Sql sql, Tenancy tenancy, Caller caller) {
        this.disputes = disputes;
        this.sql = sql;
        this.tenancy = tenancy;
        this.caller = caller;
    }

    /**
     * A piece of evidence.
     *
     * @param kind in kebab case, such as delivery-note, photo or letter
     * @param reference where it is kept: a document's number or address
     */
    record EvidenceRequest(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*") @Size(max = 40)
            String kind,

            @NotBlank @Size(max = 1000) String reference,
            @Size(max = 4000) String note) {}

    /** A piece of evidence, with who added it. */
    record EvidenceView(
            UUID evidenceId, String kind, String reference, String note, String addedBy, LocalDate addedOn) {}

    @POST
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "addEvidence",
            summary = "Add a piece of evidence to a dispute",
            description = "Also to one that is resolved. Refusals: 404 dispute-unknown. Scope: dunning:write.")
    public RestResponse<EvidenceView> add(@RestPath UUID disputeId, @NotNull @Valid EvidenceRequest request) {
        refuseUnknown(disputeId);
        EvidenceView added = new EvidenceView(
                Ids.next(), request.kind(), request.reference(), request.note(), caller.subject(), tenancy.today());
        sql.update(
                "insert into dispute_evidence (tenant, evidence_id, dispute_id, kind, reference, note, added_by,"
                        + " added_on) values (?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                added.evidenceId(),
                disputeId,
                added.kind(),
                added.reference(),
                added.note(),
                added.addedBy(),
                added.addedOn());
        return Answer.created("/v1/disputes/" + disputeId + "/evidence", added);
    }

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listEvidence",
            summary = "The evidence of a dispute, oldest first",
            description = "At most 200 pieces. Refusals: 404 dispute-unknown. Scope: dunning:read.")
    public Page<EvidenceView> list(@RestPath UUID disputeId) {
        refuseUnknown(disputeId);
        List<EvidenceView> all = sql.list(
                "select evidence_id, kind, reference, note, added_by, added_on from dispute_evidence"
                        + " where tenant = ? and dispute_id = ? order by evidence_id limit 200",
                row -> new EvidenceView(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class)),
                tenancy.tenant(),
                disputeId);
        return new Page<>(all, null);
    }

    private void refuseUnknown(UUID disputeId) {
        disputes.find(disputeId).orElseThrow(() -> RuleBroken.notFound("dispute-unknown", "there is no such dispute"));
    }
}
