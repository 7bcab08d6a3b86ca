package o2c.policy.premiums.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import o2c.kernel.Money;
import o2c.policy.clauses.domain.DebtorKind;
import o2c.policy.policies.domain.PolicyTerms;

/**
 * What a seller has to declare to the insurer: the turnover without VAT that the policy insures, by country, and
 * what it
 * leaves out, by reason. Declared and left out add up to all that was invoiced.
 */
public final class Turnover {

    private final PolicyTerms terms;
    private final Currency currency;
    private final Map<String, Money> insured = new TreeMap<>();
    private final Map<String, Money> leftOut = new TreeMap<>();

    public Turnover(PolicyTerms terms, Currency currency) {
        this.terms = terms;
        this.currency = currency;
    }

    /**
     * What one customer was invoiced.
     *
     * @param country null when not known
     * @param inTerm without VAT, within the longest insured payment term
     * @param overTerm without VAT, beyond it
     */
    public record Invoiced(String country, DebtorKind kind, boolean excluded, Money inTerm, Money overTerm) {}

    /** A sum under a heading. */
    public record Part(String heading, Money amount) {}

    public void add(Invoiced invoiced) {
        String reason = reason(invoiced);
        if (reason != null) {
            put(leftOut, reason, invoiced.inTerm().plus(invoiced.overTerm()));
            return;
        }
        put(insured, invoiced.country() == null ? "unknown" : invoiced.country(), invoiced.inTerm());
        put(leftOut, "terms-too-long", invoiced.overTerm());
    }

    /** What is declared. */
    public Money declared() {
        return sum(insured);
    }

    public Money leftOut() {
        return sum(leftOut);
    }

    public List<Part> byCountry() {
        return parts(insured);
    }

    public List<Part> byReason() {
        return parts(leftOut);
    }

    private String reason(Invoiced invoiced) {
        if (invoiced.excluded() || terms.further().scope().excludes(invoiced.kind())) {
            return "excluded";
        }
        if (invoiced.country() == null) {
            return terms.countries().isEmpty() ? null : "country-unknown";
        }
        return terms.insuresCountry(invoiced.country()) ? null : "country-not-covered";
    }

    private Money sum(Map<String, Money> parts) {
        return Money.sum(parts.values(), currency);
    }

    private static void put(Map<String, Money> parts, String heading, Money amount) {
        if (!amount.isZero()) {
            parts.merge(heading, amount, Money::plus);
        }
    }

    private static List<Part> parts(Map<String, Money> sums) {
        List<Part> parts = new ArrayList<>();
        sums.forEach((heading, amount) -> parts.add(new Part(heading, amount)));
        parts.sort(Comparator.comparing(Part::amount).reversed().thenComparing(Part::heading));
        return parts;
    }
}
