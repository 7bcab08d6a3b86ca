package o2c.invoice.disputerisk.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How likely an invoice is to be disputed, before it is sent: each reason with its weight. Weights are our own choice,
 * by how often such a fault is the reason of a dispute and how easily it is put right beforehand.
 *
 * @param score the sum of the weights, at most 100
 */
public record DisputeRisk(int score, List<Reason> reasons) {

    private static final int MOST = 100;

    public DisputeRisk {
        reasons = List.copyOf(reasons);
    }

    /** One thing that the customer may object to. */
    public record Reason(String code, int weight, String text) {}

    /**
     * What is known about the invoice.
     *
     * @param deviations lines whose price is not that of the order
     * @param isDuplicateLikely whether the customer has another invoice of the same day and amount
     * @param invoicingDays the seller's norm from delivery to issue
     */
    public record Facts(
            LocalDate issuedOn,
            LocalDate deliveredOn,
            boolean namesAnOrder,
            boolean namesADelivery,
            boolean hasProofOfDelivery,
            boolean acceptedTerms,
            boolean isDuplicateLikely,
            int invoicingDays,
            List<Deviation> deviations) {}

    /** A price beside that of the order. */
    public record Deviation(int line, BigDecimal unitPrice, BigDecimal orderUnitPrice) {

        /** Whether both are the same price. */
        public boolean isNone() {
            return unitPrice.compareTo(orderUnitPrice) == 0;
        }

        private boolean isDearer() {
            return unitPrice.compareTo(orderUnitPrice) > 0;
        }
    }

    /** Looks for everything a customer usually objects to. */
    public static DisputeRisk of(Facts facts) {
        List<Reason> reasons = new ArrayList<>();
        facts.deviations().stream().filter(price -> !price.isNone()).forEach(price -> reasons.add(deviation(price)));
        if (facts.isDuplicateLikely()) {
            reasons.add(new Reason("duplicate-likely", 40, "there is another invoice of that day and amount"));
        }
        if (!facts.hasProofOfDelivery()) {
            reasons.add(new Reason("proof-of-delivery-missing", 30, "nobody has signed for the delivery yet"));
        }
        if (!facts.namesAnOrder()) {
            reasons.add(new Reason("order-reference-missing", 20, "the customer cannot find his order"));
        }
        if (!facts.namesADelivery()) {
            reasons.add(new Reason("delivery-reference-missing", 10, "the invoice names no delivery"));
        }
        if (!facts.acceptedTerms()) {
            reasons.add(new Reason("terms-not-accepted", 10, "the customer has accepted no payment terms"));
        }
        late(facts).ifPresent(reasons::add);
        int sum = reasons.stream().mapToInt(Reason::weight).sum();
        return new DisputeRisk(Math.min(MOST, sum), reasons);
    }

    private static Reason deviation(Deviation price) {
        String text = "line " + price.line() + " costs " + price.unitPrice().toPlainString() + ", the order says "
                + price.orderUnitPrice().toPlainString();
        return new Reason("price-deviates-from-order", price.isDearer() ? 50 : 10, text);
    }

    private static Optional<Reason> late(Facts facts) {
        if (facts.deliveredOn() == null) {
            return Optional.of(new Reason("delivery-day-missing", 5, "the day of delivery is not told"));
        }
        long lag = ChronoUnit.DAYS.between(facts.deliveredOn(), facts.issuedOn());
        return lag > facts.invoicingDays()
                ? Optional.of(new Reason(
                        "invoiced-late", 10, lag + " days after delivery; the norm is " + facts.invoicingDays()))
                : Optional.empty();
    }
}
