package o2c.dunning.strategies;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import o2c.dunning.strategies.domain.Strategy;
import o2c.dunning.strategies.domain.StrategyVersion;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Preconditions;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The plan of steps by which customers are reminded, in versions. */
@Path("/v1/strategies")
@Tag(name = "Strategies")
class StrategyResource {

    private final StrategyKeeping keeping;
    private final Preconditions preconditions;
    private final Tenancy tenancy;

    StrategyResource(StrategyKeeping keeping, Preconditions preconditions, Tenancy tenancy) {
        this.keeping = keeping;
        this.preconditions = preconditions;
        this.tenancy = tenancy;
    }

    /**
     * A strategy by the version in force today.
     *
     * @param latestVersion the newest version, which may be a draft or begin later
     */
    record StrategyView(
            String strategyId,
            String name,
            int version,
            LocalDate validFrom,
            List<StrategyDraft.Step> steps,
            int latestVersion,
            String latestStatus) {}

    /**
     * One version.
     *
     * @param status draft or published
     */
    record VersionView(
            String strategyId,
            int version,
            String status,
            LocalDate validFrom,
            String name,
            List<StrategyDraft.Step> steps,
            String author,
            String publisher) {}

    /**
     * Puts the latest draft in force.
     *
     * @param validFrom its first day
     */
    record Publication(@NotNull LocalDate validFrom) {}

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listStrategies",
            summary = "The tenant's strategies",
            description = "Each with the steps of the version in force. Scope: dunning:read.")
    public Page<StrategyView> list() {
        return new Page<>(List.of(view(keeping.only())), null);
    }

    @GET
    @Path("/{strategyId}")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getStrategy",
            summary = "One strategy",
            description = "The ETag names the latest version and is taken by PUT as If-Match."
                    + " Refusals: 404 strategy-unknown. Scope: dunning:read.")
    public RestResponse<StrategyView> get(@RestPath String strategyId) {
        Strategy strategy = keeping.get(strategyId);
        return Answer.versioned(view(strategy), strategy.revision());
    }

    @GET
    @Path("/{strategyId}/versions")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listStrategyVersions",
            summary = "All versions of a strategy, oldest first",
            description = "Refusals: 404 strategy-unknown. Scope: dunning:read.")
    public Page<VersionView> versions(@RestPath String strategyId) {
        return new Page<>(
                keeping.get(strategyId).versions().stream()
                        .map(StrategyResource::view)
                        .toList(),
                null);
    }

    @PUT
    @Path("/{strategyId}")
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "draftStrategy",
            summary = "Draft the next version of a strategy",
            description = "Days are calendar days from the due day; minimumAmount is in units of the receivable's"
                    + " currency. Unchanged content makes no version. Refusals: 400 channel-unknown, tone-unknown;"
                    + " 404 strategy-unknown; 412 changed-meanwhile; 422 steps-missing, steps-not-in-order,"
                    + " levels-not-ascending, courtesy-not-before-due, interval-too-short, minimum-negative;"
                    + " 428 precondition-required. Scope: dunning:write.")
    public RestResponse<VersionView> draft(@RestPath String strategyId, @NotNull @Valid StrategyDraft draft) {
        Strategy strategy = keeping.get(strategyId);
        preconditions.ifMatchRequired(strategy.revision());
        Strategy next = keeping.draft(strategy, draft.content());
        return Answer.versioned(view(next.latest()), next.revision());
    }

    @POST
    @Path("/{strategyId}/publication")
    @RolesAllowed("dunning:approve")
    @Writes
    @Operation(
            operationId = "publishStrategy",
            summary = "Put the latest draft in force from a day on",
            description = "Refusals: 403 four-eyes; 404 strategy-unknown; 422 no-draft, valid-from-in-past."
                    + " Scope: dunning:approve.")
    public RestResponse<VersionView> publish(@RestPath String strategyId, @NotNull @Valid Publication publication) {
        Strategy next = keeping.publish(strategyId, publication.validFrom());
        return Answer.versioned(view(next.latest()), next.revision());
    }

    private StrategyView view(Strategy strategy) {
        StrategyVersion now = keeping.inForceOn(tenancy.today());
        return new StrategyView(
                strategy.strategyId(),
                now.content().name(),
                now.version(),
                now.validFrom(),
                steps(now),
                strategy.latest().version(),
                strategy.latest().status());
    }

    private static VersionView view(StrategyVersion version) {
        return new VersionView(
                version.strategyId(),
                version.version(),
                version.status(),
                version.validFrom(),
                version.content().name(),
                steps(version),
                version.author(),
                version.publisher());
    }

    private static List<StrategyDraft.Step> steps(StrategyVersion version) {
        return version.content().steps().stream().map(StrategyDraft.Step::of).toList();
    }
}
