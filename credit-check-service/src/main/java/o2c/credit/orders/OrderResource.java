package o2c.credit.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.credit.orders.OrderBooks.Delivery;
import o2c.credit.orders.OrderKeeping.Kept;
import o2c.credit.orders.domain.SalesOrder;
import o2c.credit.orders.domain.SalesOrder.Part;
import o2c.credit.orders.domain.SalesOrder.Status;
import o2c.kernel.Money;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.http.Preconditions;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Orders live: as the seller's system has them. */
@Path("/v1/orders")
@Tag(name = "Orders")
class OrderResource {

    private final OrderKeeping keeping;
    private final OrderBooks books;
    private final Preconditions preconditions;

    OrderResource(OrderKeeping keeping, OrderBooks books, Preconditions preconditions) {
        this.keeping = keeping;
        this.books = books;
        this.preconditions = preconditions;
    }

    /**
     * An order as it stands.
     *
     * @param amount the whole order, including VAT
     * @param status open unless told
     */
    @Schema(
            name = "OrderAsPlaced",
            example = "{\"customerId\":\"acme\",\"sellerId\":\"delta\",\"amount\":{\"amount\":\"2420.00\","
                    + "\"currency\":\"EUR\"},\"schedule\":[{\"deliverOn\":\"2026-02-02\",\"amount\":"
                    + "{\"amount\":\"2420.00\",\"currency\":\"EUR\"}}],\"status\":\"open\"}")
    record Placed(
            @NotBlank @Size(max = 64) String customerId,
            @Size(max = 64) String sellerId,
            @NotNull Money amount,
            @Size(max = 500) List<@NotNull Part> schedule,
            Status status) {

        SalesOrder order(String orderId) {
            return new SalesOrder(
                    orderId, customerId, sellerId, amount, schedule, status == null ? Status.OPEN : status, 1);
        }
    }

    /**
     * A delivery.
     *
     * @param amount its value including VAT
     * @param checkId the shipment check that counted it as delivered already, or null
     */
    @Schema(
            name = "OrderDelivery",
            example = "{\"deliveryId\":\"D-1\",\"amount\":{\"amount\":\"1210.00\",\"currency\":\"EUR\"},"
                    + "\"deliveredOn\":\"2026-02-02\"}")
    record Delivered(
            @NotBlank @Pattern(regexp = "\\P{Cntrl}{1,200}") String deliveryId,
            @NotNull Money amount,
            @NotNull LocalDate deliveredOn,
            UUID checkId) {}

    /**
     * An order with the room it holds.
     *
     * @param reserved order less delivered less invoiced, never below zero; nothing once closed
     * @param deliveredNotInvoiced what was delivered and is not invoiced yet
     * @param checkId the check that granted the room, or null
     * @param checkNeeded whether nobody checked the order yet
     */
    record OrderView(
            String orderId,
            String customerId,
            String sellerId,
            Money amount,
            List<Part> schedule,
            Status status,
            Money reserved,
            Money deliveredNotInvoiced,
            Money invoiced,
            UUID checkId,
            boolean checkNeeded) {

        static OrderView of(Kept kept) {
            SalesOrder order = kept.order();
            return new OrderView(
                    order.orderId(),
                    order.customerId(),
                    order.sellerId(),
                    order.amount(),
                    order.schedule(),
                    order.status(),
                    kept.room().reserved(),
                    kept.room().delivered(),
                    kept.room().invoiced(),
                    kept.room().checkId(),
                    order.status() == Status.OPEN && kept.room().checkId() == null);
        }
    }

    @PUT
    @Path("/{orderId}")
    @RolesAllowed("credit:write")
    @Writes
    @Operation(
            operationId = "putOrder",
            summary = "Tell an order as it stands",
            description = "Order less delivered less invoiced stays reserved, never below zero; closed or cancelled"
                    + " frees the rest. What was checked cannot grow beyond its check: an increase needs a new check"
                    + " of what is still to come. An order that nobody checked counts all the same and says"
                    + " checkNeeded. The same content again changes nothing. Honours If-Match. Refusals: 400"
                    + " amount-not-positive, schedule-does-not-add-up; 409 order-of-other-customer, order-closed;"
                    + " 412 changed-meanwhile; 422 customer-unknown, order-in-other-currency, check-needed."
                    + " Scope: credit:write.")
    public RestResponse<OrderView> put(@PathParam("orderId") String orderId, @NotNull @Valid Placed placed) {
        Kept kept = keeping.put(placed.order(orderId), preconditions::ifMatch);
        OrderView view = OrderView.of(kept);
        return kept.added()
                ? Answer.createdVersioned(
                        "/v1/orders/" + encoded(orderId), view, kept.order().version())
                : Answer.versioned(view, kept.order().version());
    }

    @POST
    @Path("/{orderId}/deliveries")
    @RolesAllowed("credit:write")
    @Writes
    @Operation(
            operationId = "deliverOrder",
            summary = "Tell what was delivered of an order",
            description = "Its value moves from reserved to delivered and not invoiced; a delivery that names its"
                    + " shipment check was moved by it already. Refusals: 404 order-unknown; 409 delivery-known;"
                    + " 422 date-in-future, order-in-other-currency. Scope: credit:write.")
    public RestResponse<OrderView> deliver(@PathParam("orderId") String orderId, @NotNull @Valid Delivered delivered) {
        Kept kept = keeping.deliver(
                orderId,
                new Delivery(delivered.deliveryId(), delivered.amount(), delivered.deliveredOn(), delivered.checkId()));
        return Answer.created("/v1/orders/" + encoded(orderId) + "/deliveries", OrderView.of(kept));
    }

    @GET
    @Path("/{orderId}/deliveries")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listDeliveries",
            summary = "What was delivered of an order, by day",
            description = "Refusal: 404 order-unknown. Scope: credit:read.")
    public Page<Delivery> deliveries(@PathParam("orderId") String orderId) {
        keeping.find(orderId);
        return new Page<>(books.deliveriesOf(orderId), null);
    }

    @GET
    @Path("/{orderId}")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getOrder",
            summary = "An order and the room it holds",
            description = "Refusal: 404 order-unknown. Scope: credit:read.")
    public RestResponse<OrderView> get(@PathParam("orderId") String orderId) {
        Kept kept = keeping.find(orderId);
        return Answer.versioned(OrderView.of(kept), kept.order().version());
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listOrders",
            summary = "Orders by id",
            description = "Filters: customerId, status. Refusals: 400 value-unknown, limit-out-of-range,"
                    + " cursor-malformed. Scope: credit:read.")
    public Page<SalesOrder> list(
            @QueryParam("customerId") String customerId,
            @QueryParam("status") Status status,
            @BeanParam Paging paging) {
        return Page.of(
                books.page(customerId, status, paging.after().orElse(""), paging.limit() + 1),
                paging.limit(),
                SalesOrder::orderId);
    }

    private static String encoded(String orderId) {
        return java.net.URLEncoder.encode(orderId, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
