package o2c.invoice.proofs;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import o2c.invoice.proofs.ProofsOfDelivery.Proof;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A signature under a delivery, as a carrier's system tells it. */
@Schema(name = "ProofOfDeliveryRequest")
record ProofRequest(
        @Size(min = 1, max = 100) @Schema(description = "The delivery signed for", examples = "DEL-9")
        String deliveryId,

        @NotNull @Size(min = 1, max = 200) @Schema(description = "Who signed", examples = "J. de Vries")
        String signer,

        @NotNull @Schema(examples = "2026-01-05T09:30:00Z") Instant signedAt,

        @NotNull
        @Pattern(regexp = "[0-9a-f]{64}")
        @Schema(
                description = "SHA-256 of the signed document, in hexadecimal",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String hash,

        @Size(max = 500) @Schema(description = "Where the document is")
        String document) {

    /**
     * The proof meant, with an id of its own.
     *
     * @throws RuleBroken {@code date-in-future} when it was signed after the business date
     */
    Proof proof(LocalDate signedOn, LocalDate today) {
        if (signedOn.isAfter(today)) {
            throw RuleBroken.refused("date-in-future", "signed after the business date " + today)
                    .at("/signedAt");
        }
        return new Proof(Ids.next(), deliveryId, signer, signedAt, hash, document);
    }
}
