package o2c.invoice.terms;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import o2c.contracts.InvoiceEvent;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Read;
import o2c.invoice.sellers.SellerRegister;
import o2c.invoice.terms.domain.LateInterest;
import o2c.invoice.terms.domain.TermsVersion;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Which terms a customer agreed to, and since when. */
@Path("/v1/customers/{customerId}/terms-acceptances")
@Tag(name = "Payment terms")
class TermsAcceptanceResource {

    private static final String ACCEPTED = """
        {"acceptanceId":"019b8c5d-7e00-7000-8000-000000000101","customerId":"acme","sellerId":"delta",\
        "termsId":"net-30","version":1,"acceptedOn":"2026-01-02"}\
        """;

    private final TermsBook book;
    private final SellerRegister sellers;
    private final Sql sql;
    private final Tenancy tenancy;
    private final Outbox outbox;

    TermsAcceptanceResource(TermsBook book, SellerRegister sellers, Sql sql, Tenancy tenancy, Outbox outbox) {
        this.book = book;
        this.sellers = sellers;
        this.sql = sql;
        this.tenancy = tenancy;
        this.outbox = outbox;
    }

    /** An acceptance; without a version the one in force on that day is meant. */
    @Schema(name = "TermsAcceptanceRequest")
    record Acceptance(
            @NotNull @Schema(examples = "net-30") String termsId,
            Integer version,
            String sellerId,

            @NotNull @Schema(description = "First day of issue that it counts for", examples = "2026-01-02")
            LocalDate acceptedOn,

            @Size(max = 500) @Schema(description = "Where the proof is, such as a document's address")
            String evidence) {}

    /** An acceptance as kept. */
    @Schema(name = "TermsAcceptance")
    record AcceptanceView(
            UUID acceptanceId,
            String customerId,
            String sellerId,
            String termsId,
            int version,
            LocalDate acceptedOn,
            String evidence) {}

    @POST
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "acceptTerms",
            summary = "Record that a customer accepted payment terms",
            description = "Invoices of that seller to him issued from `acceptedOn` on carry the version accepted last,"
                    + " and are due by it when they tell neither a due day nor other terms. Refusals:"
                    + " `seller-unknown`, `seller-ambiguous`, `payment-terms-unknown`,"
                    + " `payment-terms-not-yet-effective`, `date-in-future` (422), `id-malformed` (400)."
                    + " Announces TermsAccepted. Scope `invoice:write`.")
    @APIResponse(
            responseCode = "201",
            description = "The acceptance",
            content =
                    @Content(
                            schema = @Schema(implementation = AcceptanceView.class),
                            examples = @ExampleObject(name = "example", value = ACCEPTED)))
    public RestResponse<AcceptanceView> accept(
            @PathParam("customerId") String customerId, @Valid @NotNull Acceptance acceptance) {
        Ids.callerChosen(customerId);
        if (acceptance.acceptedOn().isAfter(tenancy.today())) {
            throw RuleBroken.refused("date-in-future", "accepted after the business date " + tenancy.today())
                    .at("/acceptedOn");
        }
        TermsVersion version = meant(acceptance);
        AcceptanceView view = new AcceptanceView(
                Ids.next(),
                customerId,
                sellers.meant(acceptance.sellerId()),
                version.termsId(),
                version.version(),
                acceptance.acceptedOn(),
                acceptance.evidence());
        keep(view);
        outbox.announce(announced(view, version.terms().lateInterest()));
        return Answer.created("/v1/customers/" + customerId + "/terms-acceptances", view);
    }

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listTermsAcceptances",
            summary = "Read which terms a customer accepted",
            description = "In the order in which they were recorded. Refusals: `limit-out-of-range`,"
                    + " `cursor-malformed` (400). Scope `invoice:read`.")
    public Page<AcceptanceView> list(@PathParam("customerId") String customerId, @BeanParam Paging paging) {
        Conditions where = new Conditions("tenant = ? and customer_id = ?", tenancy.tenant(), customerId)
                .when(paging.afterId().orElse(null), "id > ?");
        List<AcceptanceView> rows = sql.list(
                "select * from terms_acceptance where " + where.clause() + " order by id limit ?",
                TermsAcceptanceResource::read,
                where.paramsAnd(paging.limit() + 1));
        return Page.of(rows, paging.limit(), row -> row.acceptanceId().toString());
    }

    private TermsVersion meant(Acceptance acceptance) {
        try {
            if (acceptance.version() == null) {
                return book.inForce(acceptance.termsId(), acceptance.acceptedOn());
            }
            return book.versions(acceptance.termsId()).stream()
                    .map(TermsBook.Kept::version)
                    .filter(version -> version.version() == acceptance.version())
                    .findFirst()
                    .orElseThrow(() -> RuleBroken.refused(
                            "payment-terms-unknown",
                            "there is no version " + acceptance.version() + " of " + acceptance.termsId()));
        } catch (RuleBroken unknown) {
            throw unknown.at("/termsId");
        }
    }

    private void keep(AcceptanceView view) {
        sql.update(
                "insert into terms_acceptance (id, tenant, customer_id, seller_id, terms_id, version, accepted_on,"
                        + " evidence) values (?, ?, ?, ?, ?, ?, ?, ?)",
                view.acceptanceId(),
                tenancy.tenant(),
                view.customerId(),
                view.sellerId(),
                view.termsId(),
                view.version(),
                view.acceptedOn(),
                view.evidence());
    }

    private static InvoiceEvent.TermsAccepted announced(AcceptanceView view, LateInterest interest) {
        return new InvoiceEvent.TermsAccepted(
                view.acceptanceId(),
                view.customerId(),
                view.sellerId(),
                view.termsId(),
                view.version(),
                view.acceptedOn(),
                interest.basis().name().toLowerCase(Locale.ROOT),
                interest.annualRate());
    }

    private static AcceptanceView read(ResultSet row) throws SQLException {
        return new AcceptanceView(
                Read.id(row, "id"),
                row.getString("customer_id"),
                row.getString("seller_id"),
                row.getString("terms_id"),
                row.getInt("version"),
                Read.day(row, "accepted_on"),
                row.getString("evidence"));
    }
}
