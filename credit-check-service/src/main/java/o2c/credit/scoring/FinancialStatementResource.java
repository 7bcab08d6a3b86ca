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
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import o2c.credit.causes.Causes;
import o2c.credit.causes.Causes.Cause;
import o2c.credit.customers.CustomerRegister;
import o2c.credit.scoring.ReportBooks.Filed;
import o2c.credit.scoring.domain.AltmanZone;
import o2c.credit.scoring.domain.FinancialStatement;
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

/** Figures of customers' yearly accounts. */
@Path("/v1/customers/{customerId}/financial-statements")
@Tag(name = "Scores")
class FinancialStatementResource {

    private final ReportBooks reports;
    private final CustomerRegister customers;
    private final Causes causes;
    private final Books times;
    private final Tenancy tenancy;

    FinancialStatementResource(
            ReportBooks reports, CustomerRegister customers, Causes causes, Books times, Tenancy tenancy) {
        this.reports = reports;
        this.customers = customers;
        this.causes = causes;
        this.times = times;
        this.tenancy = tenancy;
    }

    /**
     * A year's accounts; every figure is in the statement's currency, what is not known is left out.
     *
     * @param periodEnd last day of the year
     * @param ratios further ratios by name, in lower case words with hyphens
     */
    @Schema(
            name = "AccountsOfAYear",
            example = "{\"periodEnd\":\"2025-12-31\",\"currency\":\"EUR\",\"totalAssets\":\"1000000.00\","
                    + "\"workingCapital\":\"200000.00\",\"retainedEarnings\":\"150000.00\",\"ebit\":\"90000.00\","
                    + "\"equity\":\"300000.00\",\"totalLiabilities\":\"700000.00\",\"sales\":\"1500000.00\"}")
    record Accounts(
            @NotNull LocalDate periodEnd,
            @NotNull Currency currency,
            BigDecimal totalAssets,
            BigDecimal currentAssets,
            BigDecimal currentLiabilities,
            BigDecimal workingCapital,
            BigDecimal retainedEarnings,
            BigDecimal ebit,
            BigDecimal equity,
            BigDecimal totalLiabilities,
            BigDecimal sales,
            BigDecimal netProfit,

            @Size(max = 100)
            Map<@NotBlank @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String, @NotNull BigDecimal> ratios) {

        FinancialStatement statement() {
            return new FinancialStatement(
                    periodEnd,
                    currency,
                    totalAssets,
                    currentAssets,
                    currentLiabilities,
                    workingCapital,
                    retainedEarnings,
                    ebit,
                    equity,
                    totalLiabilities,
                    sales,
                    netProfit,
                    ratios);
        }
    }

    /** An Altman figure: null and not-computable where something is missing or undefined. */
    @Schema(name = "AltmanFigure")
    record Altman(BigDecimal value, AltmanZone zone) {}

    /**
     * Accounts with the figures computed from them.
     *
     * @param stale whether they are too old to count today
     */
    @Schema(name = "FinancialStatementView")
    record StatementView(
            UUID statementId,
            LocalDate recordedOn,
            FinancialStatement statement,
            Altman zPrime,
            Altman zDoublePrime,
            boolean stale) {

        static StatementView of(Filed<FinancialStatement> filed, LocalDate today) {
            FinancialStatement report = filed.report();
            return new StatementView(
                    filed.id(),
                    filed.recordedOn(),
                    report,
                    new Altman(report.zPrime().orElse(null), AltmanZone.ofZPrime(report.zPrime())),
                    new Altman(report.zDoublePrime().orElse(null), AltmanZone.ofZDoublePrime(report.zDoublePrime())),
                    report.isStaleOn(today));
        }
    }

    @POST
    @RolesAllowed("credit:write")
    @Writes
    @Operation(
            operationId = "fileFinancialStatement",
            summary = "File the figures of a year's accounts",
            description = "Altman's Z' (private firms: safe above 2.90, distress below 1.23) and Z'' (safe above 2.60,"
                    + " distress below 1.10) are computed with four decimals; where something is missing or a divisor"
                    + " is zero they are not computable. Accounts count for 24 months after their year. The customer"
                    + " is scored again. Refusals: 404 customer-unknown; 422 date-in-future. Scope: credit:write.")
    public RestResponse<StatementView> file(
            @PathParam("customerId") String customerId, @NotNull @Valid Accounts accounts) {
        customers.require(customerId);
        if (accounts.periodEnd().isAfter(tenancy.today())) {
            throw RuleBroken.refused("date-in-future", "the business date is " + tenancy.today())
                    .at("/periodEnd");
        }
        UUID id = Ids.next();
        FinancialStatement statement = accounts.statement();
        reports.add(customerId, id, statement);
        causes.note(customerId, new Cause(id, "financial-statement", null));
        return Answer.created(
                "/v1/customers/" + customerId + "/financial-statements",
                StatementView.of(new Filed<>(id, statement, tenancy.today()), tenancy.today()));
    }

    @GET
    @RolesAllowed("credit:read")
    @Reads
    @Operation(
            operationId = "listFinancialStatements",
            summary = "A customer's accounts, the latest year first",
            description = "Refusals: 400 date-malformed; 404 customer-unknown; 422 date-in-future,"
                    + " known-at-too-recent. Scope: credit:read.")
    public Page<StatementView> list(@PathParam("customerId") String customerId, @BeanParam InTime asked) {
        customers.require(customerId);
        List<StatementView> views = reports.statementsOf(customerId, times.moment(asked)).stream()
                .map(filed -> StatementView.of(filed, tenancy.today()))
                .toList();
        return new Page<>(views, null);
    }
}
