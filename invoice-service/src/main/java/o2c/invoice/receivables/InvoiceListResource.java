package o2c.invoice.receivables;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.RunningTransactions;
import o2c.invoice.receivables.domain.InvoiceStatus;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finding invoices. */
@Path("/v1/invoices")
@Tag(name = "Invoices")
class InvoiceListResource {

    private final Sql sql;
    private final Tenancy tenancy;
    private final RunningTransactions running;

    InvoiceListResource(Sql sql, Tenancy tenancy, RunningTransactions running) {
        this.sql = sql;
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
        List<InvoiceView> items = page.items().stream()
                .map(InvoiceView::of)
                .toList();
        return new InvoicePage(items, page.nextCursor(), safeUntil);
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
