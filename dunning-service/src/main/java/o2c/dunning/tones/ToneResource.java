package o2c.dunning.tones;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import o2c.dunning.tones.domain.ToneTable.Row;
import o2c.runtime.http.Page;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the tone of reminders is set. */
@Path("/v1/tones")
@Tag(name = "Messages")
class ToneResource {

    private final Manners manners;

    ToneResource(Manners manners) {
        this.manners = manners;
    }

    /**
     * A line of the table.
     *
     * @param attitude reliable (promises kept within a year), unknown, unreliable (one broken), notorious (two or more)
     * @param relation key-account (segments key-account and low-risk) or standard
     * @param value high (10,000 units of the currency and more) or low
     * @param shift degrees by which a reminder is stricter (+) or milder (-) than its step, from friendly to firm
     */
    record ToneView(String attitude, String relation, String value, int shift) {

        static ToneView of(Row row) {
            return new ToneView(
                    row.attitude().code(), row.relation().code(), row.value().code(), row.shift());
        }
    }

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listTones",
            summary = "How attitude, relation and value change the tone of a step",
            description = "The whole table, 16 lines. Lateness is in the step's own tone; courtesies and formal notices"
                    + " keep theirs. Each message tells its reason. Scope: dunning:read.")
    public Page<ToneView> list() {
        return new Page<>(manners.table().rows().stream().map(ToneView::of).toList(), null);
    }
}
