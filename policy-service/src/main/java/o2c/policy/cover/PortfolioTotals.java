package o2c.policy.cover;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Money;
import o2c.policy.cover.domain.CustomerCover;
import o2c.policy.cover.domain.UninsuredPart;

/** Adds customers up while they pass by. */
final class PortfolioTotals {

    private long customers;
    private Money outstanding;
    private Money insured;
    private final List<UninsuredPart> reasons = new ArrayList<>();

    PortfolioTotals(Currency currency) {
        outstanding = Money.zero(currency);
        insured = Money.zero(currency);
    }

    void add(CoverSummary summary) {
        add(1, summary.outstanding(), summary.insured());
        add(summary.reasons());
    }

    void add(long count, Money moreOutstanding, Money moreInsured) {
        customers += count;
        outstanding = outstanding.plus(moreOutstanding);
        insured = insured.plus(moreInsured);
    }

    void add(List<UninsuredPart> parts) {
        reasons.addAll(parts);
        List<UninsuredPart> sums = CustomerCover.byReason(reasons);
        reasons.clear();
        reasons.addAll(sums);
    }

    CoverView.Totals view() {
        return new CoverView.Totals(
                customers, outstanding, insured, outstanding.minus(insured), CoverView.reasons(reasons));
    }
}
