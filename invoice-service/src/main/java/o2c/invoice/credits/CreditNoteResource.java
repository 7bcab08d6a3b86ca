package o2c.invoice.credits;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.invoice.books.Conditions;
import o2c.invoice.credits.CreditNoteStore.Kept;
import o2c.invoice.credits.CreditNoteStore.Told;
import o2c.invoice.credits.CreditNotes.Named;
import o2c.invoice.credits.domain.CreditNote;
import o2c.invoice.sellers.SellerRegister;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Credit notes: for several invoices or none, and where open credits go. */
@Path("/v1/credit-notes")
@Tag(name = "Credit notes")
class CreditNoteResource {

    private static final String ISSUED = """
        {"creditNoteId":"019b8c5d-7e00-7000-8000-000000000103","creditNoteNumber":"CN-7",\
        "customerId":"acme","sellerId":"delta","issuedOn":"2026-01-20","fromTheStart":false,\
        "amount":{"amount":"300.00","currency":"EUR"},"open":{"amount":"90.00","currency":"EUR"},\
        "reason":"returned goods","allocations":[{"invoiceId":"019b8c5d-7e00-7000-8000-000000000042",\
        "invoiceNumber":"2026-0042","amount":{"amount":"210.00","currency":"EUR"}}]}\
        """;

    private static final String EXAMPLE = """
        {"customerId":"acme","sellerId":"delta","creditNoteNumber":"CN-7","issuedOn":"2026-01-20",\
        "amount":{"amount":"300.00","currency":"EUR"},"reason":"returned goods",\
        "invoices":[{"invoiceNumber":"2026-0042","amount":{"amount":"210.00","currency":"EUR"}}]}\
        """;

    private final CreditNotes creditNotes;
    private final CreditNoteStore store;
    private final SellerRegister sellers;
    private final Tenancy tenancy;

    CreditNoteResource(CreditNotes creditNotes, CreditNoteStore store, SellerRegister sellers, Tenancy tenancy) {
        this.creditNotes = creditNotes;
        this.store = store;
        this.sellers = sellers;
        this.tenancy = tenancy;
    }

    /** A credit note; positive amounts, VAT included. The seller may be left out while the tenant has one. */
    @Schema(name = "CreditNoteRequest")
    record Credit(
            @NotNull String customerId,
            String sellerId,
            @NotNull String creditNoteNumber,
            @NotNull LocalDate issuedOn,
            @NotNull Money amount,
            Money vatAmount,

            @Schema(description = "The invoices were wrong from the first day: never late for what is credited")
            Boolean fromTheStart,

            @Size(max = 500) String reason,

            @Size(max = 500) @Schema(description = "Which invoices it takes back; none for an open credit")
            List<@Valid @NotNull Part> invoices) {

        CreditNote note(String seller) {
            return new CreditNote(
                    Ids.next(),
                    customerId,
                    seller,
                    creditNoteNumber,
                    issuedOn,
                    Boolean.TRUE.equals(fromTheStart),
                    amount,
                    amount);
        }

        List<Named> named() {
            return invoices == null
                    ? List.of()
                    : invoices.stream().map(Part::named).toList();
        }

        Told told() {
            return Told.checked(vatAmount, reason, amount);
        }
    }

    /** How much of which invoice. */
    @Schema(name = "CreditNotePart")
    record Part(@NotNull String invoiceNumber, @NotNull Money amount) {

        Named named() {
            return new Named(invoiceNumber, amount);
        }
    }

    /** An allocation of what is open; without parts the order of law says where it goes. */
    @Schema(name = "CreditAllocation")
    record Allocation(@Size(max = 500) List<@Valid @NotNull Part> allocations) {}

    /** What a caller filters by. */
    static class Filter {

        @QueryParam("customerId")
        String customerId;

        @QueryParam("sellerId")
        String sellerId;

        @QueryParam("creditNoteNumber")
        String creditNoteNumber;
    }

