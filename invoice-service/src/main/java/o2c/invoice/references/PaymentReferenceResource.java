package o2c.invoice.references;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import o2c.invoice.references.domain.PaymentReference;
import o2c.invoice.references.domain.PaymentReference.Scheme;
import o2c.kernel.RuleBroken;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Making and checking structured payment references; nothing is stored. */
@Path("/v1/payment-references")
@Tag(name = "Payment references")
class PaymentReferenceResource {

    private static final String MADE = """
        {"scheme":"rf","reference":"RF33FACT20260001"}\
        """;

    private static final String EXAMPLE = "{\"scheme\":\"rf\",\"text\":\"FACT20260001\"}";

    /** A text to make a reference of, such as an invoice number. */
    @Schema(name = "PaymentReferenceRequest")
    record Wanted(
            @NotNull Scheme scheme,
            @NotNull @Size(min = 1, max = 100) String text) {}

    /** A reference of that scheme. */
    @Schema(name = "PaymentReference")
    record Made(Scheme scheme, String reference) {}

    /** A reference to be checked. */
    @Schema(name = "PaymentReferenceCheck")
    record Check(@NotNull @Size(min = 1, max = 100) String reference) {}

    /** Under which schemes the reference is right; none when it is wrong or free text. */
    @Schema(name = "PaymentReferenceFindings")
    record Findings(String reference, List<Scheme> validAs) {}

    @POST
    @RolesAllowed("invoice:read")
    @Reads
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Wanted.class),
                            examples = @ExampleObject(name = "rf", value = EXAMPLE)))
    @Operation(
            operationId = "makePaymentReference",
            summary = "Make a structured payment reference",
            description = "`rf` (ISO 11649: 1 to 21 letters and digits), `ogm` (Belgium: 1 to 10 digits) or"
                    + " `betalingskenmerk` (Netherlands: 1 to 12 or 15 digits), with check digits. A calculator: no"
                    + " Idempotency-Key. Refusal: `reference-base-unusable` (422). Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The reference",
            content =
                    @Content(
                            schema = @Schema(implementation = Made.class),
                            examples = @ExampleObject(name = "example", value = MADE)))
    public Made make(@Valid @NotNull Wanted wanted) {
        try {
            return new Made(wanted.scheme(), PaymentReference.make(wanted.scheme(), wanted.text()));
        } catch (RuleBroken unusable) {
            throw unusable.at("/text");
        }
    }

    @POST
    @Path("/validations")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "checkPaymentReference",
            summary = "Check a structured payment reference",
            description = "Names the schemes under which form and check digits are right. A calculator: no"
                    + " Idempotency-Key. Scope `invoice:read`.")
    public Findings check(@Valid @NotNull Check check) {
        List<Scheme> valid = Arrays.stream(Scheme.values())
                .filter(scheme -> PaymentReference.isValid(scheme, check.reference()))
                .toList();
        return new Findings(check.reference(), valid);
    }
}
