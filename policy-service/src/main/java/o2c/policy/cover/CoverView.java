package o2c.policy.cover;

import java.time.LocalDate;
import java.util.List;
import o2c.kernel.Money;
import o2c.policy.cover.domain.CoverLine;
import o2c.policy.cover.domain.CustomerCover;
import o2c.policy.cover.domain.PolicyStanding;
import o2c.policy.cover.domain.UninsuredPart;
import o2c.policy.deadlines.domain.CoverDeadlines;
import o2c.policy.facts.domain.BuyerTotals;

/** The cover of one customer; {@code outstanding} = {@code insured} + {@code uninsured} = insured + all reasons. */
record CoverView(
        String customerId,
        LocalDate asOf,
        Money outstanding,
        Money insured,
        Money uninsured,
        List<ReasonView> reasons,
        Money limit,
        String policyId,
        LocalDate lastCoveredDay,
        LocalDate stopOn,
        boolean stopped,
        BuyerView buyerTotals,
        List<LineView> lines) {

    /** The sums over all customers of the same legal entity; without buyerId the customer stands alone. */
    record BuyerView(String buyerId, List<String> customerIds, Money outstanding, Money insured, Money uninsured) {

        static BuyerView of(BuyerTotals totals) {
            return new BuyerView(
                    totals.buyerId(), totals.customerIds(), totals.outstanding(), totals.insured(), totals.uninsured());
        }
    }

    /** How much is not insured for one reason. */
    record ReasonView(String reason, Money amount) {}

    /** One receivable; {@code covered} is what the limit covers before the insured percentage. */
    record LineView(
            String invoiceId,
            String sellerId,
            String invoiceNumber,
            LocalDate issuedOn,
            LocalDate dueOn,
            String policyId,
            Money outstanding,
            Money covered,
            Money insured,
            Money uninsured,
            List<ReasonView> reasons) {

        static LineView of(CoverLine line) {
            return new LineView(
                    line.receivable().reference(),
                    line.receivable().sellerId(),
                    line.receivable().number(),
                    line.receivable().issuedOn(),
                    line.receivable().dueOn(),
                    line.policyId(),
                    line.outstanding(),
                    line.covered(),
                    line.insured(),
                    line.uninsured(),
                    CoverView.reasons(line.reasons()));
        }
    }

    /** One customer's line in the portfolio. */
    record SummaryView(
            String customerId,
            Money outstanding,
            Money insured,
            Money uninsured,
            List<ReasonView> reasons,
            Money limit,
            String policyId,
            LocalDate stopOn) {

        static SummaryView of(CoverSummary summary) {
            return new SummaryView(
                    summary.customerId(),
                    summary.outstanding(),
                    summary.insured(),
                    summary.uninsured(),
                    CoverView.reasons(summary.reasons()),
                    summary.limit(),
                    summary.policyId(),
                    summary.stopOn());
        }
    }

    /** All customers with something open, added up. */
    record Totals(long customers, Money outstanding, Money insured, Money uninsured, List<ReasonView> reasons) {}

    /** A page of the portfolio. */
    record PortfolioView(LocalDate asOf, List<SummaryView> items, Totals totals, String nextCursor) {}

    static CoverView of(CustomerCover cover, LocalDate asOf) {
        CoverSummary summary = CoverSummary.of(cover);
        CoverDeadlines deadlines =
                cover.leading().flatMap(PolicyStanding::nextDeadlines).orElse(null);
        return new CoverView(
                cover.customerId(),
                asOf,
                cover.outstanding(),
                cover.insured(),
                cover.uninsured(),
                reasons(cover.reasons()),
                summary.limit(),
                summary.policyId(),
                deadlines == null ? null : deadlines.lastCoveredDay(),
                summary.stopOn(),
                deadlines != null && deadlines.isStoppedOn(asOf),
                BuyerView.of(cover.buyerTotals()),
                cover.lines().stream().map(LineView::of).toList());
    }

    static List<ReasonView> reasons(List<UninsuredPart> parts) {
        return parts.stream()
                .map(part -> new ReasonView(part.reason().code(), part.amount()))
                .toList();
    }
}
