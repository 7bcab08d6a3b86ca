package o2c.invoice.credits;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.invoice.books.Conditions;
import o2c.invoice.credits.CreditNoteStore.Kept;
import o2c.invoice.credits.CreditNoteStore.Told;
import o2c.invoice.credits.CreditNotes.Named;
import o2c.invoice.credits.domain.CreditNote;
import o2c.invoice.receivables.InvoiceLedger;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Taking back one invoice, in whole or in part. */
@Path("/v1/invoices/{invoiceId}/credit-notes")
@Tag(name = "Credit notes")
class InvoiceCreditNoteResource {

    private static final String CREDITED = """
        {"creditNoteId":"019b8c5d-7e00-7000-8000-000000000103","creditNoteNumber":"CN-7",\
        "customerId":"acme","sellerId":"delta","issuedOn":"2026-01-20","fromTheStart":false,\
        "amount":{"amount":"1210.00","currency":"EUR"},"open":{"amount":"0.00","currency":"EUR"},\
        "allocations":[{"invoiceId":"019b8c5d-7e00-7000-8000-000000000042","invoiceNumber":"2026-0042",\
        "amount":{"amount":"1210.00","currency":"EUR"}}]}\
        """;

    private static final int MOST = 200;
    private static final String OF_INVOICE = "tenant = ? and id in (select credit_note_id from credit_note_target"
            + " where receivable_id = ? union select credit_note_id from credit_entry"
            + " where kind = 'allocated' and cause = ?)";

    private final CreditNotes creditNotes;
    private final CreditNoteStore store;
    private final InvoiceLedger invoices;
    private final Tenancy tenancy;

    InvoiceCreditNoteResource(CreditNotes creditNotes, CreditNoteStore store, InvoiceLedger invoices, Tenancy tenancy) {
        this.creditNotes = creditNotes;
        this.store = store;
        this.invoices = invoices;
        this.tenancy = tenancy;
    }

    /** A credit note for this invoice; amounts are positive and in its currency. */
    @Schema(name = "InvoiceCreditNoteRequest")
    record Credit(
            @NotNull @Schema(examples = "CN-7") String creditNoteNumber,

            @NotNull @Schema(examples = "2026-01-20") LocalDate issuedOn,

            @Schema(description = "Including VAT; all that can still be credited unless told")
            Money amount,

            Money vatAmount,

            @Schema(description = "The invoice was wrong from the first day: never late for what is credited")
            Boolean fromTheStart,

            @Size(max = 500) String reason) {}

    @POST
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "creditInvoice",
            summary = "Take back an invoice, in whole or in part",
            description = "The invoice falls by what is still open; what was paid already becomes an open credit."
                    + " Several credit notes together take back at most what the invoice was for. Refusals:"
                    + " `invoice-unknown` (404), `credit-exceeds-invoice`, `nothing-to-credit`,"
                    + " `amount-not-positive`, `amounts-disagree`, `date-in-future` (422),"
                    + " `credit-note-number-taken` (409), `text-malformed`, `currency-mismatch` (400). Announces"
                    + " CreditNoteIssued, InvoiceSettled, OverdueWithdrawn. Scope `invoice:write`.")
    @APIResponse(
            responseCode = "201",
            description = "The credit note",
            content =
                    @Content(
                            schema = @Schema(implementation = CreditNoteView.class),
                            examples = @ExampleObject(name = "example", value = CREDITED)))
    public RestResponse<CreditNoteView> credit(@PathParam("invoiceId") UUID invoiceId, @Valid @NotNull Credit credit) {
        Invoice invoice = invoices.held(invoiceId).invoice();
        Money amount = credit.amount() == null ? creditNotes.creditable(invoice) : credit.amount();
        if (credit.amount() == null && !amount.isPositive()) {
            throw RuleBroken.refused("nothing-to-credit", "all of this invoice has been credited");
        }
        CreditNote note = creditNotes.issue(
                note(credit, invoice, amount),
                Told.checked(credit.vatAmount(), credit.reason(), amount),
                List.of(new Named(invoice.content().invoiceNumber(), amount)));
        Kept kept = store.byId(note.id()).orElseThrow(CreditNotes::unknown);
        return Answer.created(
                "/v1/credit-notes/" + note.id(), CreditNoteView.of(kept, store.parts(List.of(note.id()))));
    }

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listInvoiceCreditNotes",
            summary = "Read the credit notes of an invoice",
            description = "Those that name it and those whose open credit it took. Refusal: `invoice-unknown` (404)."
                    + " Scope `invoice:read`.")
    public Page<CreditNoteView> list(@PathParam("invoiceId") UUID invoiceId) {
        invoices.known(invoiceId);
        Conditions where = new Conditions(OF_INVOICE, tenancy.tenant(), invoiceId, invoiceId);
        List<Kept> rows = store.list(where, MOST);
        List<CreditNoteStore.Part> parts =
                store.parts(rows.stream().map(kept -> kept.note().id()).toList());
        return new Page<>(
                rows.stream().map(kept -> CreditNoteView.of(kept, parts)).toList(), null);
    }

    private static CreditNote note(Credit credit, Invoice invoice, Money amount) {
        return new CreditNote(
                Ids.next(),
                invoice.content().customerId(),
                invoice.content().sellerId(),
                credit.creditNoteNumber(),
                credit.issuedOn(),
                Boolean.TRUE.equals(credit.fromTheStart()),
                amount,
                amount);
    }
}
