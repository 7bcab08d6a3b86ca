package o2c.policy.insurer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.PolicyEvent.AdverseInformationFound;
import o2c.kernel.Ids;
import o2c.policy.deadlines.domain.Consent;
import o2c.policy.insurer.InsurerDealings.Given;
import o2c.policy.insurer.domain.Report;
import o2c.policy.insurer.domain.ReportKind;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1")
@Tag(name = "Insurer")
class InsurerResource {

    private static final String REPORT = """
            {"kind":"overdue","policyId":"pol-2026","customerId":"acme",
             "invoiceIds":["019b8c5d-7e00-7000-8000-000000000042"],"reportedOn":"2026-04-28"}""";
    private static final String CONSENT = """
            {"kind":"extension","policyId":"pol-2026","customerId":"acme",
             "invoiceId":"019b8c5d-7e00-7000-8000-000000000042","givenOn":"2026-04-28","until":"2026-07-31"}""";

    private final Reporting reporting;
    private final InsurerDealings dealings;
    private final Tenancy tenancy;

    InsurerResource(Reporting reporting, InsurerDealings dealings, Tenancy tenancy) {
        this.reporting = reporting;
        this.dealings = dealings;
        this.tenancy = tenancy;
    }

    /** What the insurer was told; today unless told otherwise, under the only policy in force unless named. */
    record ReportBody(
            @NotNull ReportKind kind,
            String policyId,
            @NotNull String customerId,
            @Size(max = 500) List<@NotNull UUID> invoiceIds,
            LocalDate reportedOn,
            @Size(max = 2000) String text,
            @Size(max = 100) String reference) {}

    /** The short form for overdue receivables. */
    record OverdueBody(
            String policyId,
            @NotNull String customerId,
            @NotNull @Size(min = 1, max = 500) List<@NotNull UUID> invoiceIds,
            LocalDate reportedOn,
            @Size(max = 2000) String text,
            @Size(max = 100) String reference) {

        ReportBody full() {
            return new ReportBody(ReportKind.OVERDUE, policyId, customerId, invoiceIds, reportedOn, text, reference);
        }
    }

    /** What the insurer agreed to. */
    record ConsentBody(
            @NotNull Consent.Kind kind,
            String policyId,
            @NotNull String customerId,
            UUID invoiceId,
            LocalDate givenOn,
            LocalDate until,
            @Size(max = 100) String reference) {}

    /** Bad news of a customer. */
    record AdverseBody(
            String policyId,
            @NotNull String customerId,
            @NotNull @Size(min = 1, max = 500) String information,
            LocalDate knownOn) {}

    /** A consent as it was taken down. */
    record ConsentView(
            UUID consentId,
            Consent.Kind kind,
            String policyId,
            String customerId,
            String invoiceId,
            LocalDate givenOn,
            LocalDate until,
            String reference) {

        static ConsentView of(Given given) {
            Consent consent = given.consent();
            return new ConsentView(
                    given.consentId(),
                    consent.kind(),
                    consent.policyId(),
                    given.customerId(),
                    consent.reference(),
                    consent.on(),
                    consent.until(),
                    given.reference());
        }
    }

    /** Bad news and the last day to tell the insurer. */
    record AdverseView(
            UUID informationId,
            String policyId,
            String customerId,
            String information,
            LocalDate knownOn,
            LocalDate reportBy) {}

