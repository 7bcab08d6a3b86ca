package o2c.credit.holds.domain;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import o2c.kernel.RuleBroken;

/**
 * One comparison of a hold rule.
 *
 * @param value the threshold: days, a count, percent, points, or an amount in {@code currency}
 * @param currency of an amount; null for everything else
 */
public record Condition(Measure measure, Comparison comparison, BigDecimal value, Currency currency) {

    /** How a figure is compared with the threshold. */
    public enum Comparison {
        AT_LEAST,
        MORE_THAN,
        AT_MOST,
        LESS_THAN;

        boolean holds(int sign) {
            return switch (this) {
                case AT_LEAST -> sign >= 0;
                case MORE_THAN -> sign > 0;
                case AT_MOST -> sign <= 0;
                case LESS_THAN -> sign < 0;
            };
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a condition says of a figure. */
    public enum Finding {
        HOLDS,
        FAILS,
        /** The threshold is in another currency than the figure: a person must look. */
        NOT_COMPARABLE
    }

    /** Codes {@code currency-missing}, {@code currency-not-expected}, {@code threshold-out-of-range}. */
    public Condition {
        if (measure.isMoney() && currency == null) {
            throw RuleBroken.invalid("currency-missing", "a threshold that is an amount names its currency")
                    .at("/currency");
        }
        if (!measure.isMoney() && currency != null) {
            throw RuleBroken.invalid("currency-not-expected", measure.code() + " is not an amount")
                    .at("/currency");
        }
        if (value.signum() < 0) {
            throw RuleBroken.invalid("threshold-out-of-range", "a threshold is zero or more")
                    .at("/value");
        }
    }

    /** Compares; a figure that could not be taken fails. */
    public Finding of(Optional<Figure> figure) {
        if (figure.isEmpty()) {
            return Finding.FAILS;
        }
        if (measure.isMoney() && !currency.equals(figure.get().currency())) {
            return Finding.NOT_COMPARABLE;
        }
        return comparison.holds(figure.get().value().compareTo(value)) ? Finding.HOLDS : Finding.FAILS;
    }
}
