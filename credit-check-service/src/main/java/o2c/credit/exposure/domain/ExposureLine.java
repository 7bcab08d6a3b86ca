package o2c.credit.exposure.domain;

import o2c.kernel.Money;

/**
 * One line of the exposure recipe.
 *
 * @param kind open-invoices, delivered-not-invoiced, reserved-orders, open-credits or unallocated-cash
 * @param amount signed: credits and cash are negative
 */
public record ExposureLine(String kind, Money amount) {}
