package o2c.credit.checks.domain;

import java.time.LocalDate;
import java.util.List;
import o2c.credit.cover.domain.Cover;
import o2c.credit.exposure.domain.Elsewhere;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.exposure.domain.ExposureKind;
import o2c.credit.exposure.domain.Overdue;
import o2c.credit.exposure.domain.Rate.Converted;
import o2c.credit.holds.domain.HoldRules;
import o2c.credit.limits.domain.CreditPolicy;
import o2c.kernel.Money;

/**
 * All that a credit decision rests on; kept with the check, so that it can be decided again later.
 *
 * @param today the tenant's business date
 * @param exposure in the currency asked about, without what the same order had reserved before
 * @param limit the customer's own limit in force today, converted where a rate is known, or null
 * @param limitRate how the limit was converted, or null when it is in the currency asked about
 * @param elsewhere what the customer owes in other currencies, converted where a rate is known
 * @param overdue what is overdue in any currency
 * @param cover what policy-service last told, or null when it told nothing
 * @param policy the tenant's credit policy in force today
 * @param standing who the customer is and how he stands
 * @param group the parents that have a limit, nearest first
 * @param rules the hold rules in force today
 */
public record CreditFacts(
        LocalDate today,
        Exposure exposure,
        Money limit,
        Converted limitRate,
        Elsewhere elsewhere,
        Overdue overdue,
        Cover cover,
        CreditPolicy policy,
        Standing standing,
        List<GroupRoom> group,
        HoldRules rules) {

    public CreditFacts {
        elsewhere = elsewhere == null ? Elsewhere.NOTHING : elsewhere;
        standing = standing == null ? Standing.plain(null) : standing;
        group = group == null ? List.of() : List.copyOf(group);
        rules = rules == null ? HoldRules.of(List.of()) : rules;
    }

    /** The same facts with the exposure as it was found when the room was taken. */
    public CreditFacts withExposure(Exposure found) {
        return new CreditFacts(
                today, found, limit, limitRate, elsewhere, overdue, cover, policy, standing, group, rules);
    }

    /** The same facts with the groups owing that much more, or less. */
    public CreditFacts withGroupMoved(Money by) {
        return new CreditFacts(
                today,
                exposure,
                limit,
                limitRate,
                elsewhere,
                overdue,
                cover,
                policy,
                standing,
                group.stream().map(room -> room.moved(by)).toList(),
                rules);
    }

    /** The same facts under other hold rules. */
    public CreditFacts withRules(HoldRules others) {
        return new CreditFacts(
                today, exposure, limit, limitRate, elsewhere, overdue, cover, policy, standing, group, others);
    }

    /** The same facts with another limit. */
    CreditFacts withLimit(Money other) {
        return new CreditFacts(today, exposure, other, null, elsewhere, overdue, cover, policy, standing, group, rules);
    }

    /** The same facts under another cover. */
    CreditFacts withCover(Cover other) {
        return new CreditFacts(
                today, exposure, limit, limitRate, elsewhere, overdue, other, policy, standing, group, rules);
    }

    /** The same facts after the customer paid: the oldest overdue invoices first. */
    CreditFacts paid(Money cash) {
        return new CreditFacts(
                today,
                exposure.moved(ExposureKind.UNALLOCATED_CASH, cash),
                limit,
                limitRate,
                elsewhere,
                overdue.paid(cash),
                cover,
                policy,
                standing,
                group.stream().map(room -> room.moved(cash.negated())).toList(),
                rules);
    }

    /** What counts against the limit: the exposure, and what is owed in other currencies at today's rates. */
    public Money owed() {
        return exposure.total().plus(elsewhere.total(exposure.currency()));
    }

    /** The most that may be owed in the currency asked about, given what is owed in others. */
    public Money ceilingHere() {
        return ceiling().minus(elsewhere.total(exposure.currency()));
    }

    /** Whether there is a limit in the currency of the exposure. */
    public boolean hasComparableLimit() {
        return limit != null && limit.currency().equals(exposure.currency());
    }

    /** The most the exposure may reach and still be approved: the limit with its tolerance. */
    public Money ceiling() {
        return policy.ceiling(limit);
    }
}
