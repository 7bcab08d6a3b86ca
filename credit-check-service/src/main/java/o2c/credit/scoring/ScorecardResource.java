package o2c.credit.scoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import o2c.credit.holds.domain.Scope;
import o2c.credit.scoring.domain.Characteristic;
import o2c.credit.scoring.domain.Scorecard;
import o2c.credit.scoring.domain.Scorecard.RiskClass;
import o2c.kernel.RuleBroken;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.http.Preconditions;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Scorecards: data with an effective date. */
@Path("/v1/scorecards")
@Tag(name = "Scores")
class ScorecardResource {

    private final ScorecardBooks cards;
    private final ScorecardChange change;
    private final Books times;
    private final Preconditions preconditions;
    private final Tenancy tenancy;

    ScorecardResource(
            ScorecardBooks cards, ScorecardChange change, Books times, Preconditions preconditions, Tenancy tenancy) {
        this.cards = cards;
        this.change = change;
        this.times = times;
        this.preconditions = preconditions;
        this.tenancy = tenancy;
    }

    /**
     * A range of values.
     *
     * @param from lowest value that belongs to it, or null for no bound
     * @param below first value that no longer does, or null for no bound
     */
    @Schema(name = "ScorecardBin")
    record BinOf(
            BigDecimal from,
            BigDecimal below,
            @NotNull BigDecimal points,
            @NotBlank @Size(max = 64) String reasonCode) {}

    /** What counts when a value is not known. */
    @Schema(name = "ScorecardMissing")
    record MissingOf(
            @NotNull BigDecimal points,
            @NotBlank @Size(max = 64) String reasonCode) {}

    /** One thing to look at. */
    @Schema(name = "ScorecardCharacteristic")
    record CharacteristicOf(
            @NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64)
            String fact,

