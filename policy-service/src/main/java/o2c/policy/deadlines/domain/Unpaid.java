package o2c.policy.deadlines.domain;

import java.time.LocalDate;

/**
 * A receivable that is open and big enough to count, insured or not.
 *
 * @param extendedUntil the last covered day the insurer consented to, or null
 */
public record Unpaid(
        String reference,
        String sellerId,
        String number,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate extendedUntil) {}
