package o2c.policy.cover.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import o2c.kernel.Money;
import o2c.policy.deadlines.domain.Consent;
import o2c.policy.deadlines.domain.CoverDeadlines;
import o2c.policy.deadlines.domain.StopHistory;
import o2c.policy.facts.domain.BuyerFacts;
import o2c.policy.facts.domain.BuyerTotals;
import o2c.policy.facts.domain.CustomerFacts;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.LimitStep;
import o2c.policy.limits.domain.LimitTimeline;
import o2c.policy.policies.domain.DisputeScope;
import o2c.policy.policies.domain.InForce;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyTerms;

/**
 * What is insured of a customer at the close of a day, from the policies and the facts alone.
 *
 * @param currency the currency of all figures: policies, limits and receivables are expressed in it
 */
public record CoverCalculation(PolicyBook book, LocalDate day, Currency currency) {

    /** A customer that is its own buyer. */
    public CustomerCover of(CustomerFacts facts) {
        return of(BuyerFacts.alone(facts)).get(0);
    }

    /** One answer per customer of a buyer: limit and stop are the buyer's, the oldest receivables come first. */
    public List<CustomerCover> of(BuyerFacts buyer) {
        Map<String, List<Owed>> byPolicy = new LinkedHashMap<>();
        book.inForce(day).forEach(period -> byPolicy.putIfAbsent(period.policyId(), new ArrayList<>()));
        Shares shares = new Shares(buyer, currency);
        for (CustomerFacts customer : buyer.customers()) {
            for (Receivable receivable : customer.receivables()) {
                Owed owed = new Owed(customer, receivable);
                book.attached(receivable.sellerId(), receivable.insuredFrom(), day)
                        .map(InForce::policyId)
                        .ifPresentOrElse(
                                policyId -> byPolicy.computeIfAbsent(policyId, none -> new ArrayList<>())
                                        .add(owed),
                                () -> shares.add(
                                        customer.customerId(),
                                        CoverLine.excluded(
                                                new CoverItem(receivable, null, Reason.NO_POLICY, null), null, day)));
            }
        }
        byPolicy.forEach((policyId, owed) -> under(policyId, owed, buyer, shares));
        return shares.customers();
    }

    /**
     * Holds one receivable of a buyer against its policy, by every clause.
     *
     * @param customerId who owes it
     * @param reference of a receivable among the facts that is open at the close of the day
     */
    public Optional<Examined> examine(BuyerFacts buyer, String customerId, String reference) {
        Optional<CoverLine> line = of(buyer).stream()
                .filter(cover -> cover.customerId().equals(customerId))
                .flatMap(cover -> cover.lines().stream())
                .filter(each -> each.receivable().reference().equals(reference))
                .findFirst();
        return line.map(found -> examine(buyer, customerId, found));
    }

    /** Holds every open receivable of a customer against its policy. */
    public List<Examined> examine(BuyerFacts buyer, String customerId) {
        return of(buyer).stream()
                .filter(cover -> cover.customerId().equals(customerId))
                .flatMap(cover -> cover.lines().stream())
                .map(line -> examine(buyer, customerId, line))
                .toList();
    }

    private Examined examine(BuyerFacts buyer, String customerId, CoverLine line) {
        Receivable receivable = line.receivable();
        CustomerFacts customer = buyer.customers().stream()
                .filter(each -> each.customerId().equals(customerId))
                .findFirst()
                .orElseThrow();
        return book.attached(receivable.sellerId(), receivable.insuredFrom(), day)
                .map(period -> examine(buyer, new Owed(customer, receivable), line, period))
                .orElse(new Examined(null, line, List.of(Reason.NO_POLICY), null, List.of()));
    }

    private Examined examine(BuyerFacts buyer, Owed owed, CoverLine line, InForce period) {
        String policyId = period.policyId();
        List<InForce> periods = book.periodsOf(policyId);
        List<Consent> consents = buyer.consentsUnder(policyId);
        PolicyTerms terms = period.terms().forCountry(owed.customer().debtor().country());
        Eligibility eligibility = new Eligibility(
                terms,
                owed.customer().debtor(),
                buyer.isExcluded(policyId, owed.receivable().insuredFrom()),
                LimitTimeline.of(buyer.limitsUnder(policyId), periods, buyer.adverseOn()),
                Stops.of(buyer.receivables(), periods, consents));
        return new Examined(
                period,
                line,
                eligibility.brokenBy(owed.receivable()),
                CoverDeadlines.of(policyId, terms, List.of(BuyerFacts.unpaid(owed.receivable(), consents)))
                        .orElse(null),
                consents);
    }

