package o2c.credit.overrides;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import o2c.credit.customers.CustomerRegister;
import o2c.credit.overrides.domain.RiskOverride;
import o2c.credit.overrides.domain.RiskOverride.Kind;
import o2c.kernel.Ids;
import o2c.runtime.access.Caller;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The register of exceptions: no exemption in silence. */
@Path("/v1/overrides")
@Tag(name = "Risk")
class OverrideResource {

    private final OverrideRegister overrides;
    private final CustomerRegister customers;
    private final Caller caller;
    private final Tenancy tenancy;

    OverrideResource(OverrideRegister overrides, CustomerRegister customers, Caller caller, Tenancy tenancy) {
        this.overrides = overrides;
        this.customers = customers;
        this.caller = caller;
        this.tenancy = tenancy;
    }

    /**
     * An exception.
     *
     * @param value the class or segment that is to count
     * @param until last business date, within a year
     */
    @Schema(
            name = "RiskException",
            example = "{\"customerId\":\"acme\",\"kind\":\"risk-class\",\"value\":\"B\","
                    + "\"reason\":\"parent guarantee signed\",\"until\":\"2026-06-30\"}")
    record RiskException(
            @NotBlank @Size(max = 64) String customerId,
            @NotNull Kind kind,
            @NotBlank @Size(max = 32) String value,
            @NotBlank @Size(max = 500) String reason,
            @NotNull LocalDate until) {}

    @POST
    @RolesAllowed("credit:approve")
    @Writes
    @Operation(
            operationId = "overrideRisk",
            summary = "Let another class or segment count for a customer, until a day",
            description = "The person is the caller's. It ends by itself with its last day. Refusals: 404"
                    + " customer-unknown; 422 override-already-over, override-too-long. Scope: credit:approve.")
    public RestResponse<RiskOverride> add(@NotNull @Valid RiskException wanted) {
        customers.require(wanted.customerId());
        RiskOverride override = new RiskOverride(
                        Ids.next(),
                        wanted.customerId(),
                        wanted.kind(),
                        wanted.value(),
                        wanted.reason(),
                        caller.subject(),
                        tenancy.today(),
                        wanted.until(),
                        null)
                .endingInTime(tenancy.today());
        overrides.add(override);
        return Answer.created("/v1/overrides/" + override.overrideId(), override);
    }

    @POST
    @Path("/{overrideId}/end")
    @RolesAllowed("credit:approve")
    @Writes
    @Operation(
            operationId = "endOverride",
            summary = "End an exception before its time",
            description = "It no longer counts from today on. Refusals: 404 override-unknown; 409 override-over."
                    + " Scope: credit:approve.")
    public RiskOverride end(@PathParam("overrideId") UUID overrideId) {
        return overrides.end(overrideId);
    }

    @GET
    @Path("/{overrideId}")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getOverride",
            summary = "One exception",
            description = "Refusal: 404 override-unknown. Scope: credit:read.")
    public RestResponse<RiskOverride> get(@PathParam("overrideId") UUID overrideId) {
        RiskOverride override = overrides.find(overrideId);
        return Answer.versioned(override, override.endedOn() == null ? 1 : 2);
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listOverrides",
            summary = "Exceptions, oldest first",
            description = "Filters: customerId, activeOn. Refusals: 400 limit-out-of-range, cursor-malformed,"
                    + " date-malformed. Scope: credit:read.")
    public Page<RiskOverride> list(
            @QueryParam("customerId") String customerId,
            @QueryParam("activeOn") @Parameter(description = "Only those in force on this day.") LocalDate activeOn,
            @BeanParam Paging paging) {
        return Page.of(
                overrides.page(customerId, activeOn, paging.afterId().orElse(new UUID(0, 0)), paging.limit() + 1),
                paging.limit(),
                override -> override.overrideId().toString());
    }
}
