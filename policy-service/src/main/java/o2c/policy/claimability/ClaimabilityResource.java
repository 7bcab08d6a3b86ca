package o2c.policy.claimability;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.kernel.Money;
import o2c.policy.claimability.Claimabilities.Answered;
import o2c.policy.claimability.domain.Claimability.Verdict;
import o2c.policy.claimability.domain.ClauseCheck;
import o2c.policy.cover.domain.CoverLine;
import o2c.policy.deadlines.domain.CoverDeadlines;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.policies.Knowledge;
import o2c.runtime.books.Books;
import o2c.runtime.books.InTime;
import o2c.runtime.books.Moment;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Tag(name = "Claimability")
class ClaimabilityResource {

    private final Claimabilities claimabilities;
    private final Books books;

    ClaimabilityResource(Claimabilities claimabilities, Books books) {
        this.claimabilities = claimabilities;
        this.books = books;
    }

    /** A clause with its outcome; {@code curableUntil} is the last day to mend or to do what it asks. */
    record ClauseView(String clause, ClauseCheck.Outcome outcome, String text, LocalDate curableUntil) {

        static ClauseView of(ClauseCheck check) {
            return new ClauseView(check.clause(), check.outcome(), check.text(), check.curableUntil());
        }
    }

    /** The days that follow while the invoice stays unpaid. */
    record DaysView(
            LocalDate anchorOn,
            LocalDate lastCoveredDay,
            LocalDate stopOn,
            LocalDate reportOn,
            LocalDate handOverOn,
            LocalDate claimOn) {

        static DaysView of(CoverDeadlines days) {
            return days == null
                    ? null
                    : new DaysView(
                            days.anchorOn(),
                            days.lastCoveredDay(),
                            days.stopOn(),
                            days.reportOn(),
                            days.handOverOn(),
                            days.claimOn());
        }
    }

    /** Would this invoice be paid out today? */
    record ClaimabilityView(
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            LocalDate asOf,
            String policyId,
            Integer policyVersion,
            Verdict verdict,
            List<ClauseView> broken,
            LocalDate curableUntil,
            Money outstanding,
            Money covered,
            Money insured,
            DaysView deadlines,
            List<ClauseView> clauses) {}

    /** Everything open of a customer, oldest first. */
    record CustomerView(String customerId, LocalDate asOf, List<ClaimabilityView> items) {}

    @GET
    @Path("/customers/{customerId}/claimability")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getCustomerClaimability",
            summary = "Would each open invoice of this customer be paid out today, and which days come next?",
            description = "One item per open invoice as in GET /v1/invoices/{invoiceId}/claimability, with the stop,"
                    + " report, hand-over and claim day of each; empty when nothing is open. Refusals: 422"
                    + " date-in-future, known-at-too-recent. Scope: policy:read.")
    public CustomerView ofCustomer(@PathParam("customerId") String customerId, @BeanParam InTime time) {
        Moment moment = books.moment(time);
        return new CustomerView(
                customerId,
                moment.asOf(),
                claimabilities.ofCustomer(customerId, moment.asOf(), Knowledge.of(moment)).stream()
                        .map(answered -> view(
                                UUID.fromString(
                                        answered.examined().line().receivable().reference()),
                                moment.asOf(),
                                answered))
                        .toList());
    }

    @GET
    @Path("/invoices/{invoiceId}/claimability")
    @RolesAllowed("policy:read")
    @Reads
    @Operation(
            operationId = "getClaimability",
            summary = "Would this invoice be paid out today, and if not, which clause is in the way?",
            description = "verdict: claimable, claimable-in-part (over the limit), curable (every broken clause can be"
                    + " mended, until curableUntil), not-claimable. clauses names each clause with passed, open"
                    + " (still to be done, by curableUntil) or broken. Amounts in the organisation's base currency."
                    + " Refusals: 404 invoice-unknown, 422 invoice-settled, date-in-future, known-at-too-recent."
                    + " Scope: policy:read.")
    public ClaimabilityView get(@PathParam("invoiceId") UUID invoiceId, @BeanParam InTime time) {
        Moment moment = books.moment(time);
        return view(invoiceId, moment.asOf(), claimabilities.of(invoiceId, moment.asOf(), Knowledge.of(moment)));
    }

    private static ClaimabilityView view(UUID invoiceId, LocalDate asOf, Answered answered) {
        CoverLine line = answered.examined().line();
        Receivable receivable = line.receivable();
        List<ClauseView> broken = answered.claimability().brokenClauses().stream()
                .map(ClauseView::of)
                .toList();
        boolean curable = answered.claimability().verdict() == Verdict.CURABLE;
        return new ClaimabilityView(
                invoiceId,
                answered.customerId(),
                receivable.sellerId(),
                receivable.number(),
                asOf,
                line.policyId(),
                answered.examined().attached() == null
                        ? null
                        : answered.examined().attached().version().version(),
                answered.claimability().verdict(),
                broken,
                curable
                        ? broken.stream()
                                .map(ClauseView::curableUntil)
                                .min(LocalDate::compareTo)
                                .orElse(null)
                        : null,
                line.outstanding(),
                line.covered(),
                line.insured(),
                DaysView.of(answered.examined().deadlines()),
                answered.claimability().clauses().stream().map(ClauseView::of).toList());
    }
}
