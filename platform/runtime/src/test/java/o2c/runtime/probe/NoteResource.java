package o2c.runtime.probe;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import o2c.contracts.InvoiceEvent.OverdueWithdrawn;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.books.Moment;
import o2c.runtime.http.Answer;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Unit;
import o2c.runtime.work.Writes;
import org.jboss.resteasy.reactive.RestResponse;

/** Writes a row and announces an event, as every use case does. */
@Path("/v1/notes")
class NoteResource {

    private final Sql sql;
    private final Outbox outbox;
    private final Books books;

    NoteResource(Sql sql, Outbox outbox, Books books) {
        this.sql = sql;
        this.outbox = outbox;
        this.books = books;
    }

    record Note(@NotNull String customerId, @NotNull String text) {}

    record NoteView(UUID id, String text) {}

    @POST
    @RolesAllowed("invoice:write")
    @Writes
    public RestResponse<NoteView> write(Note note) {
        ProbeRow row = new ProbeRow();
        row.id = Ids.next();
        row.name = note.text();
        row.persist();
        outbox.announce(new OverdueWithdrawn(row.id, note.customerId(), "S", note.text(), LocalDate.of(2026, 1, 5)));
        if (note.text().equals("refused")) {
            throw RuleBroken.refused("note-refused", "not this one");
        }
        return Answer.created("/v1/notes/" + row.id, new NoteView(row.id, note.text()));
    }

    @GET
    @Path("/moment")
    @RolesAllowed("invoice:read")
    @Reads
    public Moment moment(@BeanParam InTime asked) {
        return books.moment(asked);
    }

    @GET
    @Path("/safe-until")
    @RolesAllowed("invoice:read")
    @Reads
    public Instant safeUntil() {
        return books.safeUntil();
    }

    @GET
    @Path("/count")
    @RolesAllowed("invoice:read")
    @Reads
    public long count() {
        return sql.first(
                        "select count(*) from probe_row where tenant = ?",
                        row -> row.getLong(1),
                        Unit.current().tenant())
                .orElseThrow();
    }
}
