package o2c.policy.limits;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Upload;
import o2c.runtime.jobs.Jobs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/limits/imports")
@Tag(name = "Limits")
class LimitImportResource {

    private final Jobs jobs;

    LimitImportResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed("policy:write")
    @Upload
    @Operation(
            operationId = "importLimits",
            summary = "Take over an insurer's file of limits as a job",
            description = "`text/csv` with the columns policyId, customerId or buyerId, amount, currency, effectiveFrom"
                    + " and optionally effectiveTo, kind, percentage, decision, conditions, reason in any order. A line"
                    + " says how a limit stands: it changes the limit of that policy, debtor and kind, or makes it; a"
                    + " line that says nothing new changes nothing; amount 0 is a refusal or the end. A line that"
                    + " cannot be taken is rejected on its own (GET /v1/jobs/{jobId}/rejections). The job fails with"
                    + " csv-column-missing, csv-column-unknown or csv-column-repeated when the header cannot be used."
                    + " Refusals: 400 idempotency-key-missing, body-missing. Scope: policy:write.")
    public RestResponse<Void> importLimits(InputStream file) {
        return Answer.accepted(jobs.start(LimitImport.KIND, "text/csv", file));
    }
}