    /** A receivable and who owes it. */
    private record Owed(CustomerFacts customer, Receivable receivable) {}

    private void under(String policyId, List<Owed> owed, BuyerFacts buyer, Shares shares) {
        List<InForce> periods = book.periodsOf(policyId);
        StopHistory stops = Stops.of(buyer.receivables(), periods, buyer.consentsUnder(policyId));
        LimitTimeline limits = LimitTimeline.of(buyer.limitsUnder(policyId), periods, buyer.adverseOn());
        Map<Receivable, String> customerOf = new IdentityHashMap<>();
        List<CoverItem> items = new ArrayList<>(owed.size());
        for (Owed each : owed) {
            CoverItem item = item(each, buyer, limits, stops);
            items.add(item);
            customerOf.put(item.receivable(), each.customer().customerId());
        }
        CoverSheet.of(policyId, periods, limits, day)
                .on(day, items)
                .forEach(line -> shares.add(customerOf.get(line.receivable()), line));
        Optional<InForce> current = book.inForce(day, policyId);
        shares.stand(new PolicyStanding(
                policyId,
                current.isPresent(),
                limits.on(day).map(LimitStep::amount).orElse(null),
                Money.zero(currency),
                current.flatMap(period -> CoverDeadlines.of(
                                policyId, period.terms(), buyer.unpaidOn(day, policyId, period.terms())))
                        .orElse(null),
                stops.resumedBy(day.plusDays(1)).orElse(null)));
    }

    private CoverItem item(Owed owed, BuyerFacts buyer, LimitTimeline limits, StopHistory stops) {
        Receivable receivable = owed.receivable();
        InForce attached = book.attached(receivable.sellerId(), receivable.insuredFrom(), day)
                .orElseThrow();
        PolicyTerms terms = attached.terms().forCountry(owed.customer().debtor().country());
        boolean excluded = buyer.isExcluded(attached.policyId(), receivable.insuredFrom());
        Reason reason = new Eligibility(terms, owed.customer().debtor(), excluded, limits, stops)
                .exclusionOf(receivable)
                .orElse(null);
        boolean suspended = terms.disputeScope() == DisputeScope.BUYER && buyer.isDisputedOn(day);
        return new CoverItem(suspended ? receivable.disputedAsAWhole() : receivable, terms, reason, null);
    }

    /** Deals the lines of a buyer out to its customers and adds them up. */
    private static final class Shares {

        private final BuyerFacts buyer;
        private final Currency currency;
        private final Map<String, List<CoverLine>> lines = new LinkedHashMap<>();
        private final List<PolicyStanding> standings = new ArrayList<>();

        Shares(BuyerFacts buyer, Currency currency) {
            this.buyer = buyer;
            this.currency = currency;
            buyer.customers().forEach(customer -> lines.put(customer.customerId(), new ArrayList<>()));
        }

        void add(String customerId, CoverLine line) {
            if (!line.outstanding().isZero()) {
                lines.get(customerId).add(line);
            }
        }

        void stand(PolicyStanding standing) {
            standings.add(standing);
        }

        List<CustomerCover> customers() {
            List<CustomerCover> covers = lines.entrySet().stream()
                    .map(share ->
                            CustomerCover.of(share.getKey(), share.getValue(), standings(share.getValue()), currency))
                    .toList();
            BuyerTotals totals = new BuyerTotals(
                    buyer.buyerId(),
                    List.copyOf(lines.keySet()),
                    Money.sum(covers.stream().map(CustomerCover::outstanding).toList(), currency),
                    Money.sum(covers.stream().map(CustomerCover::insured).toList(), currency));
            return covers.stream().map(cover -> cover.within(totals)).toList();
        }

        private List<PolicyStanding> standings(List<CoverLine> own) {
            return standings.stream()
                    .map(standing -> standing.with(Money.sum(
                            own.stream()
                                    .filter(line -> standing.policyId().equals(line.policyId()))
                                    .map(CoverLine::outstanding)
                                    .toList(),
                            currency)))
                    .toList();
        }
    }
}
