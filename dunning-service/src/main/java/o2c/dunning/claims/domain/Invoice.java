package o2c.dunning.claims.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import o2c.dunning.charges.domain.Claim;
import o2c.dunning.charges.domain.CostsAsked;
import o2c.dunning.charges.domain.InterestTerms;
import o2c.dunning.charges.domain.LateChargeCalculation;
import o2c.dunning.charges.domain.LateChargeCase;
import o2c.dunning.charges.domain.LateCharges;
import o2c.dunning.charges.domain.Order;
import o2c.dunning.charges.domain.Payment;
import o2c.dunning.rates.domain.DayCount;
import o2c.dunning.rates.domain.LegalRates;
import o2c.dunning.rates.domain.Scales;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * An invoice as charges see it.
 *
 * @param notOwed what is contested or was credited from the beginning; no charges run on it
 * @param payments what was set against it, in order; a negative one takes an earlier one back
 */
public record Invoice(
        InterestTerms.Parties parties, Money total, Money notOwed, LocalDate payableOn, List<Payment> payments) {

    private static final String REFERENCE = "invoice";

    public Invoice {
        payments = List.copyOf(payments);
    }

    /** The law's tables. */
    public record Law(LegalRates rates, Scales scales) {}

    /**
     * Interest and fixed sum by law up to a day. Empty where the law cannot tell: no statutory rate is known, or its
     * sums are in another currency.
     */
    public Optional<LateCharges> chargesOn(LocalDate day, Law law) {
        if (!total.currency().equals(parties.jurisdiction().currency()) || !notOwedLessThanAll()) {
            return Optional.empty();
        }
        Claim claim = new Claim(REFERENCE, total, payableOn, null, List.of(new Claim.Credit(notOwed, null)));
        try {
            return Optional.of(LateChargeCalculation.of(
                    new LateChargeCase(
                            parties.jurisdiction(),
                            parties.debtorKind(),
                            total.currency(),
                            List.of(notOwed.isPositive() ? claim : withoutCredit(claim)),
                            netted(day),
                            day,
                            InterestTerms.of(law.rates, parties, null, DayCount.ACT_365, null),
                            CostsAsked.NONE,
                            null,
                            Order.PRINCIPAL_FIRST),
                    law.scales));
        } catch (RuleBroken noRate) {
            return Optional.empty();
        }
    }

    private boolean notOwedLessThanAll() {
        return total.exceeds(notOwed);
    }

    private static Claim withoutCredit(Claim claim) {
        return new Claim(claim.reference(), claim.principal(), claim.dueOn(), null, List.of());
    }

    /** Takes back from the latest payments what a negative one reverses. */
    private List<Payment> netted(LocalDate day) {
        List<Payment> kept = new ArrayList<>();
        for (Payment payment : payments) {
            Money left = payment.amount();
            while (left.isNegative() && !kept.isEmpty()) {
                Payment last = kept.remove(kept.size() - 1);
                Money rest = last.amount().plus(left);
                left = rest.min(Money.zero(rest.currency()));
                if (rest.isPositive()) {
                    kept.add(new Payment(rest, last.paidOn(), null));
                }
            }
            if (left.isPositive() && !payment.paidOn().isAfter(day)) {
                kept.add(payment);
            }
        }
        return kept;
    }
}
