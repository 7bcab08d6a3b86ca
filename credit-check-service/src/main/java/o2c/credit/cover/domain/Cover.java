package o2c.credit.cover.domain;

import java.time.LocalDate;
import o2c.kernel.Money;

/**
 * What is insured of a customer's debt, as policy-service last told.
 *
 * @param insured the insured part of what the customer owes, or null when only a stop was told
 * @param uninsured the rest, or null likewise
 * @param stopOn first day whose deliveries are no longer insured, or null
 * @param limit the insurer's limit in force, or null when no decision was told
 */
public record Cover(String policyId, Money insured, Money uninsured, LocalDate stopOn, Money limit) {

    public boolean isStoppedOn(LocalDate day) {
        return stopOn != null && !day.isBefore(stopOn);
    }

    /** The same cover with deliveries insured again. */
    public Cover resumed() {
        return new Cover(policyId, insured, uninsured, null, limit);
    }

    /** The same cover with another limit. */
    public Cover withLimit(Money other) {
        return new Cover(policyId, insured, uninsured, stopOn, other);
    }
}
