package o2c.invoice.openings;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.invoice.openings.Openings.Kept;
import o2c.kernel.Money;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.http.Upload;
import o2c.runtime.jobs.Jobs;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Taking over the open items of a former ledger at go-live. */
@Path("/v1/openings")
@Tag(name = "Openings")
class OpeningResource {

    private final Jobs jobs;
    private final Openings openings;

    OpeningResource(Jobs jobs, Openings openings) {
        this.jobs = jobs;
        this.openings = openings;
    }

    /** An opening that was applied; its id is that of its job. */
    @Schema(name = "Opening")
    record OpeningView(
            UUID openingId, String sellerId, LocalDate asOf, LocalDate quietUntil, List<Money> controlTotals) {

        static OpeningView of(Kept kept) {
            return new OpeningView(kept.id(), kept.sellerId(), kept.asOf(), kept.quietUntil(), kept.controlTotals());
        }
    }

    @POST
    @Consumes("application/x-ndjson")
    @RolesAllowed("invoice:write")
    @Upload
    @Operation(
            operationId = "openBooks",
            summary = "Take over the open items of a former ledger as a job",
            description = "Lines of JSON. The first says what is taken over: `sellerId`, `asOf`, `quietUntil`,"
                    + " `controlTotals` (money, one per currency). Each other one is an item: `customerId`,"
                    + " `invoiceNumber`, `issuedOn`, `dueOn`, `currency`, `originalAmount`, `openAmount`, and where"
                    + " known `netAmount`, `deliveredOn`, `orderId`, `contractId`, `reference`, `levelReached`,"
                    + " `lastStepOn`, `noticeSentOn`, `disputedAmount`, `promisedOn`, `placedWith`; history has"
                    + " `openAmount` 0.00 and `settledOn`. The file is read once before anything is booked: when a line"
                    + " cannot be booked (`opening-line-refused`) or a total differs (`control-total-mismatch`) the job"
                    + " fails and nothing is applied. Further failures: `opening-heading-missing`,"
                    + " `control-total-repeated`, `seller-unknown`, `date-in-future`, `quiet-before-opening`. A number"
                    + " that is in the books already is rejected on its own (`invoice-number-taken`). Items are not"
                    + " written about before `quietUntil` and go on at the level after `levelReached`. Refusals:"
                    + " `idempotency-key-missing`, `body-missing` (400). Announces InvoiceIssued with origin"
                    + " `opening`, and InvoiceSettled of history. Scope `invoice:write`.")
    public RestResponse<Void> open(@HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType, InputStream file) {
        return Answer.accepted(jobs.start(OpeningJob.KIND, mediaType, file));
    }

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listOpenings",
            summary = "List the openings that were applied",
            description = "Refusals: `limit-out-of-range`, `cursor-malformed` (400). Scope `invoice:read`.")
    public Page<OpeningView> list(@BeanParam Paging paging) {
        List<OpeningView> rows = openings.after(paging.afterId().orElse(null), paging.limit() + 1).stream()
                .map(OpeningView::of)
                .toList();
        return Page.of(rows, paging.limit(), row -> row.openingId().toString());
    }
}
