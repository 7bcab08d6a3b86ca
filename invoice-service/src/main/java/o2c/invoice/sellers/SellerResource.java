package o2c.invoice.sellers;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import o2c.invoice.sellers.domain.Seller;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The tenant's legal entities that are owed money. */
@Path("/v1/sellers")
@Tag(name = "Sellers")
class SellerResource {

    private final SellerRegister register;

    SellerResource(SellerRegister register) {
        this.register = register;
    }

    /** What a PUT carries: fields that are absent keep their value. Remembers which were there. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.NONE)
    @Schema(name = "SellerRegistration")
    static class Registration {

        private final Map<String, Object> given = new HashMap<>();

        @JsonProperty
        @Schema(examples = "Fietsen BV")
        void setName(String name) {
            given.put("name", name);
        }

        @JsonProperty
        @Schema(description = "ISO 3166-1 alpha-2", examples = "NL")
        void setCountry(String country) {
            given.put("country", country);
        }

        @JsonProperty
        @Schema(implementation = String.class, description = "ISO 4217: the currency of its books", examples = "EUR")
        void setCurrency(Currency currency) {
            given.put("currency", currency);
        }

        @JsonProperty
        @Schema(description = "IANA time zone of its documents", examples = "Europe/Amsterdam")
        void setTimeZone(String timeZone) {
            given.put("timeZone", timeZone == null ? null : zone(timeZone));
        }

        @JsonProperty
        @Schema(description = "The most days from delivery to issue of an invoice; 14 unless told", examples = "14")
        void setInvoicingDays(Integer invoicingDays) {
            given.put("invoicingDays", invoicingDays == null ? Seller.USUAL_INVOICING_DAYS : invoicingDays);
        }

        Seller applied(String sellerId, Seller known) {
            return new Seller(
                    sellerId,
                    String.class.cast(value("name", known, Seller::name)),
                    String.class.cast(value("country", known, Seller::country)),
                    Currency.class.cast(value("currency", known, Seller::currency)),
                    ZoneId.class.cast(value("timeZone", known, Seller::timeZone)),
                    norm(known));
        }

        private int norm(Seller known) {
            Object told = value("invoicingDays", known, Seller::invoicingDays);
            return told == null ? Seller.USUAL_INVOICING_DAYS : Integer.class.cast(told);
        }

        private Object value(String field, Seller known, Function<Seller, ?> kept) {
            return given.containsKey(field) || known == null ? given.get(field) : kept.apply(known);
        }

        private static ZoneId zone(String id) {
            try {
                return ZoneId.of(id);
            } catch (DateTimeException unknown) {
                throw RuleBroken.invalid("time-zone-unknown", "a time zone is an IANA name such as Europe/Amsterdam");
            }
        }
    }

    /** A seller as callers see it. */
    record SellerView(
            String sellerId, String name, String country, String currency, String timeZone, int invoicingDays) {

        static SellerView of(Seller seller) {
            return new SellerView(
                    seller.sellerId(),
                    seller.name(),
                    seller.country(),
                    seller.currency().getCurrencyCode(),
                    seller.timeZone().getId(),
                    seller.invoicingDays());
        }
    }

    @PUT
    @Path("/{sellerId}")
    @RolesAllowed("invoice:write")
    @Writes
    @Operation(
            operationId = "putSeller",
            summary = "Register a seller or change its data",
            description = "Absent fields keep their value; a new seller needs all of them. Unchanged content answers"
                    + " 200 with the same ETag and announces nothing. Refusals: `id-malformed`, `field-missing`,"
                    + " `country-unknown`, `currency-unknown`, `time-zone-unknown`,"
                    + " `invoicing-days-out-of-range` (400), `changed-meanwhile` (412)."
                    + " Announces SellerRegistered. Scope `invoice:write`.")
    public RestResponse<SellerView> put(
            @PathParam("sellerId") String sellerId, @Valid @NotNull Registration registration) {
        SellerRegister.Kept kept =
                register.put(Ids.callerChosen(sellerId), known -> registration.applied(sellerId, known));
        SellerView view = SellerView.of(kept.seller());
        return kept.created()
                ? Answer.createdVersioned("/v1/sellers/" + sellerId, view, kept.version())
                : Answer.versioned(view, kept.version());
    }

    @GET
    @Path("/{sellerId}")
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getSeller",
            summary = "Read a seller",
            description = "Refusal: `seller-unknown` (404). Scope `invoice:read`.")
    public RestResponse<SellerView> get(@PathParam("sellerId") String sellerId) {
        SellerRegister.Kept kept = register.get(sellerId);
        return Answer.versioned(SellerView.of(kept.seller()), kept.version());
    }

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "listSellers",
            summary = "List sellers by id",
            description = "Refusals: `limit-out-of-range`, `cursor-malformed` (400). Scope `invoice:read`.")
    public Page<SellerView> list(@BeanParam Paging paging) {
        var rows = register.after(paging.after().orElse(""), paging.limit() + 1).stream()
                .map(SellerView::of)
                .toList();
        return Page.of(rows, paging.limit(), SellerView::sellerId);
    }
}
