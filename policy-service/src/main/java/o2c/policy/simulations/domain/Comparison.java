package o2c.policy.simulations.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import o2c.kernel.Money;

/**
 * What a history would have been under another policy, beside what it was and beside own money for every loss.
 *
 * @param monthEnds the portfolio at the end of each month
 * @param now the policy as it is
 * @param other the policy that is tried
 * @param own no policy at all: every loss is borne
 */
public record Comparison(List<MonthEnd> monthEnds, Side now, Side other, Side own) {

    /** The portfolio at the end of a month. */
    public record MonthEnd(LocalDate day, Money outstanding, Money uninsuredNow, Money uninsuredOther) {}

    /**
     * What one way of bearing risk costs.
     *
     * @param uninsuredPeak the most that was uninsured at a month end
     * @param cost premium and retained loss
     */
    public record Side(Money uninsuredPeak, Money premium, Money indemnity, Money retainedLoss, Money cost) {

        static Side of(Money peak, Money premium, Money indemnity, Money loss) {
            Money retained = loss.minus(indemnity);
            return new Side(peak, premium, indemnity, retained, premium.plus(retained));
        }
    }

    /** Collects the history. */
    public static final class Collector {

        private final Currency currency;
        private final List<MonthEnd> monthEnds = new ArrayList<>();
        private Money loss;
        private Money indemnityNow;
        private Money indemnityOther;

        public Collector(Currency currency) {
            this.currency = currency;
            loss = Money.zero(currency);
            indemnityNow = Money.zero(currency);
            indemnityOther = Money.zero(currency);
        }

        public void monthEnd(MonthEnd end) {
            monthEnds.add(end);
        }

        /** A loss of the history with what was and what would have been paid. */
        public void loss(Money lost, Money now, Money other) {
            loss = loss.plus(lost);
            indemnityNow = indemnityNow.plus(now);
            indemnityOther = indemnityOther.plus(other);
        }

        public Comparison compare(Money premiumNow, Money premiumOther) {
            Money none = Money.zero(currency);
            return new Comparison(
                    List.copyOf(monthEnds),
                    Side.of(peak(true), premiumNow, indemnityNow, loss),
                    Side.of(peak(false), premiumOther, indemnityOther, loss),
                    Side.of(
                            monthEnds.stream()
                                    .map(MonthEnd::outstanding)
                                    .max(Money::compareTo)
                                    .orElse(none),
                            none,
                            none,
                            loss));
        }

        private Money peak(boolean now) {
            return monthEnds.stream()
                    .map(now ? MonthEnd::uninsuredNow : MonthEnd::uninsuredOther)
                    .max(Money::compareTo)
                    .orElse(Money.zero(currency));
        }
    }
}
