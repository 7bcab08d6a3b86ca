package o2c.invoice.credits;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Upload;
import o2c.runtime.jobs.Jobs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Taking over credit notes as a file. */
@Path("/v1/credit-notes/imports")
@Tag(name = "Credit notes")
class CreditNoteImportResource {

    private final Jobs jobs;

    CreditNoteImportResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @POST
    @Consumes("application/x-ndjson")
    @RolesAllowed("invoice:write")
    @Upload
    @Operation(
            operationId = "importCreditNotes",
            summary = "Import a file of credit notes as a job",
            description = "`application/x-ndjson` of requests as `POST /v1/credit-notes` takes them. A line that says"
                    + " again what is stored changes nothing; every other line is booked or rejected on its own with"
                    + " line number, code, detail and original text (`GET /v1/jobs/{jobId}/rejections`). Refusals:"
                    + " `idempotency-key-missing`, `body-missing` (400). Announces CreditNoteIssued, InvoiceSettled,"
                    + " OverdueWithdrawn. Scope `invoice:write`.")
    public RestResponse<Void> importCreditNotes(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType, InputStream file) {
        return Answer.accepted(jobs.start(CreditNoteImport.KIND, mediaType, file));
    }
}
