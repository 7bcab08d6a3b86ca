package o2c.credit.holds.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A hold rule that fired.
 *
 * @param inputs what each of its measures came to, beside its threshold
 * @param notComparable measures whose threshold is in another currency; such a rule fires so that a person looks
 * @param exemptedBy the exemption that sets it aside, or null
 */
public record Fired(HoldRule rule, Map<String, Object> inputs, List<String> notComparable, String exemptedBy) {

    public Fired {
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        notComparable = List.copyOf(notComparable);
    }

    Fired setAsideBy(HoldRule exemption) {
        return new Fired(rule, inputs, notComparable, exemption.ruleId());
    }
}
