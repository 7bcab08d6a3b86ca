package o2c.credit.checks.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import o2c.credit.checks.domain.CreditCheck.Question;
import o2c.credit.holds.domain.Figure;
import o2c.credit.holds.domain.Measure;
import o2c.kernel.Money;

/** Takes the measures of hold rules on the facts of a credit check. Percentages have two decimals, half up. */
record Figures(CreditFacts facts, Question question) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What a measure comes to; empty when there is nothing to measure. */
    Optional<Figure> of(Measure measure) {
        return switch (measure) {
            case OLDEST_OVERDUE_DAYS ->
                Optional.ofNullable(facts.overdue().oldestDueOn()).map(this::daysSince);
            case OVERDUE_AMOUNT ->
                Optional.of(Figure.of(facts.overdue().in(facts.exposure().currency())));
            case OVERDUE_COUNT -> Optional.of(Figure.of(facts.overdue().invoices()));
            case OVERDUE_SHARE -> share(facts.overdue().in(facts.exposure().currency()), openInvoices());
            case BROKEN_PROMISES -> Optional.of(Figure.of(facts.standing().brokenPromises()));
            case COVER_STOPPED_DAYS ->
                Optional.ofNullable(facts.cover())
                        .filter(cover -> cover.isStoppedOn(facts.today()))
                        .map(cover -> daysSince(cover.stopOn()));
            case UNINSURED_AMOUNT -> Optional.of(Figure.of(uninsured()));
            case UTILISATION -> facts.hasComparableLimit() ? share(withAmount(), facts.limit()) : Optional.empty();
            case AMOUNT -> Optional.of(Figure.of(question.amount()));
            case PAYMENT_TERM_DAYS ->
                Optional.ofNullable(question.paymentTermDays()).map(Figure::of);
            case SCORE -> Optional.ofNullable(facts.standing().score()).map(Figure::of);
        };
    }

    private Figure daysSince(LocalDate day) {
        return Figure.of(ChronoUnit.DAYS.between(day, facts.today()));
    }

    private Money openInvoices() {
        return facts.exposure().openInvoices();
    }

    private Money withAmount() {
        return facts.owed().plus(question.amount());
    }

    private Money uninsured() {
        Money limit = facts.cover() == null ? null : facts.cover().limit();
        boolean counts =
                limit != null && limit.currency().equals(question.amount().currency());
        return counts ? withAmount().minus(limit).orZero() : withAmount().orZero();
    }

    private static Optional<Figure> share(Money part, Money whole) {
        return whole.isPositive()
                ? Optional.of(
                        Figure.of(part.amount().multiply(HUNDRED).divide(whole.amount(), 2, RoundingMode.HALF_UP)))
                : Optional.empty();
    }
}
