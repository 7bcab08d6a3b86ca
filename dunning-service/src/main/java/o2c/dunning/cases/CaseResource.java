package o2c.dunning.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import o2c.dunning.cases.domain.Account;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Page;
import o2c.runtime.http.Paging;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** One case per customer who owes something. */
@Path("/v1/cases")
@Tag(name = "Cases")
class CaseResource {

    private static final String LARGEST = "largest";
    private static final String CUSTOMER = "customer";

    private final CaseList cases;
    private final Receivables receivables;
    private final Planning planning;

    CaseResource(CaseList cases, Receivables receivables, Planning planning) {
        this.cases = cases;
        this.receivables = receivables;
        this.planning = planning;
    }

    @GET
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "listCases",
            summary = "Customers who owe something",
            description = "order=largest (unless told) or customer. open, overdue and disputed are in the tenant's base"
                    + " currency; balances in the currency of the invoices. Refusals: 400 order-unknown."
                    + " Scope: dunning:read.")
    public Page<CaseViews.CaseView> list(
            @QueryParam("order") @DefaultValue(LARGEST) String order, @BeanParam Paging paging) {
        Page<CaseList.Totals> page = Page.of(rows(order, paging), paging.limit(), CaseList.Totals::position);
        List<String> customers =
                page.items().stream().map(CaseList.Totals::customerId).toList();
        Map<String, List<Account>> accounts = receivables.accountsOf(customers, Receivables.FOR_EVER).stream()
                .collect(Collectors.groupingBy(account -> account.key().customerId()));
        CaseViews views = new CaseViews(planning.ahead());
        return new Page<>(
                page.items().stream()
                        .map(totals -> views.brief(totals, accounts.getOrDefault(totals.customerId(), List.of())))
                        .toList(),
                page.nextCursor());
    }

    @GET
    @Path("/{customerId}")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getCase",
            summary = "One customer's case with its open invoices",
            description = "Refusals: 404 case-unknown (nothing is open). Scope: dunning:read.")
    public CaseViews.CaseView get(@RestPath String customerId) {
        CaseList.Totals totals = cases.of(customerId)
                .orElseThrow(() -> RuleBroken.notFound("case-unknown", "nothing is open for this customer"));
        return new CaseViews(planning.ahead())
                .full(totals, receivables.accountsOf(List.of(customerId), Receivables.FOR_EVER));
    }

    private List<CaseList.Totals> rows(String order, Paging paging) {
        return switch (order) {
            case LARGEST -> cases.largestFirst(paging.after(), paging.limit());
            case CUSTOMER -> cases.byCustomer(paging.after(), paging.limit());
            default ->
                throw RuleBroken.invalid("order-unknown", "order is largest or customer")
                        .at("/query/order");
        };
    }
}
