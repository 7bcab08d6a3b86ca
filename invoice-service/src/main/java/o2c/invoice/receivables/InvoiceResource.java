package o2c.invoice.receivables;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import o2c.invoice.receivables.InvoiceView.Details;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.receivables.domain.Part;
import o2c.invoice.terms.TermsBook;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Problem;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Issuing and reading invoices. */
@Path("/v1/invoices")
@Tag(name = "Invoices")
class InvoiceResource {

    private static final String REFUSALS = " Refusals: `seller-unknown`, `due-before-issue`, `due-day-missing`,"
            + " `date-in-future` (issued more than 31 days after the business date), `total-not-positive`,"
            + " `lines-or-total`, `payment-terms-unknown`, `payment-terms-not-yet-effective`, `terms-ambiguous`,"
            + " `prepaid-exceeds-total`, `prepaid-negative`, `rounding-too-large`, `reference-check-failed`,"
            + " `reference-base-unusable`, `amounts-disagree`, `vat-rate-missing`, `vat-rate-wrong`,"
            + " `vat-category-mixed`,"
            + " `exchange-rate-missing` (422), `invoice-number-taken` (409), `id-malformed`, `text-malformed`,"
            + " `wrong-minor-digits`, `currency-unknown` (400).";

    private final Receivables receivables;
    private final Invoices invoices;
    private final InvoiceLines lines;
    private final InvoiceReader reader;
    private final TermsBook terms;

    InvoiceResource(
            Receivables receivables, Invoices invoices, InvoiceLines lines, InvoiceReader reader, TermsBook terms) {
        this.receivables = receivables;
        this.invoices = invoices;
        this.lines = lines;
        this.reader = reader;
        this.terms = terms;
    }

    /** Up to 500 invoices, each accepted or refused on its own. */
    @Schema(name = "InvoiceBatch")
    record Batch(
            @NotNull @Size(min = 1, max = 500) @Schema(implementation = InvoiceRequest[].class)
            List<@NotNull JsonNode> items) {}

    /** The results of a batch, in the order of its items. */
    @Schema(name = "InvoiceBatchResults")
    record Results(List<Result> items) {}

    /** What became of one item: the invoice, or why it was refused. */
    @Schema(name = "InvoiceBatchResult")
    record Result(int status, InvoiceView invoice, Problem problem) {

        static Result of(Outcome outcome) {
            if (outcome instanceof Outcome.Created created) {
                return new Result(201, InvoiceView.of(created), null);
            }
            RuleBroken why = refusal(outcome);
            Problem problem =
                    Problem.of(status(why), why.code(), why.getMessage()).at(why.pointer());
            return new Result(problem.status(), null, problem);
        }

        private static int status(RuleBroken why) {
            return switch (why.kind()) {
                case CONFLICT -> 409;
                case INVALID -> 400;
                default -> 422;
            };
        }
    }

    @POST
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "issueInvoice",
            summary = "Issue an invoice",
            description = "Either `lines` (VAT per category and rate as in EN 16931) or `total`; either `dueOn` or"
                    + " `paymentTerms` (`netDays`, or `termsId`) or nothing, when the customer accepted terms."
                    + " Terms in instalments make one receivable per instalment, each with a day, a lateness and an"
                    + " id of its own; the first keeps the number, the others add `/2`, `/3`. Total and outstanding"
                    + " in the answer are those of the whole invoice; what was `prepaid` is not outstanding. A"
                    + " customer not yet heard of is accepted." + REFUSALS
                    + " Announces InvoiceIssued (one per instalment), and InvoicingLate where the seller's norm from"
                    + " delivery to issue is passed. Scope `invoice:write`.")
    public RestResponse<InvoiceView> issue(@Valid @NotNull InvoiceRequest request) {
        Outcome outcome = receivables.issue(List.of(request.draft(terms))).get(0);
        if (outcome instanceof Outcome.Created created) {
            return Answer.created("/v1/invoices/" + created.invoice().id(), InvoiceView.of(created));
        }
        throw refusal(outcome);
    }

    @POST
    @Path("/batch")
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "issueInvoices",
            summary = "Issue up to 500 invoices",
            description = "Each item is accepted or refused on its own; 207 with one result per item in order."
                    + REFUSALS + " Announces InvoiceIssued. Scope `invoice:write`.")
    public RestResponse<Results> issueAll(@Valid @NotNull Batch batch) {
        List<InvoiceReader.Told> told = batch.items().stream().map(reader::read).toList();
        var outcomes = receivables
                .issue(told.stream()
                        .filter(InvoiceReader.Told::isReadable)
                        .map(InvoiceReader.Told::draft)
                        .toList())
                .iterator();
        return Answer.batch(new Results(told.stream()
                .map(one -> one.isReadable() ? outcomes.next() : new Outcome.Refused(one.refusal()))
                .map(Result::of)
                .toList()));
    }

    @GET
    @Path("/{invoiceId}")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getInvoice",
            summary = "Read an invoice with its lines",
            description = "The id of the first instalment reads the whole invoice with all instalments; another"
                    + " instalment's id reads that receivable alone. Refusal: `invoice-unknown` (404)."
                    + " Scope `invoice:read`.")
    public RestResponse<InvoiceView> get(@PathParam("invoiceId") UUID invoiceId) {
        InvoiceRow row = invoices.byId(invoiceId)
                .orElseThrow(() -> RuleBroken.notFound("invoice-unknown", "there is no invoice with this id"));
        var rows = lines.of(invoiceId, row.invoice().outstanding().currency());
        Part part = row.circumstances().part();
        List<Invoice> claims =
                part.of() > 1 && part.number() == 1 ? invoices.instalments(invoiceId) : List.of(row.invoice());
        InvoiceView view =
                InvoiceView.of(row.invoice(), row.circumstances(), new Details(claims, rows), row.updatedAt());
        return Answer.versioned(view, row.version());
    }

    private static RuleBroken refusal(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refused.reason();
        }
        Invoice known = ((Outcome.Unchanged) outcome).invoice();
        return Receivables.numberTaken(known.content().invoiceNumber());
    }
}
