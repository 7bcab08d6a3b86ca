package o2c.runtime.day;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Unit;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The business day of this one service; the test clock of invoice-service moves all four together. */
@Path("/v1/business-days")
@Tag(name = "Operation")
class BusinessDayResource {

    private final Caller caller;
    private final Tenancy tenancy;
    private final DayOpener opener;

    BusinessDayResource(Caller caller, Tenancy tenancy, DayOpener opener) {
        this.caller = caller;
        this.tenancy = tenancy;
        this.opener = opener;
    }

    /** A calendar day. */
    record Day(@NotNull LocalDate date) {}

    /**
     * @param date the business date now
     * @param opened whether this call opened it
     * @param leavesWork whether opening it announced, marked or started anything that goes on now
     */
    record DayView(LocalDate date, boolean opened, boolean leavesWork) {}

    @GET
    @Path("/current")
    @RolesAllowed("operate")
    @Reads
    @Operation(
            operationId = "currentBusinessDay",
            summary = "The tenant's business date in this service",
            description = "Scope: operate.")
    public DayView current() {
        return new DayView(tenancy.today(), false, false);
    }

    @POST
    @RolesAllowed("operate")
    @Operation(
            operationId = "openBusinessDay",
            summary = "Open the sandbox's next business day in this service",
            description = "Opening a day twice does nothing. Refusals: 409 not-a-sandbox, 422 day-out-of-order."
                    + " Scope: operate.")
    public DayView open(@NotNull Day day) {
        String tenant = caller.tenant();
        if (!tenancy.isSandbox(tenant)) {
            throw RuleBroken.conflict("not-a-sandbox", "the days of a live tenant follow the calendar");
        }
        DayOpener.Opening opening = opener.open(tenant, day.date());
        return new DayView(day.date(), opening.opened(), opening.leavesWork());
    }

    @PUT
    @Path("/current")
    @RolesAllowed("operate")
    @Writes
    @Operation(
            operationId = "setBusinessDay",
            summary = "Put the unused clock of a sandbox on a day",
            description = "Refusals: 409 not-a-sandbox, 409 test-clock-in-use. Scope: operate.")
    public DayView set(@NotNull Day day) {
        opener.set(day.date());
        return new DayView(day.date(), true, Unit.current().leavesWork());
    }
}
