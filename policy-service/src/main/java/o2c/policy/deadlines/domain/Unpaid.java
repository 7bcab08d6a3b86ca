package o2c.policy.deadlines.domain;

import java.time.LocalDate;

/** A receivable that is open and big enough to count, insured or not. */
public record Unpaid(String reference, String sellerId, String number, LocalDate issuedOn, LocalDate dueOn) {}
