package o2c.dunning.holds;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import o2c.dunning.holds.domain.Hold;
import o2c.kernel.Money;
import o2c.runtime.access.Caller;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Holds for many customers at once, and their end; each can be tried out first. */
@Path("/v1/holds")
@Tag(name = "Holds")
class BulkHoldResource {

    private static final String EXAMPLE = "{\"customerIds\":[\"acme\",\"beta\"],\"reason\":\"flood in the region\","
            + "\"owner\":\"anna\",\"until\":\"2026-03-31\"}";

    private final HoldKeeping keeping;
    private final Holds holds;
    private final Caller caller;
    private final Sql sql;
    private final Tenancy tenancy;

    BulkHoldResource(HoldKeeping keeping, Holds holds, Caller caller, Sql sql, Tenancy tenancy) {
        this.keeping = keeping;
        this.holds = holds;
        this.caller = caller;
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Lets dunning of these customers wait until a day. */
    record BatchRequest(
            @NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 64) String> customerIds,
            @NotBlank @Size(max = 1000) String reason,
            @NotBlank @Size(max = 200) String owner,
            @NotNull LocalDate until) {}

    /** Lifts these holds, and all running ones of these customers. */
    record LiftingRequest(
            @Size(max = 500) List<@NotNull UUID> holdIds,
            @Size(max = 500) List<@NotBlank @Size(max = 64) String> customerIds) {

        List<UUID> ids() {
            return holdIds == null ? List.of() : holdIds;
        }

        List<String> customers() {
            return customerIds == null ? List.of() : customerIds;
        }
    }

    /**
     * What is concerned.
     *
     * @param holds how many are set or lifted
     * @param amount what their customers owe, in the tenant's base currency
     */
    record BulkView(int holds, Money amount, List<UUID> holdIds) {}

    @POST
    @Path("/batch")
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "setHolds",
            summary = "Let dunning of many customers wait",
            description =
                    "One hold per customer. Refusals: 422 hold-ends-in-past, hold-too-long." + " Scope: dunning:write.")
    public BulkView set(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "a region", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    BatchRequest request) {
        List<String> customers = distinct(request);
        List<Hold> all = customers.stream()
                .map(customer -> keeping.set(
                        new HoldKeeping.About(customer, null, null),
                        new Hold.Grounds(request.reason(), request.owner(), caller.subject()),
                        request.until()))
                .toList();
        return view(all, customers);
    }

    @POST
    @Path("/batch/dry-run")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "tryHolds",
            summary = "How many holds would be set, and on how much money",
            description = "Stores nothing. Scope: dunning:read.")
    public BulkView tryToSet(@NotNull @Valid BatchRequest request) {
        List<String> customers = distinct(request);
        return new BulkView(customers.size(), owedBy(customers), List.of());
    }

    @POST
    @Path("/lifting")
    @RolesAllowed("dunning:write")
    @Writes
    @Operation(
            operationId = "liftHolds",
            summary = "Lift many holds",
            description = "Those that are over already are left alone. Scope: dunning:write.")
    public BulkView lift(@NotNull @Valid LiftingRequest request) {
        List<Hold> lifted = keeping.liftAll(request.ids(), request.customers(), caller.subject());
        return view(lifted, customersOf(lifted));
    }

    @POST
    @Path("/lifting/dry-run")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "tryLiftingHolds",
            summary = "How many holds would be lifted, and on how much money",
            description = "Stores nothing. Scope: dunning:read.")
    public BulkView tryToLift(@NotNull @Valid LiftingRequest request) {
        List<Hold> running = holds.running(request.ids(), request.customers(), false);
        return view(running, customersOf(running));
    }

    private static List<String> distinct(BatchRequest request) {
        return request.customerIds().stream().distinct().sorted().toList();
    }

    private static List<String> customersOf(List<Hold> all) {
        return all.stream().map(hold -> hold.subject().customerId()).distinct().toList();
    }

    private BulkView view(List<Hold> all, Collection<String> customers) {
        return new BulkView(
                all.size(), owedBy(customers), all.stream().map(Hold::holdId).toList());
    }

    private Money owedBy(Collection<String> customers) {
        return sql.first(
                        "select coalesce(sum(outstanding * rate), 0) from receivable where tenant = ?"
                                + " and customer_id = any(?) and outstanding > 0",
                        row -> Money.rounded(row.getBigDecimal(1), tenancy.baseCurrency()),
                        tenancy.tenant(),
                        customers.toArray(String[]::new))
                .orElseThrow();
    }
}