    @POST
    @RolesAllowed("invoice:write")
    @Writes
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Credit.class),
                            examples = @ExampleObject(name = "partly open", value = EXAMPLE)))
    @Operation(
            operationId = "issueCreditNote",
            summary = "Issue a credit note for several invoices or none",
            description = "Each invoice falls by what is still open of its part; what was paid already, and what names"
                    + " no invoice, stays an open credit that is allocated like cash. Counts from its own day, or with"
                    + " `fromTheStart` from the invoice's due day. Refusals: `seller-unknown`, `seller-ambiguous`,"
                    + " `invoice-unknown`, `invoice-repeated`, `credit-exceeds-invoice`,"
                    + " `credit-parts-exceed-amount`, `amount-not-positive`, `date-in-future`, `amounts-disagree`,"
                    + " `exchange-rate-missing` (422), `credit-note-number-taken` (409), `id-malformed`,"
                    + " `text-malformed`, `currency-mismatch` (400). Announces CreditNoteIssued, InvoiceSettled,"
                    + " OverdueWithdrawn. Scope `invoice:write`.")
    @APIResponse(
            responseCode = "201",
            description = "The credit note",
            content =
                    @Content(
                            schema = @Schema(implementation = CreditNoteView.class),
                            examples = @ExampleObject(name = "example", value = ISSUED)))
    public RestResponse<CreditNoteView> issue(@Valid @NotNull Credit credit) {
        String seller = sellers.meant(credit.sellerId());
        return created(creditNotes.issue(credit.note(seller), credit.told(), credit.named()));
    }

    @POST
    @Path("/{creditNoteId}/allocations")
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "allocateCreditNote",
            summary = "Set an open credit against invoices",
            description = "Counts on the business date. Refusals: `credit-note-unknown` (404), `nothing-to-allocate`,"
                    + " `invoice-unknown`, `invoice-repeated`, `allocation-exceeds-credit`,"
                    + " `credit-exceeds-outstanding`, `amount-not-positive` (422). Announces CreditNoteAllocated,"
                    + " InvoiceSettled. Scope `invoice:write`.")
    public RestResponse<CreditNoteView> allocate(
            @PathParam("creditNoteId") UUID creditNoteId, @Valid @NotNull Allocation allocation) {
        List<Named> named = allocation.allocations() == null
                ? List.of()
                : allocation.allocations().stream().map(Part::named).toList();
        return created(creditNotes.allocate(creditNoteId, named));
    }

    @GET
    @Path("/{creditNoteId}")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getCreditNote",
            summary = "Read a credit note and where it went",
            description = "Refusal: `credit-note-unknown` (404). Scope `invoice:read`.")
    public RestResponse<CreditNoteView> get(@PathParam("creditNoteId") UUID creditNoteId) {
        Kept kept = store.byId(creditNoteId).orElseThrow(CreditNotes::unknown);
        return Answer.versioned(CreditNoteView.of(kept, store.parts(List.of(creditNoteId))), kept.version());
    }

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listCreditNotes",
            summary = "Find credit notes",
            description = "Refusals: `limit-out-of-range`, `cursor-malformed` (400). Scope `invoice:read`.")
    public Page<CreditNoteView> list(@BeanParam Filter filter, @BeanParam Paging paging) {
        Conditions where = new Conditions("tenant = ?", tenancy.tenant())
                .when(filter.customerId, "customer_id = ?")
                .when(filter.sellerId, "seller_id = ?")
                .when(filter.creditNoteNumber, "credit_note_number = ?")
                .when(paging.afterId().orElse(null), "id > ?");
        Page<Kept> page = Page.of(
                store.list(where, paging.limit() + 1),
                paging.limit(),
                kept -> kept.note().id().toString());
        List<CreditNoteStore.Part> parts =
                store.parts(page.items().stream().map(kept -> kept.note().id()).toList());
        return new Page<>(
                page.items().stream()
                        .map(kept -> CreditNoteView.of(kept, parts))
                        .toList(),
                page.nextCursor());
    }

    private RestResponse<CreditNoteView> created(CreditNote note) {
        Kept kept = store.byId(note.id()).orElseThrow(CreditNotes::unknown);
        return Answer.created(
                "/v1/credit-notes/" + note.id(), CreditNoteView.of(kept, store.parts(List.of(note.id()))));
    }
}
