package o2c.invoice.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import o2c.invoice.books.Conditions;
import o2c.invoice.payments.PaymentView.AllocationView;
import o2c.invoice.payments.Payments.PaymentRow;
import o2c.runtime.books.Books;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Work;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finding payments. */
@Path("/v1/payments")
@Tag(name = "Payments")
class PaymentListResource {

    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Payments payments;
    private final Allocations allocations;
    private final Tenancy tenancy;
    private final Books books;
    private final Work work;

    PaymentListResource(Payments payments, Allocations allocations, Tenancy tenancy, Books books, Work work) {
        this.payments = payments;
        this.allocations = allocations;
        this.tenancy = tenancy;
        this.books = books;
        this.work = work;
    }

    /** What a caller filters by; days are inclusive. */
    static class Filter {

        @QueryParam("customerId")
        String customerId;

        @QueryParam("sellerId")
        String sellerId;

        @QueryParam("orderId")
        String orderId;

        @QueryParam("externalId")
        String externalId;

        @QueryParam("reference")
        @Parameter(description = "Exactly what the payer quoted")
        String reference;

        @QueryParam("status")
        PaymentStatus status;

        @QueryParam("unallocated")
        @Parameter(description = "true: only what still has unallocated cash; false: only what has none")
        Boolean unallocated;

        @QueryParam("receivedFrom")
        LocalDate receivedFrom;

        @QueryParam("receivedTo")
        LocalDate receivedTo;

        @QueryParam("updatedSince")
        Instant updatedSince;
    }

    /** Whether a payment still is one. */
    enum PaymentStatus {
        RECEIVED,
        REVERSED
    }

    /** A page of payments, and the instant to go on from when changes are followed. */
    @Schema(name = "PaymentPage")
    record PaymentPage(List<PaymentView> items, String nextCursor, Instant safeUntil) {}

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listPayments",
            summary = "Find payments",
            description = "In the order in which they were booked. Refusals: `date-malformed`, `instant-malformed`,"
                    + " `value-unknown`, `truth-malformed`, `limit-out-of-range`, `cursor-malformed` (400)."
                    + " Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "payments",
                                            value = "{\"items\":[" + PaymentExamples.ANSWER
                                                    + "],\"safeUntil\":\"2026-01-12T08:00:00Z\"}")))
    public PaymentPage list(@BeanParam Filter filter, @BeanParam Paging paging) {
        Instant safeUntil = books.safeUntil();
        Conditions where = conditions(filter).when(paging.afterId().orElse(null), "id > ?");
        Page<PaymentRow> page = Page.of(
                payments.list(where, paging.limit() + 1),
                paging.limit(),
                row -> row.payment().id().toString());
        Map<UUID, List<AllocationView>> parts = allocations.of(
                page.items().stream().map(row -> row.payment().id()).toList());
        List<PaymentView> items = page.items().stream()
                .map(row -> PaymentView.of(row, parts.getOrDefault(row.payment().id(), List.of())))
                .toList();
        return new PaymentPage(items, page.nextCursor(), safeUntil);
    }

    @GET
    @Path("/export")
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "exportPayments",
            summary = "Export payments as CSV",
            description = "All that matches the filters, one line per payment in the order in which they were booked;"
                    + " streamed in constant memory. No text can act as a formula where the file is opened. Refusals as"
                    + " for the list. Scope `invoice:read`.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "payments", value = PaymentExamples.EXPORT)))
    public StreamingOutput export(@BeanParam Filter filter) {
        String tenant = tenancy.tenant();
        return out -> stream(tenant, filter, out);
    }

    private void stream(String tenant, Filter filter, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        PaymentCsv csv = new PaymentCsv(writer);
        UUID last = FIRST;
        List<PaymentRow> some;
        do {
            UUID after = last;
            some = work.reading(tenant, () -> payments.list(conditions(filter).when(after, "id > ?"), AT_ONCE));
            some.forEach(csv::line);
            last = some.isEmpty() ? last : some.get(some.size() - 1).payment().id();
        } while (some.size() == AT_ONCE);
        writer.flush();
    }

    private Conditions conditions(Filter filter) {
        Conditions where = new Conditions("tenant = ?", tenancy.tenant())
                .when(filter.customerId, "customer_id = ?")
                .when(filter.sellerId, "seller_id = ?")
                .when(filter.orderId, "order_id = ?")
                .when(filter.externalId, "external_id = ?")
                .when(filter.reference, "reference = ?")
                .when(filter.unallocated, "(unallocated > 0) = ?")
                .when(filter.receivedFrom, "received_on >= ?")
                .when(filter.receivedTo, "received_on <= ?")
                .when(filter.updatedSince, "updated_at >= ?");
        return filter.status == null
                ? where
                : where.when(filter.status == PaymentStatus.REVERSED, "(reversed_on is not null) = ?");
    }
}
