package o2c.invoice.payments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finding payments. */
@Path("/v1/payments")
@Tag(name = "Payments")
class PaymentListResource {

    private final Payments payments;
    private final Allocations allocations;
    private final Tenancy tenancy;
    private final Books books;

    PaymentListResource(Payments payments, Allocations allocations, Tenancy tenancy, Books books) {
        this.payments = payments;
        this.allocations = allocations;
        this.tenancy = tenancy;
        this.books = books;
    }

    /** What a caller filters by; days are inclusive. */
    static class Filter {

        @QueryParam("customerId")
        String customerId;

        @QueryParam("sellerId")
        String sellerId;

        @QueryParam("orderId")
        String orderId;

        @QueryParam("receivedFrom")
        LocalDate receivedFrom;

        @QueryParam("receivedTo")
        LocalDate receivedTo;

        @QueryParam("updatedSince")
        Instant updatedSince;
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
            description = "Refusals: `date-malformed`, `instant-malformed`, `limit-out-of-range`, `cursor-malformed`"
                    + " (400). Scope `invoice:read`.")
    public PaymentPage list(@BeanParam Filter filter, @BeanParam Paging paging) {
        Instant safeUntil = books.safeUntil();
        Conditions where = new Conditions("tenant = ?", tenancy.tenant())
                .when(filter.customerId, "customer_id = ?")
                .when(filter.sellerId, "seller_id = ?")
                .when(filter.orderId, "order_id = ?")
                .when(filter.receivedFrom, "received_on >= ?")
                .when(filter.receivedTo, "received_on <= ?")
                .when(filter.updatedSince, "updated_at >= ?")
                .when(paging.afterId().orElse(null), "id > ?");
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
}
