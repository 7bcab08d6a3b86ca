package o2c.policy.reserves.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.policy.cover.domain.CoverLine;
import o2c.policy.cover.domain.CustomerCover;
import o2c.policy.policies.domain.Codes;

/** Adds a portfolio up into the fields of a provision matrix, customer by customer. */
public final class Assessment {

    private final ReserveTerms terms;
    private final LocalDate day;
    private final Currency currency;
    private final Map<String, Bucket> fields = new TreeMap<>();
    private final List<CustomerLoss> customers = new ArrayList<>();

    public Assessment(ReserveTerms terms, LocalDate day, Currency currency) {
        this.terms = terms;
        this.day = day;
        this.currency = currency;
    }

    /** The expected loss on one customer. */
    public record CustomerLoss(String customerId, Money open, Money lossOnAll, Money lossOnUninsured) {}

    /**
     * Takes one customer in.
     *
     * @param segment his segment, or null
     * @param insolvent whether he has a specific rate
     */
    public void add(CustomerCover cover, String segment, boolean insolvent) {
        Map<String, Bucket> own = new TreeMap<>();
        for (CoverLine line : cover.lines()) {
            Bucket field = field(line, segment, insolvent);
            own.merge(field.name(), field, Assessment::sum);
            fields.merge(field.name(), field, Assessment::sum);
        }
        ExpectedLoss loss = new ExpectedLoss(List.copyOf(own.values()), currency);
        customers.add(new CustomerLoss(cover.customerId(), loss.open(), loss.onAll(), loss.onUninsured()));
    }

    /** The whole, field by field; each field is rounded once. */
    public ExpectedLoss loss() {
        return new ExpectedLoss(List.copyOf(fields.values()), currency);
    }

    /** The customers with the highest expected loss on what is not insured. */
    public List<CustomerLoss> highest(int most) {
        return customers.stream()
                .sorted(Comparator.comparing(CustomerLoss::lossOnUninsured)
                        .reversed()
                        .thenComparing(CustomerLoss::customerId))
                .limit(most)
                .toList();
    }

    private Bucket field(CoverLine line, String segment, boolean insolvent) {
        Money open = terms.netOfVat() ? line.receivable().withoutVat(line.outstanding()) : line.outstanding();
        if (insolvent && terms.insolventRate() != null) {
            return new Bucket(
                    "insolvent", open, terms.insolventRate(), line.insured().min(open));
        }
        LateBucket late = LateBucket.of(line.receivable().dueOn(), day);
        Percentage rate = terms.rateOf(segment, late);
        String name = Codes.text(late) + (segment == null ? "" : " " + segment);
        return new Bucket(name, open, rate, line.insured().min(open));
    }

    private static Bucket sum(Bucket one, Bucket other) {
        return new Bucket(
                one.name(),
                one.open().plus(other.open()),
                one.rate(),
                one.insured().plus(other.insured()));
    }
}
