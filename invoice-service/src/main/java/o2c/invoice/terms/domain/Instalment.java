package o2c.invoice.terms.domain;

import java.time.LocalDate;
import o2c.kernel.Money;

/**
 * One part of what is owed.
 *
 * @param number 1 for the first
 * @param dueOn the agreed day
 * @param payableOn the last day on which payment is in time
 */
public record Instalment(int number, LocalDate dueOn, LocalDate payableOn, Money amount) {}
