package o2c.invoice.statements;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import o2c.invoice.statements.Statements.Cash;
import o2c.invoice.statements.Statements.Credit;
import o2c.invoice.statements.Statements.Item;
import o2c.invoice.statements.Statements.Total;
import o2c.kernel.RuleBroken;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.books.Moment;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one customer owes, item by item, as JSON, CSV or a PDF to send. */
@Path("/v1/customers/{customerId}/statement")
@Tag(name = "Receivables")
class StatementResource {

    private static final String EXAMPLE = """
        {"customerId":"acme","asOf":"2026-03-31","items":[{"invoiceId":"019b8c5d-7e00-7000-8000-000000000042",
         "sellerId":"delta","invoiceNumber":"2026-0042","orderId":"ORD-77","issuedOn":"2026-01-05",
         "dueOn":"2026-02-04","daysPastDue":55,"total":{"amount":"1210.00","currency":"EUR"},
         "outstanding":{"amount":"210.00","currency":"EUR"},"costs":{"amount":"40.00","currency":"EUR"},
         "interest":{"amount":"3.64","currency":"EUR"}}],
         "cash":[{"sellerId":"delta","unallocated":{"amount":"10.00","currency":"EUR"}}],
         "totals":[{"sellerId":"delta","outstanding":{"amount":"210.00","currency":"EUR"},
         "unallocated":{"amount":"10.00","currency":"EUR"},"openCredits":{"amount":"0.00","currency":"EUR"},
             "total":{"amount":"200.00","currency":"EUR"},
         "charges":{"amount":"43.64","currency":"EUR"}}]}\
        """;

    private final Books books;
    private final Statements statements;

    StatementResource(Books books, Statements statements) {
        this.books = books;
        this.statements = statements;
    }

    /** A statement of account. */
    @Schema(name = "Statement")
    record StatementView(
            String customerId,
            LocalDate asOf,
            List<Item> items,
            List<Cash> cash,
            List<Credit> credits,
            List<Total> totals) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getStatement",
            summary = "Read a customer's open items and cash",
            description = "Oldest due day first; the total per seller and currency is what is open less unallocated"
                    + " cash and open credits; claimed late charges stand apart, also those on invoices that are paid."
                    + " As CSV with `Accept: text/csv`, as a document with `Accept: application/pdf`. Refusals:"
                    + " `customer-unknown` (404), `date-malformed`, `instant-malformed` (400), `date-in-future`,"
                    + " `known-at-too-recent` (422). Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementView.class),
                            examples = @ExampleObject(name = "statement", value = EXAMPLE)))
    public StatementView statement(
            @PathParam("customerId") String customerId,
            @BeanParam InTime time,
            @QueryParam("sellerId") @Parameter(description = "Only this seller") String sellerId) {
        return read(customerId, time, sellerId);
    }

    @GET
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(hidden = true)
    public String statementAsCsv(
            @PathParam("customerId") String customerId,
            @BeanParam InTime time,
            @QueryParam("sellerId") String sellerId) {
        return StatementCsv.of(read(customerId, time, sellerId));
    }

    @GET
    @Produces("application/pdf")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(hidden = true)
    public byte[] statementAsPdf(
            @PathParam("customerId") String customerId,
            @BeanParam InTime time,
            @QueryParam("sellerId") String sellerId) {
        return StatementPdf.of(read(customerId, time, sellerId));
    }

    private StatementView read(String customerId, InTime time, String sellerId) {
        Moment moment = books.moment(time);
        List<Item> items = statements.items(customerId, moment).stream()
                .filter(item -> sellerId == null || item.sellerId().equals(sellerId))
                .toList();
        List<Cash> cash = statements.cash(customerId, moment).stream()
                .filter(held -> sellerId == null || held.sellerId().equals(sellerId))
                .toList();
        List<Credit> credits = statements.credits(customerId, moment).stream()
                .filter(credit -> sellerId == null || credit.sellerId().equals(sellerId))
                .toList();
        if (items.isEmpty() && cash.isEmpty() && credits.isEmpty() && !statements.knows(customerId)) {
            throw RuleBroken.notFound("customer-unknown", "nothing is known of this customer");
        }
        List<Total> totals = Statements.totals(items, cash, credits);
        return new StatementView(customerId, moment.asOf(), items, cash, credits, totals);
    }
}
