package o2c.invoice.credits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.invoice.credits.CreditNoteStore.Kept;
import o2c.invoice.credits.CreditNoteStore.Part;
import o2c.invoice.credits.domain.CreditNote;
import o2c.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A credit note as callers see it. */
@Schema(name = "CreditNote")
record CreditNoteView(
        UUID creditNoteId,
        String creditNoteNumber,
        String customerId,
        String sellerId,
        LocalDate issuedOn,
        boolean fromTheStart,
        Money amount,

        @Schema(description = "What no invoice has taken yet")
        Money open,

        String reason,
        List<AllocationView> allocations,
        Instant updatedAt) {

    /** How much went to which invoice. */
    @Schema(name = "CreditNoteAllocation")
    record AllocationView(UUID invoiceId, String invoiceNumber, Money amount) {}

    static CreditNoteView of(Kept kept, List<Part> parts) {
        CreditNote note = kept.note();
        return new CreditNoteView(
                note.id(),
                note.number(),
                note.customerId(),
                note.sellerId(),
                note.issuedOn(),
                note.fromTheStart(),
                note.amount(),
                note.open(),
                kept.reason(),
                parts.stream()
                        .filter(part -> part.creditNoteId().equals(note.id()))
                        .map(part -> new AllocationView(part.invoiceId(), part.invoiceNumber(), part.amount()))
                        .toList(),
                kept.updatedAt());
    }
}
