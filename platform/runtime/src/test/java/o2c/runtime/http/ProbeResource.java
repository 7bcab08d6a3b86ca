package o2c.runtime.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes and answers everything the platform has an opinion about. */
@Path("/v1/probes")
class ProbeResource {

    static final AtomicInteger TAKEN = new AtomicInteger();

    @Inject
    Preconditions preconditions;

    @Inject
    RequestFacts facts;

    enum Kind {
        BUSINESS,
        PUBLIC_BODY
    }

    record Line(
            @NotNull @Size(max = 40) String text,
            @Min(1) @Max(99) int count) {}

    record Probe(
            @NotNull @Size(min = 1, max = 40) String name,
            Kind kind,
            Money total,
            BigDecimal rate,
            Percentage share,
            LocalDate dueOn,
            Instant seenAt,
            UUID reference,
            Boolean flag,
            @Size(max = 3) List<@Valid Line> lines) {}

    record Hash(String hash, String route, String traceId) {}

    @POST
    @RolesAllowed("invoice:write")
    public Probe take(@NotNull @Valid Probe probe) {
        TAKEN.incrementAndGet();
        return probe;
    }

    @POST
    @Path("/batch")
    @RolesAllowed("invoice:write")
    public Hash batch(List<@Valid Probe> probes) {
        return hash();
    }

    @POST
    @Path("/{id}/hash")
    @RolesAllowed("invoice:write")
    public Hash hash() {
        return new Hash(facts.hash(), facts.route(), facts.traceId());
    }

    @POST
    @Path("/uploads")
    @Upload
    @Consumes("application/octet-stream")
    @RolesAllowed("invoice:write")
    public long upload(InputStream body) throws IOException {
        return body.transferTo(OutputStream.nullOutputStream());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("invoice:read")
    public RestResponse<Hash> one(@PathParam("id") UUID id, @QueryParam("asOf") LocalDate asOf) {
        return Answer.versioned(hash(), 7);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("invoice:write")
    public RestResponse<Probe> put(@PathParam("id") UUID id, @QueryParam("strict") boolean strict, Probe probe) {
        if (strict) {
            preconditions.ifMatchRequired(7);
        } else {
            preconditions.ifMatch(7);
        }
        return Answer.versioned(probe, 8);
    }

    @GET
    @RolesAllowed("invoice:read")
    public Page<Integer> list(
            @BeanParam Paging paging, @QueryParam("kind") Kind kind, @QueryParam("text") @Size(max = 5) String text) {
        int after = paging.after().map(Integer::valueOf).orElse(0);
        List<Integer> rows = IntStream.rangeClosed(after + 1, 5)
                .boxed()
                .limit(paging.limit() + 1)
                .toList();
        return Page.of(rows, paging.limit(), String::valueOf);
    }

    @GET
    @Path("/failures/{kind}")
    @RolesAllowed("invoice:read")
    public String fail(@PathParam("kind") String kind) throws SQLException {
        switch (kind) {
            case "invalid" -> throw RuleBroken.invalid("it-is-invalid", "no").at("/field");
            case "forbidden" -> throw RuleBroken.forbidden("it-is-forbidden", "no");
            case "not-found" -> throw RuleBroken.notFound("it-is-not-found", "no");
            case "conflict" -> throw RuleBroken.conflict("it-conflicts", "no");
            case "refused" -> throw RuleBroken.refused("it-is-refused", "no");
            case "not-yet-known" -> throw RuleBroken.notYetKnown("it-is-unknown", "no");
            case "busy" -> throw new HttpRefusal(409, "it-is-busy", "no").retryAfter(1);
            case "bug" -> throw new IllegalStateException("select * from secret where iban = 'NL91ABNA0417164300'");
            case "stale" -> throw new OptimisticLockException("stale");
            default -> throw new SQLException("acquisition of " + kind, kind.equals("pool") ? null : kind);
        }
    }

    @GET
    @Path("/unannotated")
    public String open() {
        return "nobody may read this";
    }
}
