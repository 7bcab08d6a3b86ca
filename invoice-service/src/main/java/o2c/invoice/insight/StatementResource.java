package o2c.invoice.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import o2c.invoice.insight.BooksTime.Moment;
import o2c.invoice.insight.Statements.Cash;
import o2c.invoice.insight.Statements.Item;
import o2c.invoice.insight.Statements.Total;
import o2c.kernel.RuleBroken;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one customer owes, item by item. */
@Path("/v1/customers/{customerId}/statement")
@Tag(name = "Receivables")
class StatementResource {

    private final BooksTime time;
    private final Statements statements;

    StatementResource(BooksTime time, Statements statements) {
        this.time = time;
        this.statements = statements;
    }

    /** A statement of account. */
    @Schema(name = "Statement")
    record StatementView(String customerId, LocalDate asOf, List<Item> items, List<Cash> cash, List<Total> totals) {}

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getStatement",
            summary = "Read a customer's open items and cash",
            description = "At the close of `asOf` (today's business date when left out), as known at `knownAt`; oldest"
                    + " due day first; the total per seller and currency is what is open less unallocated cash."
                    + " Refusals: `customer-unknown` (404), `date-malformed`, `instant-malformed` (400),"
                    + " `known-at-too-recent` (422). Scope `invoice:read`.")
    public StatementView statement(
            @PathParam("customerId") String customerId,
            @QueryParam("asOf") LocalDate asOf,
            @QueryParam("knownAt") String knownAt) {
        Moment moment = time.asked(asOf, knownAt);
        List<Item> items = statements.items(customerId, moment);
        List<Cash> cash = statements.cash(customerId, moment);
        if (items.isEmpty() && cash.isEmpty() && !statements.knows(customerId, moment.tenant())) {
            throw RuleBroken.notFound("customer-unknown", "nothing is known of this customer");
        }
        return new StatementView(customerId, moment.asOf(), items, cash, Statements.totals(items, cash));
    }
}
