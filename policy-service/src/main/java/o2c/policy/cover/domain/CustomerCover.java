package o2c.policy.cover.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import o2c.kernel.Money;
import o2c.policy.facts.domain.BuyerTotals;

/**
 * The one answer about a customer. Always: outstanding = insured + uninsured, and uninsured = the sum of the reasons.
 *
 * @param reasons why the uninsured part is not insured, by reason
 * @param standings one per policy that is in force or under which something is open
 * @param buyerTotals the sums over all customers of his legal entity
 */
public record CustomerCover(
        String customerId,
        Money outstanding,
        Money insured,
        List<UninsuredPart> reasons,
        List<CoverLine> lines,
        List<PolicyStanding> standings,
        BuyerTotals buyerTotals) {

    /** The same within its legal entity. */
    CustomerCover within(BuyerTotals totals) {
        return new CustomerCover(customerId, outstanding, insured, reasons, lines, standings, totals);
    }

    static CustomerCover of(
            String customerId, List<CoverLine> lines, List<PolicyStanding> standings, Currency currency) {
        return new CustomerCover(
                customerId,
                Money.sum(lines.stream().map(CoverLine::outstanding).toList(), currency),
                Money.sum(lines.stream().map(CoverLine::insured).toList(), currency),
                byReason(lines.stream().flatMap(line -> line.reasons().stream()).toList()),
                lines,
                standings,
                null);
    }

    public Money uninsured() {
        return outstanding.minus(insured);
    }

    /** What is not covered at all: the uninsured part without own retention and VAT. */
    public Money uncovered() {
        return reasons.stream()
                .filter(part -> !part.reason().equals(Reason.OWN_RETENTION)
                        && !part.reason().equals(Reason.VAT))
                .map(UninsuredPart::amount)
                .reduce(Money.zero(outstanding.currency()), Money::plus);
    }

    /** The policy that speaks for the customer: in force, and with most open. */
    public Optional<PolicyStanding> leading() {
        return standings.stream()
                .min(Comparator.comparing((PolicyStanding standing) -> !standing.inForce())
                        .thenComparing(PolicyStanding::outstanding, Comparator.reverseOrder())
                        .thenComparing(standing -> standing.nextDeadlines().isEmpty())
                        .thenComparing(PolicyStanding::policyId));
    }

    /** Adds parts up by reason, the largest first. */
    public static List<UninsuredPart> byReason(Collection<UninsuredPart> parts) {
        Map<Reason, Money> sums = new LinkedHashMap<>();
        parts.forEach(part -> sums.merge(part.reason(), part.amount(), Money::plus));
        return sums.entrySet().stream()
                .map(sum -> new UninsuredPart(sum.getKey(), sum.getValue()))
                .sorted(Comparator.comparing(UninsuredPart::amount, Comparator.reverseOrder())
                        .thenComparing(part -> part.reason().code()))
                .toList();
    }
}
