package o2c.policy.cover.domain;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import o2c.kernel.Money;

/** Deals the lines of a buyer out to its customers and adds them up. */
final class Shares {

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
                .map(share -> CustomerCover.of(share.getKey(), share.getValue(), standings(share.getValue()), currency))
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
