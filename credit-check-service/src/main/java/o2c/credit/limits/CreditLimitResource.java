package o2c.credit.limits;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import o2c.credit.customers.CustomerRegister;
import o2c.credit.limits.domain.CreditLimit;
import o2c.kernel.Money;
import o2c.runtime.http.Answer;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A customer's own credit limit on a day. */
@Path("/v1/customers/{customerId}/credit-limit")
@Tag(name = "Credit limits")
class CreditLimitResource {

    private final CustomerRegister register;
    private final CreditLimiting limiting;
    private final Tenancy tenancy;

    CreditLimitResource(CustomerRegister register, CreditLimiting limiting, Tenancy tenancy) {
        this.register = register;
        this.limiting = limiting;
        this.tenancy = tenancy;
    }

    /**
     * The limit in force.
     *
     * @param limit null when none is on file for the day
     * @param version 0 when none is on file
     */
    record LimitView(
            String customerId,
            LocalDate asOf,
            Money limit,
            int version,
            LocalDate validFrom,
            LocalDate validTo,
            String reason) {}

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getCreditLimit",
            summary = "The credit limit in force on a day",
            description = "Of all versions that cover the day the one set last counts, so a temporary raise gives way"
                    + " to the standing limit. Refusals: 400 date-malformed, 404 customer-unknown."
                    + " Scope: credit:read.")
    public RestResponse<LimitView> get(@PathParam("customerId") String customerId, @QueryParam("asOf") LocalDate asOf) {
        register.require(customerId);
        LocalDate day = Optional.ofNullable(asOf).orElse(tenancy.today());
        Optional<CreditLimit> limit = limiting.inForce(customerId, day);
        return Answer.versioned(
                new LimitView(
                        customerId,
                        day,
                        limit.map(CreditLimit::amount).orElse(null),
                        limit.map(CreditLimit::version).orElse(0),
                        limit.map(CreditLimit::validFrom).orElse(null),
                        limit.map(CreditLimit::validTo).orElse(null),
                        limit.map(CreditLimit::reason).orElse(null)),
                limit.map(CreditLimit::version).orElse(0));
    }
}
