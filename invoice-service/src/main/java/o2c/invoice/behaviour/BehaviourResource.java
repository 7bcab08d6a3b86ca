package o2c.invoice.behaviour;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import o2c.invoice.behaviour.PaymentPractices.Scope;
import o2c.invoice.books.GroupBy;
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

/** How customers pay. */
@Path("/v1/receivables/payment-behaviour")
@Tag(name = "Receivables")
class BehaviourResource {

    private static final String PORTFOLIO = "{\"asOf\":\"2026-03-31\",\"items\":[" + PracticeView.EXAMPLE + "]}";

    private final Books books;
    private final PaymentPractices practices;

    BehaviourResource(Books books, PaymentPractices practices) {
        this.books = books;
        this.practices = practices;
    }

    /** How customers pay, per group and currency. */
    @Schema(name = "PaymentBehaviours")
    record BehaviourView(LocalDate asOf, List<PracticeView> items) {}

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getPaymentBehaviour",
            summary = "How customers pay: days late, signed and weighted, repayment term",
            description = "Over invoices settled by money at the close of `asOf`, of these the ones whose last money"
                    + " came in the last `periodDays` days (all when left out), per group and currency."
                    + PracticeView.REFUSALS)
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content =
                    @Content(
                            schema = @Schema(implementation = BehaviourView.class),
                            examples = @ExampleObject(name = "behaviour", value = PORTFOLIO)))
    public BehaviourView all(
            @BeanParam InTime time,
            @QueryParam("periodDays") @Parameter(description = "1 to 3660") Integer periodDays,
            @QueryParam("groupBy") @DefaultValue("currency") GroupBy groupBy,
            @QueryParam("sellerId") String sellerId) {
        Moment moment = books.moment(time);
        Scope scope = new Scope(moment, PracticeView.from(moment, periodDays), groupBy, null, sellerId);
        return new BehaviourView(moment.asOf(), PracticeView.all(practices, scope));
    }
}
