package o2c.policy.cover;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import o2c.kernel.RuleBroken;
import o2c.policy.cover.CoverView.PortfolioView;
import o2c.policy.cover.CoverView.SummaryView;
import o2c.policy.cover.Portfolio.Position;
import o2c.policy.cover.Portfolio.Slice;
import o2c.policy.policies.domain.AsKnown;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Tag(name = "Cover")
class CoverResource {

    private final Covers covers;
    private final KeptCover kept;
    private final Portfolio portfolio;
    private final Tenancy tenancy;
    private final Sql sql;

    CoverResource(Covers covers, KeptCover kept, Portfolio portfolio, Tenancy tenancy, Sql sql) {
        this.covers = covers;
        this.kept = kept;
        this.portfolio = portfolio;
        this.tenancy = tenancy;
        this.sql = sql;
    }

    @GET
    @Path("/customers/{customerId}/cover")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getCustomerCover",
            summary = "What of a customer's receivables is insured, and why the rest is not",
            description = "Computed from the facts at the close of the day, in the organisation's base currency;"
                    + " outstanding = insured + uninsured, uninsured = the sum of the reasons (over-limit,"
                    + " own-retention, no-limit, no-policy, country-not-covered, country-unknown, terms-too-long,"
                    + " invoiced-late, after-stop, disputed, vat, vat-unknown). stopOn is the first day whose"
                    + " deliveries are not insured if the oldest unpaid receivable stays unpaid. Refusals: 404"
                    + " customer-unknown, 422 date-in-future, known-at-too-recent. Scope: policy:read.")
    public CoverView ofCustomer(@PathParam("customerId") String customerId, @BeanParam Moment moment) {
        if (!kept.knows(customerId)) {
            throw RuleBroken.notFound("customer-unknown", "nothing is known of customer " + customerId);
        }
        LocalDate day = moment.day(tenancy.today());
        return CoverView.of(covers.of(customerId, day, settled(moment.known())), day);
    }

    @GET
    @Path("/cover")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getPortfolioCover",
            summary = "The cover of all customers with something open, largest uninsured first",
            description = "Today's figures come from rows kept with the facts, past days are computed anew; totals are"
                    + " those of the whole portfolio. Refusals: 422 date-in-future, known-at-too-recent."
                    + " Scope: policy:read.")
    public PortfolioView ofAll(@BeanParam Moment moment, @BeanParam Paging paging) {
        LocalDate today = tenancy.today();
        LocalDate day = moment.day(today);
        AsKnown known = settled(moment.known());
        Position after = paging.after(Position::parse).orElse(Position.START);
        Slice slice = day.equals(today) && known.isNow()
                ? portfolio.today(after, paging.limit())
                : portfolio.on(day, known, after, paging.limit());
        Page<CoverSummary> page = Page.of(
                slice.rows(), paging.limit(), summary -> Position.of(summary).text());
        return new PortfolioView(
                day,
                page.items().stream().map(SummaryView::of).toList(),
                slice.totals().view(),
                page.nextCursor());
    }

    /** What was recorded in the last seconds may still be on its way; so recent a knowledge could change. */
    private AsKnown settled(AsKnown known) {
        boolean tooRecent = !known.isNow()
                && known.on().equals(AsKnown.NOW.on())
                && sql.first("select ? > now() - interval '10 s'", row -> row.getBoolean(1), known.at())
                        .orElseThrow();
        if (tooRecent) {
            throw RuleBroken.refused("known-at-too-recent", "knownAt is an instant at least 10 s ago")
                    .at("/knownAt");
        }
        return known;
    }
}
