package o2c.dunning.rates;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import o2c.dunning.rates.LegalRateKeeping.Versioned;
import o2c.dunning.rates.domain.LegalRate;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.http.Preconditions;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Statutory rates of late-payment interest: those of the release with their source, and the tenant's own. */
@Path("/v1/legal-rates")
@Tag(name = "Legal rates")
class LegalRateResource {

    private static final String ROW = "/{jurisdiction}/{debtorKind}/{validFrom}";
    private static final String EXAMPLE =
            "{\"annualRate\":\"10.65\",\"source\":\"Government gazette of 22 December 2026\"}";

    private final LegalRateKeeping keeping;
    private final Preconditions preconditions;

    LegalRateResource(LegalRateKeeping keeping, Preconditions preconditions) {
        this.keeping = keeping;
        this.preconditions = preconditions;
    }

    /**
     * A rate.
     *
     * @param annualRate percent per year from {@code validFrom} until the next row
     * @param evidence secondary, derived or general-knowledge (shipped), or tenant
     * @param version 0 while it stands as shipped
     */
    record RateView(
            String jurisdiction,
            String debtorKind,
            LocalDate validFrom,
            Percentage annualRate,
            String evidence,
            String source,
            int version) {

        static RateView of(Versioned row) {
            LegalRate rate = row.rate();
            return new RateView(
                    rate.jurisdiction().name(),
                    rate.debtorKind().code(),
                    rate.validFrom(),
                    rate.annualRate(),
                    rate.evidence(),
                    rate.source(),
                    row.version());
        }

        String position() {
            return jurisdiction + debtorKind + validFrom;
        }
    }

    /** A version of a tenant's row, with who set it. */
    record VersionView(int version, Percentage annualRate, String source, String author) {}

    /**
     * A tenant's own rate.
     *
     * @param annualRate percent per year, 0 to 100
     * @param source where it was announced
     */
    record RateRequest(
            @NotNull Percentage annualRate,
            @NotBlank @Size(max = 500) String source) {}

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listLegalRates",
            summary = "Statutory rates by law, kind of debtor and first day",
            description = "Percent per year. Filters: jurisdiction (NL, BE, DE, FR, GB), debtorKind (business, which"
                    + " holds for public bodies too, or consumer). Refusals: 400 jurisdiction-unknown, value-unknown."
                    + " Scope: dunning:read.")
    public Page<RateView> list(
            @QueryParam("jurisdiction") String jurisdiction,
            @QueryParam("debtorKind") String debtorKind,
            @BeanParam Paging paging) {
        Optional<String> law = Optional.ofNullable(jurisdiction)
                .map(code ->
                        LegalNames.jurisdiction(code, "/query/jurisdiction").name());
        Optional<String> kind = Optional.ofNullable(debtorKind)
                .map(code -> LegalNames.debtorKind(code, "/query/debtorKind")
                        .rateKind()
                        .code());
        String after = paging.after().orElse("");
        return Page.of(
                keeping.all().stream()
                        .map(RateView::of)
                        .filter(row -> law.isEmpty() || law.get().equals(row.jurisdiction))
                        .filter(row -> kind.isEmpty() || kind.get().equals(row.debtorKind))
                        .filter(row -> row.position().compareTo(after) > 0)
                        .sorted((one, other) -> one.position().compareTo(other.position()))
                        .limit(paging.limit() + 1L)
                        .toList(),
                paging.limit(),
                RateView::position);
    }

    @GET
    @Path(ROW)
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getLegalRate",
            summary = "One statutory rate",
            description = "Its ETag is taken by PUT as If-Match. Refusals: 400 jurisdiction-unknown, value-unknown;"
                    + " 404 legal-rate-unknown. Scope: dunning:read.")
    public RestResponse<RateView> get(
            @RestPath String jurisdiction, @RestPath String debtorKind, @RestPath LocalDate validFrom) {
        Versioned row = keeping.find(key(jurisdiction, debtorKind, validFrom)).orElseThrow(LegalRateResource::unknown);
        return Answer.versioned(RateView.of(row), row.version());
    }

    @GET
    @Path(ROW + "/versions")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listLegalRateVersions",
            summary = "How a tenant's own rate was set over time, oldest first",
            description = "Empty while the rate stands as shipped. Refusals: 400 jurisdiction-unknown, value-unknown;"
                    + " 404 legal-rate-unknown. Scope: dunning:read.")
    public Page<VersionView> versions(
            @RestPath String jurisdiction, @RestPath String debtorKind, @RestPath LocalDate validFrom) {
        LegalRate key = key(jurisdiction, debtorKind, validFrom);
        keeping.find(key).orElseThrow(LegalRateResource::unknown);
        List<VersionView> versions = keeping.versions(key).stream()
                .map(own -> new VersionView(
                        own.version(), own.rate().annualRate(), own.rate().source(), own.author()))
                .toList();
        return new Page<>(versions, null);
    }

    @PUT
    @Path(ROW)
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "putLegalRate",
            summary = "Set a rate of one's own for a first day",
            description = "Takes the place of a shipped row of the same day. Calculations use it at once; what was"
                    + " claimed stays. Refusals: 400 jurisdiction-unknown, value-unknown; 412 changed-meanwhile;"
                    + " 422 rate-out-of-range; 428 precondition-required (the row exists). Scope: dunning:write.")
    public RestResponse<RateView> put(
            @RestPath String jurisdiction,
            @RestPath String debtorKind,
            @RestPath LocalDate validFrom,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "announced", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    RateRequest request) {
        LegalRate key = key(jurisdiction, debtorKind, validFrom);
        if (!request.annualRate().isShare()) {
            throw RuleBroken.refused("rate-out-of-range", "a rate is 0 to 100 percent per year")
                    .at("/annualRate");
        }
        Optional<Versioned> before = keeping.find(key);
        before.ifPresent(row -> preconditions.ifMatchRequired(row.version()));
        Versioned now = keeping.put(
                new LegalRate(
                        key.jurisdiction(),
                        key.debtorKind(),
                        validFrom,
                        request.annualRate(),
                        LegalRate.TENANT,
                        request.source()),
                before);
        return before.isPresent()
                ? Answer.versioned(RateView.of(now), now.version())
                : Answer.createdVersioned(
                        "/v1/legal-rates/" + key.jurisdiction() + "/"
                                + key.debtorKind().code() + "/" + validFrom,
                        RateView.of(now),
                        now.version());
    }

    private static LegalRate key(String jurisdiction, String debtorKind, LocalDate validFrom) {
        return new LegalRate(
                LegalNames.jurisdiction(jurisdiction, "/path/jurisdiction"),
                LegalNames.debtorKind(debtorKind, "/path/debtorKind").rateKind(),
                validFrom,
                Percentage.of("0.00"),
                LegalRate.TENANT,
                "");
    }

    private static RuleBroken unknown() {
        return RuleBroken.notFound("legal-rate-unknown", "no rate begins on that day");
    }
}
