package o2c.dunning.charges.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/**
 * Principal and interest of one claim as the days go by. A segment ends where rate or base change; each is rounded
 * once, so that the specification adds up. Interest that was added to the base stays interest: it is paid before
 * principal.
 */
final class InterestAccount {

    private final String reference;
    private final LocalDate firstDay;
    private final InterestTerms terms;
    private final List<Segment> segments = new ArrayList<>();
    private LocalDate next;
    private LocalDate anniversary;
    private int years = 1;
    private Money principal;
    private Money capitalised;
    private Money open;
    private boolean provisional;

    InterestAccount(String reference, Money principal, LocalDate firstDay, InterestTerms terms) {
        this.reference = reference;
        this.principal = principal;
        this.firstDay = firstDay;
        this.terms = terms;
        this.next = firstDay;
        this.anniversary = firstDay.plusYears(1);
        this.capitalised = Money.zero(principal.currency());
        this.open = capitalised;
    }

    /** Lets interest run to the end of a day. */
    void accrueThrough(LocalDate day) {
        while (!next.isAfter(day)) {
            capitaliseOn(next);
            LocalDate last = lastOfSegment(day);
            accrue(new Segment.Span(next, last));
            next = last.plusDays(1);
        }
    }

    /** Pays interest, what was added to the base first. */
    void payInterest(Money amount) {
        open = open.minus(amount);
        capitalised = capitalised.minus(amount).orZero();
    }

    void payPrincipal(Money amount) {
        principal = principal.minus(amount);
    }

    Percentage rateOn(LocalDate day) {
        return terms.rateOn(day.isBefore(firstDay) ? firstDay : day, firstDay);
    }

    Money openPrincipal() {
        return principal;
    }

    Money openInterest() {
        return open;
    }

    boolean isProvisional() {
        return provisional;
    }

    List<Segment> segments() {
        return segments;
    }

    private void capitaliseOn(LocalDate day) {
        if (terms.compounding() && day.equals(anniversary)) {
            capitalised = open;
            years++;
            anniversary = firstDay.plusYears(years);
        }
    }

    private LocalDate lastOfSegment(LocalDate day) {
        LocalDate last = day;
        if (terms.compounding() && anniversary.isAfter(next) && !anniversary.isAfter(last)) {
            last = anniversary.minusDays(1);
        }
        LocalDate change = terms.changeAfter(next).orElse(null);
        return change == null || change.isAfter(last) ? last : change.minusDays(1);
    }

    private void accrue(Segment.Span span) {
        Money base = principal.plus(capitalised);
        if (!base.isPositive()) {
            return;
        }
        Percentage rate = terms.rateOn(span.from(), firstDay);
        Segment before = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        Segment added;
        if (before != null && before.goesOnWith(span.from(), rate, base)) {
            segments.remove(before);
            open = open.minus(before.interest());
            added = Segment.of(reference, new Segment.Span(before.from(), span.to()), rate, base, terms.dayCount());
        } else {
            added = Segment.of(reference, span, rate, base, terms.dayCount());
        }
        segments.add(added);
        open = open.plus(added.interest());
        provisional |= terms.isProvisionalOn(span.to(), firstDay);
    }
}
