package o2c.credit.scoring.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * A customer's score.
 *
 * @param score the base and all contributions together
 * @param riskClass null when too little is known
 * @param known how many characteristics were known
 */
public record Score(
        String scorecardId,
        int scorecardVersion,
        BigDecimal base,
        BigDecimal score,
        String riskClass,
        int known,
        List<Contribution> contributions) {

    public Score {
        contributions = List.copyOf(contributions);
    }
}
