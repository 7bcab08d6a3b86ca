package o2c.credit.checks.domain;

import java.time.LocalDate;
import o2c.kernel.Money;

/**
 * What is insured of a customer's debt, as policy-service last told.
 *
 * @param insured the insured part of what the customer owes, or null when only a stop was told
 * @param uninsured the rest, or null likewise
 * @param stopOn first day whose deliveries are no longer insured, or null
 */
public record Cover(String policyId, Money insured, Money uninsured, LocalDate stopOn) {

    public boolean isStoppedOn(LocalDate day) {
        return stopOn != null && !day.isBefore(stopOn);
    }
}
