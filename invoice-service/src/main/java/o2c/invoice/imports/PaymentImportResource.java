package o2c.invoice.imports;

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

/** Booking a whole file of receipts. */
@Path("/v1/payments/imports")
@Tag(name = "Payments")
class PaymentImportResource {

    private final Jobs jobs;

    PaymentImportResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @POST
    @Consumes({"text/csv", InvoiceImport.NDJSON})
    @RolesAllowed("invoice:write")
    @Upload
    @Operation(
            operationId = "importPayments",
            summary = "Import a file of payments as a job",
            description = "`text/csv` with the columns customerId, receivedOn, amount, currency and optionally"
                    + " sellerId, reference, orderId, externalId, invoiceNumber (the whole amount goes there),"
                    + " onAccount in any order, or `application/x-ndjson` of payment requests. Lines are booked in"
                    + " their order, each as a request of its own would be; a line whose externalId and content are"
                    + " known changes nothing. Refused lines: `GET /v1/jobs/{jobId}/rejections`. A job that is cut off"
                    + " goes on after its last committed hundred. The job fails with `csv-column-missing`,"
                    + " `csv-column-unknown` or `csv-column-repeated` when the header cannot be used. Refusals:"
                    + " `idempotency-key-missing`, `body-missing` (400). Announces what booking a payment announces."
                    + " Scope `invoice:write`.")
    public RestResponse<Void> importPayments(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType, InputStream file) {
        return Answer.accepted(jobs.start(PaymentImport.KIND, mediaType, file));
    }
}
