package o2c.credit.exposure.domain;

import java.time.LocalDate;
import o2c.kernel.Money;

/**
 * One change of one line of an exposure.
 *
 * @param amount signed: positive raises the line, negative lowers it (a received payment raises unallocated cash)
 * @param businessOn the business day it counts from
 */
public record Movement(ExposureKind kind, Money amount, LocalDate businessOn) {}
