package o2c.policy.cover;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import o2c.kernel.Money;
import o2c.policy.cover.domain.CustomerCover;
import o2c.policy.cover.domain.PolicyStanding;
import o2c.policy.cover.domain.UninsuredPart;
import o2c.policy.deadlines.domain.CoverDeadlines;

/** One customer's line in the portfolio. */
record CoverSummary(
        String customerId,
        Money outstanding,
        Money insured,
        List<UninsuredPart> reasons,
        Money limit,
        String policyId,
        LocalDate stopOn) {

    static final Comparator<CoverSummary> LARGEST_FIRST = Comparator.comparing(
                    CoverSummary::uninsured, Comparator.reverseOrder())
            .thenComparing(CoverSummary::customerId);

    static CoverSummary of(CustomerCover cover) {
        Optional<PolicyStanding> leading = cover.leading();
        return new CoverSummary(
                cover.customerId(),
                cover.outstanding(),
                cover.insured(),
                cover.reasons(),
                leading.map(PolicyStanding::limit).orElse(null),
                leading.map(PolicyStanding::policyId).orElse(null),
                leading.flatMap(PolicyStanding::nextDeadlines)
                        .map(CoverDeadlines::stopOn)
                        .orElse(null));
    }

    Money uninsured() {
        return outstanding.minus(insured);
    }
}
