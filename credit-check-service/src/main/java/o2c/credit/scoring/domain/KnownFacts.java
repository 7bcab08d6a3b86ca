package o2c.credit.scoring.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything numeric that is known of a customer, by name. What is not known is told as such, never as zero. */
public final class KnownFacts {

    private static final Known MISSING = new Known("missing", null, null);

    private final Map<String, Known> facts = new TreeMap<>();

    /**
     * One fact.
     *
     * @param state known, missing, not-computable or stale
     * @param source behaviour, financial-statement, agency-report, insurer or register
     */
    public record Known(String state, BigDecimal value, String source) {}

    /** Notes a value of a source; null is missing. What was noted before stays. */
    public KnownFacts with(String fact, BigDecimal value, String source) {
        if (value != null) {
            facts.putIfAbsent(fact, new Known("known", value, source));
        }
        return this;
    }

    /** Notes a figure that a source cannot give. */
    public KnownFacts computed(String fact, Optional<BigDecimal> value, String source) {
        facts.putIfAbsent(
                fact,
                value.map(figure -> new Known("known", figure, source))
                        .orElse(new Known("not-computable", null, source)));
        return this;
    }

    /** Notes a figure that is too old to count. */
    public KnownFacts stale(String fact, String source) {
        facts.putIfAbsent(fact, new Known("stale", null, source));
        return this;
    }

    public Known of(String fact) {
        return facts.getOrDefault(fact, MISSING);
    }

    /** All facts by name. */
    public Map<String, Known> all() {
        return Map.copyOf(facts);
    }
}
