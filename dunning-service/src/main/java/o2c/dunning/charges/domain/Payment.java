package o2c.dunning.charges.domain;

import java.time.LocalDate;
import o2c.kernel.Money;

/**
 * Money that came in.
 *
 * @param paidOn the last day that bears interest on what it pays
 * @param reference the claim the payer names, or null
 */
public record Payment(Money amount, LocalDate paidOn, String reference) {}
