package o2c.credit.monitoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import o2c.credit.monitoring.WarningBooks.Warning;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Customers to keep an eye on. */
@Path("/v1/watchlist")
@Tag(name = "Monitoring")
class WatchlistResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final WarningBooks warnings;
    private final Books times;

    WatchlistResource(WarningBooks warnings, Books times) {
        this.warnings = warnings;
        this.times = times;
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listWarnings",
            summary = "Warnings that stand, with what is proposed",
            description = "Kinds: days-late-rising, long-overdue, cover-stopped, cover-cut, promises-broken,"
                    + " accounts-in-distress. A warning is raised once and ends by itself when its sign is gone."
                    + " Filter: customerId. Refusals: 400 date-malformed, limit-out-of-range, cursor-malformed;"
                    + " 422 date-in-future. Scope: credit:read.")
    public Page<Warning> warnings(
            @QueryParam("customerId") String customerId, @BeanParam InTime asked, @BeanParam Paging paging) {
        return Page.of(
                warnings.standing(
                        times.moment(asked).asOf(), customerId, paging.afterId().orElse(FIRST), paging.limit() + 1),
                paging.limit(),
                warning -> warning.warningId().toString());
    }
}
