package o2c.dunning.charges.domain;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import o2c.dunning.rates.domain.DebtorKind;
import o2c.dunning.rates.domain.Jurisdiction;
import o2c.kernel.RuleBroken;

/**
 * Claims on one debtor, with what was paid, to be calculated to the close of a day.
 *
 * @param noticeReceivedOn the day a consumer received the notice that the law demands (in Belgium: the first day of its
 *     waiting time), or null when that is not known
 */
public record LateChargeCase(
        Jurisdiction jurisdiction,
        DebtorKind debtorKind,
        Currency currency,
        List<Claim> claims,
        List<Payment> payments,
        LocalDate calculateUntil,
        InterestTerms terms,
        CostsAsked costs,
        LocalDate noticeReceivedOn,
        Order order) {

    public LateChargeCase {
        claims = List.copyOf(claims);
        payments = List.copyOf(payments);
        check(claims);
        for (int i = 0; i < payments.size(); i++) {
            check(payments.get(i), claims, calculateUntil, "/payments/" + i);
        }
    }

    /** The last day of the term that a notice gives before costs may be charged; null without a notice. */
    LocalDate lastDayOfNotice() {
        if (noticeReceivedOn == null || !debtorKind.isConsumer()) {
            return null;
        }
        return jurisdiction == Jurisdiction.BE ? noticeReceivedOn.plusDays(13) : noticeReceivedOn.plusDays(14);
    }

    /** The first day that bears interest: in Belgium a consumer owes none within the waiting time. */
    LocalDate firstDay(Claim claim) {
        LocalDate afterNotice = jurisdiction == Jurisdiction.BE && lastDayOfNotice() != null
                ? lastDayOfNotice().plusDays(1)
                : claim.firstDayLate();
        return afterNotice.isAfter(claim.firstDayLate()) ? afterNotice : claim.firstDayLate();
    }

    private static void check(List<Claim> claims) {
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            String at = "/claims/" + i;
            if (!claim.principal().isPositive()) {
                throw RuleBroken.refused("amount-not-positive", "a principal is more than zero")
                        .at(at + "/principal");
            }
            if (claims.subList(0, i).stream().anyMatch(one -> one.reference().equals(claim.reference()))) {
                throw RuleBroken.refused("reference-repeated", "each claim has a reference of its own")
                        .at(at + "/reference");
            }
            for (int j = 0; j < claim.credits().size(); j++) {
                if (!claim.credits().get(j).amount().isPositive()) {
                    throw RuleBroken.refused("amount-not-positive", "a credit is more than zero")
                            .at(at + "/credits/" + j + "/amount");
                }
            }
        }
    }

    private static void check(Payment payment, List<Claim> claims, LocalDate until, String at) {
        if (!payment.amount().isPositive()) {
            throw RuleBroken.refused("amount-not-positive", "a payment is more than zero")
                    .at(at + "/amount");
        }
        if (payment.paidOn().isAfter(until)) {
            throw RuleBroken.refused("paid-after-calculation", "the calculation ends on " + until)
                    .at(at + "/paidOn");
        }
        if (payment.reference() != null
                && claims.stream().noneMatch(claim -> claim.reference().equals(payment.reference()))) {
            throw RuleBroken.refused("reference-unknown", "no claim has this reference")
                    .at(at + "/reference");
        }
    }
}
