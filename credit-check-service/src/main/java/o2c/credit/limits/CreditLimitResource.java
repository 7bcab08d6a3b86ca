package o2c.credit.limits;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.Optional;
import o2c.credit.customers.CustomerRegister;
import o2c.credit.limits.domain.CreditLimit;
import o2c.kernel.Money;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.books.Moment;
import o2c.runtime.http.Answer;
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
    private final Books books;

    CreditLimitResource(CustomerRegister register, CreditLimiting limiting, Books books) {
        this.register = register;
        this.limiting = limiting;
        this.books = books;
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
                    + " to the standing limit. knownAt asks as it was known. Refusals: 400 date-malformed,"
                    + " instant-malformed; 404 customer-unknown; 422 known-at-too-recent. Scope: credit:read.")
    public RestResponse<LimitView> get(@PathParam("customerId") String customerId, @BeanParam InTime asked) {
        register.require(customerId);
        Moment moment = books.momentAhead(asked);
        Optional<CreditLimit> limit = limiting.inForce(customerId, moment);
        return Answer.versioned(
                new LimitView(
                        customerId,
                        moment.asOf(),
                        limit.map(CreditLimit::amount).orElse(null),
                        limit.map(CreditLimit::version).orElse(0),
                        limit.map(CreditLimit::validFrom).orElse(null),
                        limit.map(CreditLimit::validTo).orElse(null),
                        limit.map(CreditLimit::reason).orElse(null)),
                limit.map(CreditLimit::version).orElse(0));
    }
}
