package o2c.invoice.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import o2c.invoice.books.Csv;
import o2c.invoice.insight.OpenItemList.Filter;
import o2c.invoice.insight.OpenItemList.Item;
import o2c.invoice.insight.OpenItemList.Position;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Work;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is open now, oldest due day first; always current, nothing to subscribe to. */
@Path("/v1/receivables/open-items")
@Tag(name = "Receivables")
class OpenItemListResource {

    private static final int AT_ONCE = 500;

    private static final String EXAMPLE = """
        {"asOf":"2026-03-31","items":[{"invoiceId":"019b8c5d-7e00-7000-8000-000000000042","customerId":"acme",
         "sellerId":"delta","invoiceNumber":"2026-0042","orderId":"ORD-77","segment":"regular","country":"NL",
         "issuedOn":"2026-01-05","dueOn":"2026-02-04","daysPastDue":55,"bucket":"days-31-to-60",
         "overdueOn":"2026-02-05","currency":"EUR","total":"1210.00","outstanding":"210.00","charges":"43.64",
         "restReason":"underpaid"}]}\
        """;

    private static final String EXPORT = """
            customerId,sellerId,invoiceNumber,orderId,segment,country,issuedOn,dueOn,daysPastDue,currency,total,\
            outstanding,charges,restReason
            acme,delta,2026-0042,ORD-77,regular,NL,2026-01-05,2026-02-04,55,EUR,1210.00,210.00,43.64,underpaid
            """;

    private final OpenItemList list;
    private final Tenancy tenancy;
    private final Work work;

    OpenItemListResource(OpenItemList list, Tenancy tenancy, Work work) {
        this.list = list;
        this.tenancy = tenancy;
        this.work = work;
    }

    /** A page of open items on the business date. */
    @Schema(name = "OpenItemPage")
    record OpenItemPage(LocalDate asOf, List<Item> items, String nextCursor) {}

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listOpenItems",
            summary = "What is open now, oldest due day first",
            description = "From the kept figures, current as of the last booked entry. Days past due and bucket are on"
                    + " the business date."
                    + " Refusals: `date-malformed`, `truth-malformed`, `number-malformed`, `limit-out-of-range`,"
                    + " `cursor-malformed` (400). Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OpenItemPage.class),
                            examples = @ExampleObject(name = "open items", value = EXAMPLE)))
    public OpenItemPage page(@BeanParam Filter filter, @BeanParam Paging paging) {
        List<Item> items = list.after(filter, paging.after(Position::of).orElse(Position.START), paging.limit() + 1);
        Page<Item> page = Page.of(items, paging.limit(), item -> item.position().toString());
        return new OpenItemPage(tenancy.today(), page.items(), page.nextCursor());
    }

    @GET
    @Path("/export")
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "exportOpenItems",
            summary = "Export what is open now as CSV",
            description = "All that matches the filters, oldest due day first; streamed in constant memory. No text can"
                    + " act as a formula where the file is opened. Refusals as for the list. Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "open items", value = EXPORT)))
    public StreamingOutput export(@BeanParam Filter filter) {
        String tenant = tenancy.tenant();
        return out -> stream(tenant, filter, out);
    }

    private void stream(String tenant, Filter filter, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Csv csv = new Csv(writer);
        csv.line(
                "customerId",
                "sellerId",
                "invoiceNumber",
                "orderId",
                "segment",
                "country",
                "issuedOn",
                "dueOn",
                "daysPastDue",
                "currency",
                "total",
                "outstanding",
                "charges",
                "restReason");
        Position last = Position.START;
        List<Item> some;
        do {
            Position after = last;
            some = work.reading(tenant, () -> list.after(filter, after, AT_ONCE));
            some.forEach(item -> line(csv, item));
            last = some.isEmpty() ? last : some.get(some.size() - 1).position();
        } while (some.size() == AT_ONCE);
        writer.flush();
    }

    private static void line(Csv csv, Item item) {
        csv.line(
                item.customerId(),
                item.sellerId(),
                item.invoiceNumber(),
                item.orderId(),
                item.segment(),
                item.country(),
                item.issuedOn(),
                item.dueOn(),
                item.daysPastDue(),
                item.currency(),
                item.total(),
                item.outstanding(),
                item.charges(),
                item.restReason());
    }
}