    @POST
    @Path("/insurer-reports")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "reportToInsurer",
            summary = "Take down what the insurer was told",
            description = "kind: overdue, adverse-information, extension, rescheduling, insolvency, change-of-terms."
                    + " A reported overdue has no report deadline any more and does not break the notice clause when"
                    + " told in time. Announces InsurerReported. Refusals: 422 policy-unknown, policy-ambiguous,"
                    + " invoice-unknown, date-in-future; 400 invoice-missing. Scope: policy:write.")
    public RestResponse<Report> report(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "overdue", value = REPORT)))
                    @NotNull
                    @Valid
                    ReportBody body) {
        return taken(body);
    }

    private RestResponse<Report> taken(ReportBody body) {
        Report kept = reporting.report(new Report(
                Ids.next(),
                body.kind(),
                reporting.policy(body.policyId()),
                Ids.callerChosen(body.customerId()),
                body.invoiceIds() == null ? List.of() : body.invoiceIds(),
                body.reportedOn() == null ? tenancy.today() : body.reportedOn(),
                body.text(),
                body.reference()));
        return Answer.created("/v1/insurer-reports/" + kept.reportId(), kept);
    }

    @POST
    @Path("/overdue-reports")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "reportOverdue",
            summary = "Take down that overdue receivables were reported to the insurer",
            description = "The short form of POST /v1/insurer-reports with kind overdue. Refusals: 422 policy-unknown,"
                    + " policy-ambiguous, invoice-unknown, date-in-future. Scope: policy:write.")
    public RestResponse<Report> overdue(@NotNull @Valid OverdueBody body) {
        return taken(body.full());
    }

    @GET
    @Path("/insurer-reports")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listInsurerReports",
            summary = "What the insurer was told, in the order in which it was taken down",
            description = "Filter: customerId. Scope: policy:read.")
    public Page<Report> reports(@QueryParam("customerId") String customerId, @BeanParam Paging paging) {
        return Page.of(
                dealings.reports(customerId, paging.afterId(), paging.limit() + 1),
                paging.limit(),
                report -> report.reportId().toString());
    }

    @POST
    @Path("/insurer-consents")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "takeInsurerConsent",
            summary = "Take down what the insurer agreed to",
            description = "extension: a later last covered day for one invoice moves its stop; resumption: deliveries"
                    + " are insured again where the policy asks for consent; rescheduling, change-of-terms, waiver:"
                    + " cure the clause of that name. Announces InsurerConsentGiven. Refusals: 422 policy-unknown,"
                    + " policy-ambiguous, invoice-unknown, date-in-future; 400 until-missing. Scope: policy:write.")
    public RestResponse<ConsentView> consent(
            @RequestBody(content = @Content(examples = @ExampleObject(name = "extension", value = CONSENT)))
                    @NotNull
                    @Valid
                    ConsentBody body) {
        Consent said = new Consent(
                reporting.policy(body.policyId()),
                body.kind(),
                body.invoiceId() == null ? null : body.invoiceId().toString(),
                body.givenOn() == null ? tenancy.today() : body.givenOn(),
                body.until());
        Given kept = reporting.consent(Ids.callerChosen(body.customerId()), body.reference(), said);
        return Answer.created("/v1/insurer-consents/" + kept.consentId(), ConsentView.of(kept));
    }

    @GET
    @Path("/insurer-consents")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "listInsurerConsents",
            summary = "What the insurer agreed to, in the order in which it was taken down",
            description = "Filter: customerId. Scope: policy:read.")
    public Page<ConsentView> consents(@QueryParam("customerId") String customerId, @BeanParam Paging paging) {
        List<ConsentView> rows = dealings.given(customerId, paging.afterId(), paging.limit() + 1).stream()
                .map(ConsentView::of)
                .toList();
        return Page.of(rows, paging.limit(), view -> view.consentId().toString());
    }

    @POST
    @Path("/adverse-information")
    @RolesAllowed("policy:write")
    @Writes
    @Operation(
            operationId = "noteAdverseInformation",
            summary = "Take down bad news of a customer",
            description = "Discretionary and blind cover end on that day; the insurer is to be told within the policy's"
                    + " adverseReportDays (deadline kind adverse-report) with a report of kind adverse-information."
                    + " Announces AdverseInformationFound. Refusals: 422 policy-unknown, policy-ambiguous,"
                    + " policy-not-in-force, date-in-future. Scope: policy:write.")
    public RestResponse<AdverseView> adverse(@NotNull @Valid AdverseBody body) {
        UUID id = Ids.next();
        AdverseInformationFound found = reporting.adverse(
                id,
                reporting.policy(body.policyId()),
                Ids.callerChosen(body.customerId()),
                body.information(),
                body.knownOn() == null ? tenancy.today() : body.knownOn());
        return Answer.created(
                "/v1/adverse-information/" + id,
                new AdverseView(
                        id,
                        found.policyId(),
                        found.customerId(),
                        found.information(),
                        found.knownOn(),
                        found.reportBy()));
    }
}