            @NotEmpty @Size(max = 40) List<@NotNull @Valid BinOf> bins,
            @NotNull @Valid MissingOf missing) {

        Characteristic characteristic() {
            return new Characteristic(
                    fact,
                    bins.stream()
                            .map(bin -> new Characteristic.Bin(bin.from(), bin.below(), bin.points(), bin.reasonCode()))
                            .toList(),
                    new Characteristic.Points(missing.points(), missing.reasonCode()));
        }
    }

    /** A class by its lowest score, with the days between two reviews. */
    @Schema(name = "ScorecardClass")
    record ClassOf(
            @NotBlank @Size(max = 32) String name,
            @NotNull BigDecimal from,
            @Min(1) @Max(3650) int reviewDays) {}

    /** A new version of a scorecard. */
    @Schema(
            name = "ScorecardDefinition",
            example = "{\"effectiveFrom\":\"2026-02-01\",\"base\":\"500\",\"leastKnown\":1,\"characteristics\":[{"
                    + "\"fact\":\"weighted-days-late\",\"bins\":[{\"below\":\"10\",\"points\":\"40\",\"reasonCode\":"
                    + "\"pays-in-time\"},{\"from\":\"10\",\"points\":\"-80\",\"reasonCode\":\"pays-late\"}],"
                    + "\"missing\":{\"points\":\"0\",\"reasonCode\":\"no-history\"}}],\"classes\":[{\"name\":\"good\","
                    + "\"from\":\"520\",\"reviewDays\":365},{\"name\":\"poor\",\"from\":\"0\",\"reviewDays\":30}]}")
    record Definition(
            @NotNull LocalDate effectiveFrom,
            Scope appliesTo,
            @NotNull BigDecimal base,
            @Min(0) @Max(40) int leastKnown,
            @NotEmpty @Size(max = 40) List<@NotNull @Valid CharacteristicOf> characteristics,
            @NotEmpty @Size(max = 20) List<@NotNull @Valid ClassOf> classes) {

        Scorecard version(String scorecardId, int version) {
            return new Scorecard(
                    scorecardId,
                    version,
                    effectiveFrom,
                    appliesTo,
                    base,
                    leastKnown,
                    characteristics.stream()
                            .map(CharacteristicOf::characteristic)
                            .toList(),
                    classes.stream()
                            .map(one -> new RiskClass(one.name(), one.from(), one.reviewDays()))
                            .toList());
        }
    }

    @PUT
    @Path("/{scorecardId}")
    @RolesAllowed("credit:approve")
    @Writes
    @Operation(
            operationId = "setScorecard",
            summary = "Set a scorecard, or the next version of one",
            description = "Facts: weighted-days-late, average-days-late, days-late-trend, late-share, dispute-rate,"
                    + " promise-rate, overdue-share, oldest-overdue-days, invoices; altman-z-prime,"
                    + " altman-z-double-prime, equity-ratio, debt-ratio, current-ratio, return-on-assets,"
                    + " asset-turnover; agency-score; insured-share, cover-stopped; relation-years; and every ratio as"
                    + " accounts or agencies name it. The first card by id that is meant for a customer scores him,"
                    + " else the one named standard. Earlier versions stay. If-Match names the version set last and is"
                    + " required once there is one. Refusals: 400 scorecard-id-malformed, scorecard-empty,"
                    + " characteristic-repeated, bins-with-gaps, classes-missing, classes-out-of-order;"
                    + " 412 changed-meanwhile; 422 effective-in-past; 428 precondition-required."
                    + " Scope: credit:approve.")
    public RestResponse<Scorecard> set(
            @PathParam("scorecardId") String scorecardId, @NotNull @Valid Definition definition) {
        if (!scorecardId.matches("[a-z0-9]+(-[a-z0-9]+)*") || scorecardId.length() > 64) {
            throw RuleBroken.invalid("scorecard-id-malformed", "a scorecard is named in lower case words with hyphens")
                    .at("/scorecardId");
        }
        int last = cards.last(scorecardId).map(Scorecard::version).orElse(0);
        if (last > 0) {
            preconditions.ifMatchRequired(last);
        }
        Scorecard card = definition.version(scorecardId, last + 1).effectiveNotBefore(tenancy.today());
        change.set(card);
        return last == 0
                ? Answer.createdVersioned("/v1/scorecards/" + scorecardId, card, card.version())
                : Answer.versioned(card, card.version());
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listScorecards",
            summary = "The scorecards in force on a day, by id",
            description = "Version 0 is the standard card, until the tenant sets his own under its id. Refusals: 400"
                    + " date-malformed, limit-out-of-range, cursor-malformed; 422 known-at-too-recent."
                    + " Scope: credit:read.")
    public Page<Scorecard> list(@BeanParam InTime asked, @BeanParam Paging paging) {
        String after = paging.after().orElse("");
        return Page.of(
                cards.inForce(times.momentAhead(asked)).stream()
                        .filter(card -> card.scorecardId().compareTo(after) > 0)
                        .sorted(Comparator.comparing(Scorecard::scorecardId))
                        .limit(paging.limit() + 1L)
                        .toList(),
                paging.limit(),
                Scorecard::scorecardId);
    }

    @GET
    @Path("/{scorecardId}")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "getScorecard",
            summary = "A scorecard as it is in force on a day",
            description = "The ETag is the version's. Refusals: 400 date-malformed; 404 scorecard-unknown;"
                    + " 422 known-at-too-recent. Scope: credit:read.")
    public RestResponse<Scorecard> get(@PathParam("scorecardId") String scorecardId, @BeanParam InTime asked) {
        Scorecard card = cards.inForce(times.momentAhead(asked)).stream()
                .filter(one -> one.scorecardId().equals(scorecardId))
                .findFirst()
                .orElseThrow(
                        () -> RuleBroken.notFound("scorecard-unknown", "no such scorecard is in force on that day"));
        return Answer.versioned(card, card.version());
    }

    @GET
    @Path("/{scorecardId}/versions")
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listScorecardVersions",
            summary = "All versions of a scorecard, newest first",
            description = "Refusals: 400 limit-out-of-range, cursor-malformed. Scope: credit:read.")
    public Page<Scorecard> versions(@PathParam("scorecardId") String scorecardId, @BeanParam Paging paging) {
        int before = paging.after(Integer::valueOf).orElse(Integer.MAX_VALUE);
        return Page.of(
                cards.versions(scorecardId, before, paging.limit() + 1),
                paging.limit(),
                card -> String.valueOf(card.version()));
    }
}
