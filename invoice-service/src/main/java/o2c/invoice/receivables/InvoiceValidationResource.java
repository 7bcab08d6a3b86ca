package o2c.invoice.receivables;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import o2c.invoice.disputerisk.domain.DisputeRisk;
import o2c.invoice.disputerisk.domain.DisputeRisk.Deviation;
import o2c.invoice.proofs.ProofsOfDelivery;
import o2c.invoice.receivables.InvoiceReader.Read;
import o2c.invoice.receivables.Invoices.Number;
import o2c.invoice.receivables.domain.InvoiceContent;
import o2c.invoice.receivables.domain.InvoiceDraft;
import o2c.invoice.sellers.SellerRegister;
import o2c.invoice.terms.TermsBook;
import o2c.invoice.terms.TermsBook.Parties;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looking at an invoice before it is issued: what would be refused, and what the customer may object to. */
@Path("/v1/invoices/validations")
@Tag(name = "Invoices")
class InvoiceValidationResource {

    private static final String FOUND = """
        {"acceptable":true,"disputeRisk":50,"errors":[],\
        "warnings":[{"code":"proof-of-delivery-missing","weight":30,\
        "text":"nobody has signed for the delivery yet"},{"code":"order-reference-missing","weight":20,\
        "text":"the customer cannot find his order"}]}\
        """;

    private static final String TWIN = "select exists (select from receivable where tenant = ? and customer_id = ?"
            + " and seller_id = ? and issued_on = ? and total = ? and currency = ? and invoice_number <> ?)";

    private final InvoiceReader reader;
    private final Invoices invoices;
    private final SellerRegister sellers;
    private final TermsBook terms;
    private final ProofsOfDelivery proofs;

    @Inject
    Sql sql;

    @Inject
    Tenancy tenancy;

    InvoiceValidationResource(
            InvoiceReader reader, Invoices invoices, SellerRegister sellers, TermsBook terms, ProofsOfDelivery proofs) {
        this.reader = reader;
        this.invoices = invoices;
        this.sellers = sellers;
        this.terms = terms;
        this.proofs = proofs;
    }

    /** What issuing it would be refused for. */
    @Schema(name = "InvoiceError")
    record ErrorView(String code, String pointer, String detail) {}

    /** What the customer may object to. */
    @Schema(name = "InvoiceWarning")
    record WarningView(String code, int weight, String text) {}

    /** What was found; {@code disputeRisk} is the sum of the warnings' weights, 0 to 100. */
    @Schema(name = "InvoiceValidation")
    record Findings(boolean acceptable, int disputeRisk, List<ErrorView> errors, List<WarningView> warnings) {}

    @POST
    @RolesAllowed("invoice:read")
    @Reads
    @RequestBody(content = @Content(schema = @Schema(implementation = InvoiceRequest.class)))
    @Operation(
            operationId = "validateInvoice",
            summary = "Look at an invoice before it is issued",
            description = "Always 200: `errors` says with code and field why `POST /v1/invoices` would refuse it;"
                    + " `warnings` lists what disputes usually begin with: `price-deviates-from-order` (lines with"
                    + " `orderUnitPrice`), `duplicate-likely`, `proof-of-delivery-missing`,"
                    + " `order-reference-missing`, `delivery-reference-missing`, `delivery-day-missing`,"
                    + " `terms-not-accepted`, `invoiced-late`, each with a weight. Nothing is stored, no"
                    + " Idempotency-Key is needed. Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content =
                    @Content(
                            schema = @Schema(implementation = Findings.class),
                            examples = @ExampleObject(name = "example", value = FOUND)))
    public Findings validate(@NotNull JsonNode invoice) {
        Read read = reader.readWhole(invoice);
        List<ErrorView> errors = new ArrayList<>();
        if (read.refusal() != null) {
            errors.add(error(read.refusal()));
            return new Findings(false, 0, errors, List.of());
        }
        try {
            checkBooks(read.draft());
        } catch (RuleBroken refusal) {
            errors.add(error(refusal));
        }
        DisputeRisk risk = DisputeRisk.of(facts(read.request(), read.draft()));
        List<WarningView> warnings = risk.reasons().stream()
                .map(reason -> new WarningView(reason.code(), reason.weight(), reason.text()))
                .toList();
        return new Findings(errors.isEmpty(), risk.score(), errors, warnings);
    }

    private void checkBooks(InvoiceDraft draft) {
        InvoiceContent content = draft.content();
        content.checkAgainst(tenancy.today());
        sellers.meant(content.sellerId());
        List<Number> numbers = draft.claims().stream().map(Number::of).toList();
        if (!invoices.byNumber(numbers).isEmpty()) {
            throw Receivables.numberTaken(content.invoiceNumber());
        }
    }

    private DisputeRisk.Facts facts(InvoiceRequest request, InvoiceDraft draft) {
        InvoiceContent content = draft.content();
        var references = content.references();
        Integer norm = sellers.invoicingDays(List.of(content.sellerId())).get(content.sellerId());
        var parties = new ProofsOfDelivery.Parties(content.customerId(), content.sellerId());
        return new DisputeRisk.Facts(
                content.issuedOn(),
                references.deliveredOn(),
                references.orderId() != null,
                !references.deliveryIds().isEmpty(),
                proofs.isProven(parties, references.deliveryIds()),
                terms.accepted(new Parties(content.customerId(), content.sellerId()), content.issuedOn())
                        .isPresent(),
                hasTwin(content),
                norm == null ? 0 : norm,
                deviations(request));
    }

    private boolean hasTwin(InvoiceContent content) {
        return sql.first(
                        TWIN,
                        row -> row.getBoolean(1),
                        tenancy.tenant(),
                        content.customerId(),
                        content.sellerId(),
                        content.issuedOn(),
                        content.total().amount(),
                        content.total().currency().getCurrencyCode(),
                        content.invoiceNumber())
                .orElse(false);
    }

    private static List<Deviation> deviations(InvoiceRequest request) {
        List<InvoiceRequest.Line> lines = request.lines() == null ? List.of() : request.lines();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).orderUnitPrice() != null)
                .mapToObj(i -> new Deviation(
                        i + 1, lines.get(i).unitPrice(), lines.get(i).orderUnitPrice()))
                .filter(price -> !price.isNone())
                .toList();
    }

    private static ErrorView error(RuleBroken refusal) {
        return new ErrorView(refusal.code(), refusal.pointer(), refusal.getMessage());
    }
}
