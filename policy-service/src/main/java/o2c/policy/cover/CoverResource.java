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
import o2c.policy.policies.Knowledge;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.books.Moment;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Tag(name = "Cover")
class CoverResource {

    private final Covers covers;
    private final KeptCover kept;
    private final Portfolio portfolio;
    private final Books books;

    CoverResource(Covers covers, KeptCover kept, Portfolio portfolio, Books books) {
        this.covers = covers;
        this.kept = kept;
        this.portfolio = portfolio;
        this.books = books;
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
                    + " own-retention, no-limit, limit-on-other-entity,"
                    + " excluded, no-policy, country-not-covered, country-unknown, terms-too-long,"
                    + " invoiced-late, after-stop, disputed, vat, vat-unknown). buyerTotals adds up the customers of"
                    + " the same legal entity. stopOn is the first day whose"
                    + " deliveries are not insured if the oldest unpaid receivable stays unpaid. Refusals: 404"
                    + " customer-unknown, 422 date-in-future, known-at-too-recent. Scope: policy:read.")
    public CoverView ofCustomer(@PathParam("customerId") String customerId, @BeanParam InTime time) {
        if (!kept.knows(customerId)) {
            throw RuleBroken.notFound("customer-unknown", "nothing is known of customer " + customerId);
        }
        Moment moment = books.moment(time);
        return CoverView.of(covers.of(customerId, moment.asOf(), Knowledge.of(moment)), moment.asOf());
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
    public PortfolioView ofAll(@BeanParam InTime time, @BeanParam Paging paging) {
        Moment moment = books.moment(time);
        LocalDate day = moment.asOf();
        Position after = paging.after(Position::parse).orElse(Position.START);
        Slice slice = moment.latest()
                ? portfolio.today(after, paging.limit())
                : portfolio.on(day, Knowledge.of(moment), after, paging.limit());
        Page<CoverSummary> page = Page.of(
                slice.rows(), paging.limit(), summary -> Position.of(summary).text());
        return new PortfolioView(
                day,
                page.items().stream().map(SummaryView::of).toList(),
                slice.totals().view(),
                page.nextCursor());
    }
}
