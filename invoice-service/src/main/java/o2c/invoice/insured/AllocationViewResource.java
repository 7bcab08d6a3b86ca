package o2c.invoice.insured;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import o2c.invoice.insured.AllocationViews.AccountView;
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

/** The cash of a customer in two views. */
@Path("/v1/customers/{customerId}/allocation-views")
@Tag(name = "Receivables")
class AllocationViewResource {

    private static final String EXAMPLE = """
        {"customerId":"acme","asOf":"2026-03-31","lossOn":null,"accounts":[{"sellerId":"delta","currency":"EUR",
         "cashReceived":"600.00",
         "asPaid":{"invoices":"600.00","charges":"0.00","unallocated":"0.00","total":"600.00"},
         "asInsured":{"invoices":"600.00","charges":"0.00","unallocated":"0.00","total":"600.00"},
         "items":[{"invoiceId":"019b8c5d-7e00-7000-8000-000000000042","invoiceNumber":"2026-0042",
         "issuedOn":"2026-01-05","dueOn":"2026-02-04","owed":"1000.00","asPaid":"0.00","asInsured":"600.00",
         "openAsPaid":"1000.00","openAsInsured":"400.00"},
         {"invoiceId":"019b8c5d-7e00-7000-8000-000000000043","invoiceNumber":"2026-0043",
         "issuedOn":"2026-02-05","dueOn":"2026-03-07","owed":"600.00","asPaid":"600.00","asInsured":"0.00",
         "openAsPaid":"0.00","openAsInsured":"600.00"}]}]}\
        """;

    private final Books books;
    private final AllocationViews views;

    AllocationViewResource(Books books, AllocationViews views) {
        this.books = books;
        this.views = views;
    }

    /** Where a customer's cash went, per seller and currency. */
    @Schema(name = "AllocationViews")
    record ViewsView(String customerId, LocalDate asOf, LocalDate lossOn, List<AccountView> accounts) {}

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getAllocationViews",
            summary = "Read where a customer's cash went, as he meant it and as an insurer counts it",
            description = "`asPaid`: as booked. `asInsured`: every receipt to the oldest receivable open on its day"
                    + " (due day, then day of issue); from `lossOn` on in proportion to what is open of receivables of"
                    + " before that day. Both views total the cash received. Late charges take no part in the"
                    + " insurer's view. An unknown customer has no accounts. Refusals: `date-malformed`,"
                    + " `instant-malformed` (400), `date-in-future`, `known-at-too-recent` (422)."
                    + " Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "Both views",
            content =
                    @Content(
                            schema = @Schema(implementation = ViewsView.class),
                            examples = @ExampleObject(name = "views", value = EXAMPLE)))
    public ViewsView views(
            @PathParam("customerId") String customerId,
            @BeanParam InTime time,
            @QueryParam("lossOn") @Parameter(description = "Day of the loss, such as of an insolvency")
                    LocalDate lossOn) {
        Moment moment = books.moment(time);
        return new ViewsView(customerId, moment.asOf(), lossOn, views.of(customerId, moment, lossOn));
    }
}
