package o2c.policy.cover.domain;

import java.time.LocalDate;
import java.util.Comparator;
import o2c.kernel.Money;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.LimitKind;
import o2c.policy.policies.domain.CoverBasis;
import o2c.policy.policies.domain.DisputeScope;
import o2c.policy.policies.domain.PolicyTerms;

/**
 * A receivable together with the terms under which it was delivered.
 *
 * @param terms the policy version in force on the day of delivery; null when there was none
 * @param excluded why nothing of it is insured, or null when it is eligible
 * @param limitKind the kind of limit it stands under when it is not the one in force, else null
 */
public record CoverItem(Receivable receivable, PolicyTerms terms, Reason excluded, LimitKind limitKind) {

    /** Oldest first by the day of delivery, then by number. */
    public static final Comparator<CoverItem> OLDEST_FIRST = Comparator.comparing(
                    (CoverItem item) -> item.receivable().insuredFrom())
            .thenComparing(item -> item.receivable().number())
            .thenComparing(item -> item.receivable().reference());

    public boolean isEligible() {
        return excluded == null;
    }

    /** What is open on the basis the policy insures: with VAT or without. */
    Money insurableOn(LocalDate day) {
        return onBasis(receivable.openOn(day));
    }

    /** What a dispute suspends of it on a day, on the insured basis. */
    Money suspendedOn(LocalDate day) {
        Money disputed = receivable.disputedOn(day);
        return disputed.isPositive() && terms.disputeScope() == DisputeScope.WHOLE_INVOICE
                ? insurableOn(day)
                : onBasis(disputed);
    }

    private Money onBasis(Money ledgerAmount) {
        return terms.coverBasis() == CoverBasis.NET ? receivable.withoutVat(ledgerAmount) : ledgerAmount;
    }
}
