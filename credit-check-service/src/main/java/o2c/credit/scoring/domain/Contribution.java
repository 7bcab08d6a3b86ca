package o2c.credit.scoring.domain;

import java.math.BigDecimal;

/**
 * What one characteristic adds to a score.
 *
 * @param state known, missing, not-computable or stale
 * @param value null unless known
 * @param source where the value comes from, or null
 * @param points added to the score, maybe negative
 */
public record Contribution(
        String fact, String state, BigDecimal value, String source, BigDecimal points, String reasonCode) {

    public boolean isKnown() {
        return value != null;
    }
}
