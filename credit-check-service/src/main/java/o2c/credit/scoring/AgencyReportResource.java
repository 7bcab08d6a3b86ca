package o2c.credit.scoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import o2c.credit.causes.Causes;
import o2c.credit.causes.Causes.Cause;
import o2c.credit.customers.CustomerRegister;
import o2c.credit.scoring.ReportBooks.Filed;
import o2c.credit.scoring.domain.AgencyReport;
import o2c.credit.scoring.domain.AgencyReport.Direction;
import o2c.credit.scoring.domain.AgencyReport.KnownScale;
import o2c.credit.scoring.domain.AgencyReport.Scale;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What agencies say of customers. */
@Path("/v1/customers/{customerId}/agency-reports")
@Tag(name = "Scores")
class AgencyReportResource {

    private final ReportBooks reports;
    private final CustomerRegister customers;
    private final Causes causes;
    private final Books times;
    private final Tenancy tenancy;

    AgencyReportResource(ReportBooks reports, CustomerRegister customers, Causes causes, Books times, Tenancy tenancy) {
        this.reports = reports;
        this.customers = customers;
        this.causes = causes;
        this.times = times;
        this.tenancy = tenancy;
    }

    /** How to read the value of a provider whose scale is not known here. */
    @Schema(name = "AgencyScale")
    record OwnScale(
            @NotBlank @Size(max = 64) String version,
            @NotNull BigDecimal least,
            @NotNull BigDecimal most,
            @NotNull Direction direction) {}

    /**
     * A report.
     *
     * @param value as the provider gives it
     * @param knownScale one of the published scales, or {@code scale} in its place
     * @param ratios figures by name that came with it
     */
    @Schema(
            name = "AgencyStatement",
            example = "{\"provider\":\"creditsafe\",\"value\":\"71\",\"knownScale\":\"creditsafe\","
                    + "\"reportedOn\":\"2026-01-04\"}")
    record Statement(
            @NotBlank @Size(max = 64) String provider,
            @NotNull BigDecimal value,
            KnownScale knownScale,
            @Valid OwnScale scale,
            @NotNull LocalDate reportedOn,

            @Size(max = 100)
            Map<@NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String, @NotNull BigDecimal> ratios) {

        AgencyReport report() {
            if ((knownScale == null) == (scale == null)) {
                throw RuleBroken.invalid("scale-missing", "name a known scale, or describe one; not both")
                        .at("/knownScale");
            }
            Scale readBy = knownScale != null
                    ? knownScale.scale()
                    : new Scale(scale.version(), scale.least(), scale.most(), scale.direction());
            return new AgencyReport(provider, value, readBy, reportedOn, ratios);
        }
    }

    /**
     * A report with what it comes to.
     *
     * @param normalised from 0 (worst) to 100 (best)
     * @param normalisedClass A (best) to E
     * @param stale whether it is too old to count today
     */
    @Schema(name = "AgencyReportView")
    record ReportView(
            UUID reportId,
            LocalDate recordedOn,
            AgencyReport report,
            BigDecimal normalised,
            String normalisedClass,
            boolean stale) {

        static ReportView of(Filed<AgencyReport> filed, LocalDate today) {
            AgencyReport report = filed.report();
            return new ReportView(
                    filed.id(),
                    filed.recordedOn(),
                    report,
                    report.normalised(),
                    report.normalisedClass(),
                    report.isStaleOn(today));
        }
    }

    @POST
    @RolesAllowed("credit:write")
    @Writes
    @Operation(
            operationId = "fileAgencyReport",
            summary = "File what an agency says",
            description = "The raw value is kept with provider, scale and direction; only the normalised one counts in"
                    + " a score. Known scales: creditsafe, paydex (0 to 100, higher is better), coface-debtor-risk"
                    + " (0 to 10, higher is better), scorecard-100-700 (lower is better). A report counts for 365"
                    + " days. Its ratios are facts of the score under their names. Refusals: 400 scale-missing,"
                    + " scale-empty, value-outside-scale; 404 customer-unknown; 422 date-in-future."
                    + " Scope: credit:write.")
    public RestResponse<ReportView> file(
            @PathParam("customerId") String customerId, @NotNull @Valid Statement statement) {
        customers.require(customerId);
        if (statement.reportedOn().isAfter(tenancy.today())) {
            throw RuleBroken.refused("date-in-future", "the business date is " + tenancy.today())
                    .at("/reportedOn");
        }
        UUID id = Ids.next();
        AgencyReport report = statement.report();
        reports.add(customerId, id, report);
        causes.note(customerId, new Cause(id, "agency-report", null));
        return Answer.created(
                "/v1/customers/" + customerId + "/agency-reports",
                ReportView.of(new Filed<>(id, report, tenancy.today()), tenancy.today()));
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listAgencyReports",
            summary = "What agencies said of a customer, the latest first",
            description = "Refusals: 400 date-malformed; 404 customer-unknown; 422 date-in-future,"
                    + " known-at-too-recent. Scope: credit:read.")
    public Page<ReportView> list(@PathParam("customerId") String customerId, @BeanParam InTime asked) {
        customers.require(customerId);
        return new Page<>(
                reports.reportsOf(customerId, times.moment(asked)).stream()
                        .map(filed -> ReportView.of(filed, tenancy.today()))
                        .toList(),
                null);
    }
}
