package o2c.invoice.receivables;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.RunningTransactions;
import o2c.invoice.receivables.domain.InvoiceStatus;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finding invoices. */
@Path("/v1/invoices")
@Tag(name = "Invoices")
class InvoiceListResource {

    /** How many invoices an export holds at a time. */
    private static final int AT_ONCE = 1000;

    private final Sql sql;
    private final Work work;
    private final ObjectMapper json;
    private final Tenancy tenancy;
    private final RunningTransactions running;

    InvoiceListResource(Sql sql, Work work, Tenancy tenancy, RunningTransactions running, ObjectMapper json) {
        this.sql = sql;
        this.work = work;
        this.json = json;
        this.tenancy = tenancy;
        this.running = running;
    }

    /** What a caller filters by; days are inclusive. */
    static class Filter {

        @QueryParam("customerId")
        String customerId;

        @QueryParam("sellerId")
        String sellerId;

        @QueryParam("invoiceNumber")
        String invoiceNumber;

        @QueryParam("status")
        InvoiceStatus status;

        @QueryParam("dueFrom")
        LocalDate dueFrom;

        @QueryParam("dueTo")
        LocalDate dueTo;

        @QueryParam("issuedFrom")
        LocalDate issuedFrom;

        @QueryParam("issuedTo")
        LocalDate issuedTo;

        @QueryParam("overdue")
        @Parameter(description = "true: only what is past its last day for payment on the business date")
        Boolean overdue;

        @QueryParam("updatedSince")
        @Parameter(description = "Only what changed at or after this instant; go on from `safeUntil` of the answer")
        Instant updatedSince;
    }

    /** A page of invoices, and the instant to go on from when changes are followed. */
    @Schema(name = "InvoicePage")
    record InvoicePage(List<InvoiceView> items, String nextCursor, Instant safeUntil) {}

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listInvoices",
            summary = "Find invoices",
            description = "Refusals: `value-unknown`, `date-malformed`, `instant-malformed`, `truth-malformed`,"
                    + " `limit-out-of-range`, `cursor-malformed` (400). Scope `invoice:read`.")
    public InvoicePage list(@BeanParam Filter filter, @BeanParam Paging paging) {
        Instant safeUntil = running.safeUntil();
        Conditions where = conditions(filter).when(paging.afterId().orElse(null), "id > ?");
        List<InvoiceRow> rows = sql.list(
                InvoiceRow.SELECT + " where " + where.clause() + " order by id limit ?",
                InvoiceRow::read,
                where.paramsAnd(paging.limit() + 1));
        Page<InvoiceRow> page =
                Page.of(rows, paging.limit(), row -> row.invoice().id().toString());
        List<InvoiceView> items = page.items().stream().map(InvoiceView::of).toList();
        return new InvoicePage(items, page.nextCursor(), safeUntil);
    }

    @GET
    @Path("/export")
    @Produces("application/x-ndjson")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "exportInvoices",
            summary = "Read all invoices as a stream of JSON lines",
            description = "One invoice per line, oldest first, filtered as the list; instalments are lines of their"
                    + " own. A stream that broke off goes on after the line whose `invoiceId` is sent as `after`."
                    + " Refusals: as of the list. Scope `invoice:read`.")
    public StreamingOutput export(
            @BeanParam Filter filter,
            @QueryParam("after") @Parameter(description = "The invoiceId of the last line that was read") UUID after) {
        String tenant = tenancy.tenant();
        Conditions where = conditions(filter);
        return output -> write(output, tenant, where, after == null ? new UUID(0, 0) : after);
    }

    private void write(OutputStream output, String tenant, Conditions where, UUID begin) throws IOException {
        UUID after = begin;
        List<InvoiceRow> some = after(tenant, where, after);
        while (!some.isEmpty()) {
            for (InvoiceRow row : some) {
                output.write(json.writeValueAsBytes(InvoiceView.of(row)));
                output.write('\n');
            }
            output.flush();
            after = some.get(some.size() - 1).invoice().id();
            some = after(tenant, where, after);
        }
    }

    private List<InvoiceRow> after(String tenant, Conditions where, UUID id) {
        return work.reading(
                tenant,
                () -> sql.list(
                        InvoiceRow.SELECT + " where " + where.clause() + " and id > ? order by id limit ?",
                        InvoiceRow::read,
                        where.paramsAnd(id, AT_ONCE)));
    }

    private Conditions conditions(Filter filter) {
        Conditions where = new Conditions("tenant = ?", tenancy.tenant())
                .when(filter.customerId, "customer_id = ?")
                .when(filter.sellerId, "seller_id = ?")
                .when(filter.invoiceNumber, "invoice_number = ?")
                .when(filter.status == null ? null : filter.status.label(), "status = ?")
                .when(filter.dueFrom, "due_on >= ?")
                .when(filter.dueTo, "due_on <= ?")
                .when(filter.issuedFrom, "issued_on >= ?")
                .when(filter.issuedTo, "issued_on <= ?")
                .when(filter.updatedSince, "updated_at >= ?");
        if (filter.overdue != null) {
            where.when(tenancy.today(), (filter.overdue ? "" : "not ") + "(outstanding > 0 and payable_on < ?)");
        }
        return where;
    }
}
