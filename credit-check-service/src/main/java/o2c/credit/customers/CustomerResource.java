package o2c.credit.customers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import o2c.credit.customers.CustomerRegister.Outcome;
import o2c.credit.customers.CustomerRegister.Registered;
import o2c.kernel.RuleBroken;
import o2c.runtime.books.Books;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.http.Preconditions;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Customers: who they are. */
@Path("/v1/customers")
@Tag(name = "Customers")
class CustomerResource {

    private final CustomerRegister register;
    private final Customers customers;
    private final CustomerList list;
    private final CustomerHistory history;
    private final Preconditions preconditions;
    private final Books books;

    CustomerResource(
            CustomerRegister register,
            Customers customers,
            CustomerList list,
            CustomerHistory history,
            Preconditions preconditions,
            Books books) {
        this.register = register;
        this.customers = customers;
        this.list = list;
        this.history = history;
        this.preconditions = preconditions;
        this.books = books;
    }

    /** Many customers at once. */
    record Registrations(@NotNull @NotEmpty @Size(max = 500) List<@NotNull @Valid Registration> items) {}

    /**
     * What became of one item.
     *
     * @param status 200, 201 or the status of the refusal
     * @param code the refusal's code, or null
     */
    record Result(String customerId, int status, String etag, String code, String detail, String pointer) {}

    /** One result per item, in order. */
    record Results(List<Result> items) {}

    /**
     * A page of customers.
     *
     * @param safeUntil everything that changed before this instant is visible; ask on from it
     */
    record CustomerPage(List<CustomerView> items, String nextCursor, Instant safeUntil) {}

    @PUT
    @Path("/{customerId}")
    @RolesAllowed("credit:write")
    @Writes
    @Operation(
            operationId = "registerCustomer",
            summary = "Register a customer or change what is known of it",
            description = "An absent field keeps its value, null clears it; the same content again changes nothing and"
                    + " announces nothing. Honours If-Match. Refusals: 400 id-malformed, name-missing,"
                    + " country-missing, kind-missing, country-unknown, kind-unknown, vat-id-malformed, lei-malformed,"
                    + " language-unknown, contact-unreachable, email-malformed, phone-malformed, text-blank,"
                    + " text-too-long, control-character, size-unknown, vat-status-unknown,"
                    + " field-owned-by-service, field-unknown, customer-id-differs;"
                    + " 412 changed-meanwhile; 422 parent-cycle. Scope: credit:write.")
    public RestResponse<CustomerView> register(
            @PathParam("customerId") String customerId, @NotNull @Valid Registration told) {
        if (!told.customerId().orElse(customerId).equals(customerId)) {
            throw RuleBroken.invalid("customer-id-differs", "path and body name different customers")
                    .at("/customerId");
        }
        Registered registered = register.register(customerId, told, preconditions::ifMatch);
        CustomerView view = CustomerView.of(registered.row());
        return registered.added()
                ? Answer.createdVersioned("/v1/customers/" + customerId, view, registered.row().version)
                : Answer.versioned(view, registered.row().version);
    }

    @PUT
    @Path("/batch")
    @RolesAllowed("credit:write")
    @Writes
    @Operation(
            operationId = "registerCustomers",
            summary = "Register or change up to 500 customers",
            description = "Each item names its customerId and follows the rules of a single PUT; a refused item leaves"
                    + " the others alone. Answers 207 with one result per item in order. Refusals per item as for a"
                    + " single PUT, and 422 customer-repeated. Scope: credit:write.")
    public RestResponse<Results> registerAll(@NotNull @Valid Registrations told) {
        return Answer.batch(new Results(register.registerAll(told.items()).stream()
                .map(CustomerResource::result)
                .toList()));
    }

    @GET
    @Path("/{customerId}")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getCustomer",
            summary = "One customer",
            description = "Refusal: 404 customer-unknown. Scope: credit:read.")
    public RestResponse<CustomerView> get(@PathParam("customerId") String customerId) {
        CustomerRow row = customers
                .find(customerId)
                .orElseThrow(() -> RuleBroken.notFound("customer-unknown", "there is no such customer"));
        return Answer.versioned(CustomerView.of(row), row.version);
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listCustomers",
            summary = "Customers by id",
            description = "For a sync that misses nothing, ask with updatedSince and go on from the first answer's"
                    + " safeUntil. Refusals: 400 kind-unknown, limit-out-of-range, cursor-malformed."
                    + " Scope: credit:read.")
    public CustomerPage list(@BeanParam CustomerList.Filter filter, @BeanParam Paging paging) {
        Instant safeUntil = books.safeUntil();
        Page<CustomerRow> page = Page.of(
                list.page(filter, paging.after().orElse(""), paging.limit()), paging.limit(), row -> row.customerId);
        return new CustomerPage(page.items().stream().map(CustomerView::of).toList(), page.nextCursor(), safeUntil);
    }

    @GET
    @Path("/{customerId}/history")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getCustomerHistory",
            summary = "What changed on a customer, newest first",
            description = "Each entry tells fields with their value before and after. Refusal: 404 customer-unknown."
                    + " Scope: credit:read.")
    public Page<CustomerHistory.Entry> history(@PathParam("customerId") String customerId, @BeanParam Paging paging) {
        register.require(customerId);
        long before = paging.afterNumber().orElse(Long.MAX_VALUE);
        return Page.of(
                history.of(customerId, before, paging.limit() + 1),
                paging.limit(),
                entry -> String.valueOf(entry.version()));
    }

    private static Result result(Outcome outcome) {
        return outcome.refusal()
                .map(no ->
                        new Result(outcome.customerId(), statusOf(no), null, no.code(), no.getMessage(), no.pointer()))
                .orElseGet(() -> {
                    Registered registered = outcome.registered().orElseThrow();
                    return new Result(
                            outcome.customerId(),
                            registered.added() ? 201 : 200,
                            "\"" + registered.row().version + "\"",
                            null,
                            null,
                            null);
                });
    }

    private static int statusOf(RuleBroken refusal) {
        return refusal.kind() == RuleBroken.Kind.INVALID ? 400 : 422;
    }
}
