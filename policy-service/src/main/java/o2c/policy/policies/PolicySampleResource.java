package o2c.policy.policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import o2c.kernel.RuleBroken;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/policy-samples")
@Tag(name = "Policies")
class PolicySampleResource {

    private static final Map<String, String> STYLES = Map.of(
            "sixty-days-after-due", "Extension period from the due day, limits filled oldest first, net of VAT",
            "from-invoice-day", "Extension period from the invoice day, cover set on delivery, aggregate first loss",
            "percentage-then-deduction", "Every receivable in proportion, deduction per claim after the percentage");

    private final ObjectMapper json;

    PolicySampleResource(ObjectMapper json) {
        this.json = json;
    }

    /** A policy to start from: {@code policy} is a body for PUT /v1/policies/{policyId}. */
    record SampleView(
            String sampleId,
            String style,
            @Schema(implementation = PolicyView.class) JsonNode policy) {}

    /** All samples. */
    record SamplesView(List<SampleView> items) {}

    @GET
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listPolicySamples",
            summary = "Three policies in the style of three insurers, to start from",
            description = "Each is a body for PUT /v1/policies/{policyId}. Scope: policy:read.")
    public SamplesView list() {
        return new SamplesView(
                STYLES.keySet().stream().sorted().map(this::sample).toList());
    }

    @GET
    @Path("/{sampleId}")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getPolicySample",
            summary = "One sample policy",
            description = "Refusals: 404 sample-unknown. Scope: policy:read.")
    public SampleView get(@PathParam("sampleId") String sampleId) {
        if (!STYLES.containsKey(sampleId)) {
            throw RuleBroken.notFound("sample-unknown", "there is no sample " + sampleId);
        }
        return sample(sampleId);
    }

    private SampleView sample(String sampleId) {
        try (InputStream file = PolicySampleResource.class.getResourceAsStream("/samples/" + sampleId + ".json")) {
            return new SampleView(sampleId, STYLES.get(sampleId), json.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
