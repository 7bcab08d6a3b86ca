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
import o2c.credit.time.Moment;
import o2c.credit.time.Moments;
import o2c.kernel.Money;
import o2c.runtime.http.Answer;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A customer's own credit limit on a day. */
@Path("/v1/customers/{customerId}/credit-limit")
@Tag(name = "Credit limits")
class CreditLimitResource {

    private final CustomerRegister register;
    private final CreditLimiting limiting;
    private final Moments moments;

    CreditLimitResource(CustomerRegister register, CreditLimiting limiting, Moments moments) {
        this.register = register;
        this.limiting = limiting;
        this.moments = moments;
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
                    + " to the standing limit. knownAt asks as it was known. Refusals: 400 date-malformed, instant-malformed;"
                    + " 404 customer-unknown; 422 known-at-too-recent."
                    + " Scope: credit:read.")
    public RestResponse<LimitView> get(
            @PathParam("customerId") String customerId,
            @QueryParam("asOf") LocalDate asOf,
            @QueryParam("knownAt") @Parameter(description = "An instant or a day.") String knownAt) {
        register.require(customerId);
        Moment moment = moments.any(asOf, knownAt);
        Optional<CreditLimit> limit = limiting.inForce(customerId, moment);
        return Answer.versioned(
                new LimitView(
                        customerId,
                        moment.day(),
                        limit.map(CreditLimit::amount).orElse(null),
                        limit.map(CreditLimit::version).orElse(0),
                        limit.map(CreditLimit::validFrom).orElse(null),
                        limit.map(CreditLimit::validTo).orElse(null),
                        limit.map(CreditLimit::reason).orElse(null)),
                limit.map(CreditLimit::version).orElse(0));
    }
}
