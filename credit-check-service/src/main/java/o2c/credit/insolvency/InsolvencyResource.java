package o2c.credit.insolvency;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.UUID;
import o2c.contracts.CreditEvent.Contact;
import o2c.credit.customers.CustomerRegister;
import o2c.credit.insolvency.domain.Insolvency;
import o2c.credit.insolvency.domain.Insolvency.Kind;
import o2c.kernel.Ids;
import o2c.runtime.access.Caller;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Insolvencies of customers. */
@Path("/v1/customers/{customerId}/insolvencies")
@Tag(name = "Insolvencies")
class InsolvencyResource {

    private final InsolvencyHandling handling;
    private final InsolvencyBooks books;
    private final CustomerRegister customers;
    private final Caller caller;
    private final Tenancy tenancy;

    InsolvencyResource(
            InsolvencyHandling handling,
            InsolvencyBooks books,
            CustomerRegister customers,
            Caller caller,
            Tenancy tenancy) {
        this.handling = handling;
        this.books = books;
        this.customers = customers;
        this.caller = caller;
        this.tenancy = tenancy;
    }

    /** Whom to write to; an email address, a telephone number or both. */
    @Schema(name = "Administrator")
    record Administrator(
            @NotBlank @Size(max = 200) String name,
            @Size(max = 254) String email,
            @Size(max = 64) String phone,
            @Size(max = 2) String language) {

        Contact contact() {
            return new Contact(name, "administrator", email, phone, language);
        }
    }

    /**
     * What became known.
     *
     * @param openedOn the day the court opened it
     * @param source where it became known
     */
    @Schema(
            name = "InsolvencyNotice",
            example = "{\"kind\":\"bankruptcy\",\"openedOn\":\"2026-02-03\",\"court\":\"Rechtbank Amsterdam\","
                    + "\"caseNumber\":\"C/13/26/17 F\",\"administrator\":{\"name\":\"Mr. J. de Wit\","
                    + "\"email\":\"curator@dewit.example\"},\"source\":\"insolvency register\"}")
    record Notice(
            @NotNull Kind kind,
            @NotNull LocalDate openedOn,
            @Size(max = 200) String court,
            @Size(max = 100) String caseNumber,
            @Valid Administrator administrator,
            @NotBlank @Size(max = 200) String source) {}

    /** It is over. */
    @Schema(name = "InsolvencyEnd", example = "{\"endedOn\":\"2026-09-01\",\"reason\":\"composition fulfilled\"}")
    record Ending(
            @NotNull LocalDate endedOn,
            @NotBlank @Size(max = 500) String reason) {}

    @POST
    @RolesAllowed("credit:write")
    @Writes
    @Operation(
            operationId = "registerInsolvency",
            summary = "Register a customer's insolvency",
            description = "At once: checks are declined (a human being's are referred), confirmations refused, the"
                    + " limit is zero, each order that holds room is announced as held, the administrator stands among"
                    + " the customer's contacts, the customer is scored again, and InsolvencyRegistered tells the"
                    + " other services. Refusals: 400 contact-unreachable, email-malformed, phone-malformed,"
                    + " language-unknown; 404 customer-unknown; 409 insolvency-open; 422 date-in-future."
                    + " Scope: credit:write.")
    public RestResponse<Insolvency> register(
            @PathParam("customerId") String customerId, @NotNull @Valid Notice notice) {
        Insolvency insolvency = handling.register(
                new Insolvency(
                        Ids.next(),
                        customerId,
                        notice.kind(),
                        notice.openedOn(),
                        notice.court(),
                        notice.caseNumber(),
                        notice.administrator() == null
                                ? null
                                : notice.administrator().contact(),
                        notice.source(),
                        tenancy.today(),
                        null,
                        null),
                caller.subject());
        return Answer.created("/v1/customers/" + customerId + "/insolvencies", insolvency);
    }

    @POST
    @Path("/{insolvencyId}/end")
    @RolesAllowed("credit:write")
    @Writes
    @Operation(
            operationId = "endInsolvency",
            summary = "An insolvency is over",
            description = "Checks are decided by the rules again; a limit must be asked for anew. Refusals: 404"
                    + " insolvency-unknown; 409 insolvency-ended; 422 date-in-future, end-before-opening."
                    + " Scope: credit:write.")
    public Insolvency end(
            @PathParam("customerId") String customerId,
            @PathParam("insolvencyId") UUID insolvencyId,
            @NotNull @Valid Ending ending) {
        return handling.end(customerId, insolvencyId, ending.endedOn(), ending.reason(), tenancy.today());
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listInsolvencies",
            summary = "A customer's insolvencies, newest first",
            description = "Refusal: 404 customer-unknown. Scope: credit:read.")
    public Page<Insolvency> list(@PathParam("customerId") String customerId) {
        customers.require(customerId);
        return new Page<>(books.of(customerId), null);
    }
}
