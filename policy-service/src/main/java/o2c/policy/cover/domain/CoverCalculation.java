package o2c.policy.cover.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import o2c.kernel.Money;
import o2c.policy.deadlines.domain.CoverDeadlines;
import o2c.policy.deadlines.domain.StopHistory;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.LimitStep;
import o2c.policy.limits.domain.LimitTimeline;
import o2c.policy.policies.domain.InForce;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyTerms;

/**
 * What is insured of a customer at the close of a day, from the policies and the facts alone.
 *
 * @param currency the currency of all figures: policies, limits and receivables are expressed in it
 */
public record CoverCalculation(PolicyBook book, LocalDate day, Currency currency) {

    public CustomerCover of(CustomerFacts facts) {
        Map<String, List<Receivable>> byPolicy = new LinkedHashMap<>();
        book.inForce(day).forEach(period -> byPolicy.putIfAbsent(period.policyId(), new ArrayList<>()));
        List<CoverLine> lines = new ArrayList<>();
        for (Receivable receivable : facts.receivables()) {
            attachedTo(receivable)
                    .map(InForce::policyId)
                    .ifPresentOrElse(
                            policyId -> byPolicy.computeIfAbsent(policyId, none -> new ArrayList<>())
                                    .add(receivable),
                            () -> lines.add(CoverLine.excluded(
                                    new CoverItem(receivable, null, Reason.NO_POLICY, null), null, day)));
        }
        List<PolicyStanding> standings = new ArrayList<>();
        byPolicy.forEach((policyId, receivables) -> standings.add(under(policyId, receivables, facts, lines)));
        lines.removeIf(line -> line.outstanding().isZero());
        return CustomerCover.of(facts.customerId(), lines, standings, currency);
    }

    private PolicyStanding under(
            String policyId, List<Receivable> receivables, CustomerFacts facts, List<CoverLine> lines) {
        List<InForce> periods = book.periodsOf(policyId);
        StopHistory stops = Stops.of(facts.receivables(), periods);
        LimitTimeline limits = LimitTimeline.of(facts.limitsUnder(policyId), periods);
        List<CoverItem> items = receivables.stream()
                .map(receivable -> item(receivable, facts.country(), limits, stops))
                .toList();
        List<CoverLine> own = CoverSheet.of(policyId, periods, limits, day).on(day, items);
        lines.addAll(own);
        Optional<InForce> current = book.inForce(day, policyId);
        return new PolicyStanding(
                policyId,
                current.isPresent(),
                limits.on(day).map(LimitStep::amount).orElse(null),
                Money.sum(own.stream().map(CoverLine::outstanding).toList(), currency),
                current.flatMap(period ->
                                CoverDeadlines.of(policyId, period.terms(), facts.unpaidOn(day, period.terms())))
                        .orElse(null),
                stops.resumedBy(day.plusDays(1)).orElse(null));
    }

    private CoverItem item(Receivable receivable, String country, LimitTimeline limits, StopHistory stops) {
        PolicyTerms terms = attachedTo(receivable).orElseThrow().terms();
        return new CoverItem(
                receivable,
                terms,
                Eligibility.under(terms, country, limits, stops)
                        .exclusionOf(receivable)
                        .orElse(null),
                null);
    }

    private Optional<InForce> attachedTo(Receivable receivable) {
        return book.inForce(receivable.sellerId(), receivable.insuredFrom());
    }
}
