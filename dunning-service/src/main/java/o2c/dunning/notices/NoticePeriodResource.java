package o2c.dunning.notices;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import o2c.dunning.notices.domain.NoticePeriod;
import o2c.dunning.notices.domain.NoticePeriod.Carrier;
import o2c.dunning.rates.LegalNames;
import o2c.dunning.rates.LegalTables;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When a notice counts as received, and from when a consumer may be charged for collection. */
@Path("/v1/notice-period-calculations")
@Tag(name = "Calculators")
class NoticePeriodResource {

    private static final String EXAMPLE = "{\"jurisdiction\":\"NL\",\"channel\":\"post\",\"sentOn\":\"2026-11-27\"}";

    private final LegalTables tables;

    NoticePeriodResource(LegalTables tables) {
        this.tables = tables;
    }

    /**
     * A notice.
     *
     * @param jurisdiction NL or BE
     * @param channel post or email
     */
    record NoticeQuestion(
            @NotNull String jurisdiction,
            @NotNull String channel,
            @NotNull LocalDate sentOn) {}

    @POST
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "calculateNoticePeriod",
            summary = "When does the term of a consumer's notice run, and from when may costs be charged?",
            description = "A pure calculator: the 14-day letter of the Netherlands (the second day of delivery after"
                    + " sending; Sundays, Mondays and holidays are none) and the waiting time of Belgium (from the"
                    + " third working day after sending, or the day after an e-mail). Terms are calendar days."
                    + " Refusals: 400 jurisdiction-unknown, value-unknown; 422 notice-period-unknown."
                    + " Scope: dunning:read.")
    public NoticePeriod calculate(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "letter", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    NoticeQuestion question) {
        return NoticePeriod.of(
                LegalNames.jurisdiction(question.jurisdiction(), "/jurisdiction"),
                Carrier.ofCode(question.channel()),
                question.sentOn(),
                tables.holidays());
    }
}
