package o2c.policy.cover.domain;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.policy.ledger.domain.Balance;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.Limit;
import o2c.policy.limits.domain.LimitEntry;
import o2c.policy.limits.domain.LimitKind;
import o2c.policy.limits.domain.LimitStatus;
import o2c.policy.limits.domain.LimitStep;
import o2c.policy.limits.domain.LimitTimeline;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.PolicyTerms;

/** Words in which the tables of cases are written. Amounts are euros. */
final class Given {

    static final Currency EUR = Currency.getInstance("EUR");

    private Given() {}

    static Money eur(String amount) {
        return Money.padded(new java.math.BigDecimal(amount), EUR);
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static PolicyTerms terms(String percentage) {
        return PolicyTerms.plain(day("2026-01-01"), day("2026-12-31"), EUR, Percentage.of(percentage), CoverRule.SILO);
    }

    static Receivable invoice(String number, String issuedOn, String amount, Paid... payments) {
        return invoice(number, issuedOn, day(issuedOn).plusDays(30).toString(), amount, payments);
    }

    static Receivable invoice(String number, String issuedOn, String dueOn, String amount, Paid... payments) {
        return new Receivable(
                number,
                "S1",
                number,
                day(issuedOn),
                day(dueOn),
                null,
                eur(amount),
                null,
                open(issuedOn, amount, payments),
                new Balance(List.of(), EUR));
    }

    static Receivable disputed(Receivable receivable, String on, String amount) {
        return new Receivable(
                receivable.reference(),
                receivable.sellerId(),
                receivable.number(),
                receivable.issuedOn(),
                receivable.dueOn(),
                receivable.deliveredOn(),
                receivable.total(),
                receivable.net(),
                receivable.open(),
                new Balance(List.of(new Balance.Entry(day(on), eur(amount))), EUR));
    }

    static Receivable deliveredOn(Receivable receivable, String deliveredOn) {
        return with(receivable, deliveredOn == null ? null : day(deliveredOn), receivable.net());
    }

    static Receivable net(Receivable receivable, String net) {
        return with(receivable, receivable.deliveredOn(), eur(net));
    }

    private static Receivable with(Receivable receivable, LocalDate deliveredOn, Money net) {
        return new Receivable(
                receivable.reference(),
                receivable.sellerId(),
                receivable.number(),
                receivable.issuedOn(),
                receivable.dueOn(),
                deliveredOn,
                receivable.total(),
                net,
                receivable.open(),
                receivable.disputed());
    }

    static Balance open(String issuedOn, String amount, Paid... payments) {
        return new Balance(
                Stream.concat(
                                Stream.of(new Balance.Entry(day(issuedOn), eur(amount))),
                                Stream.of(payments).map(Paid::entry))
                        .toList(),
                EUR);
    }

    static Paid paid(String on, String amount) {
        return new Paid(day(on), eur(amount));
    }

    static LimitTimeline limit(String... fromAndAmount) {
        List<LimitStep> steps = new java.util.ArrayList<>();
        for (int i = 0; i < fromAndAmount.length; i += 2) {
            steps.add(new LimitStep(day(fromAndAmount[i]), eur(fromAndAmount[i + 1]), LimitKind.INSURER, null));
        }
        return new LimitTimeline(steps);
    }

    /** An insurer's limit on a customer from the beginning of the year. */
    static Limit limitOf(String amount) {
        return limitFrom(amount, "2026-01-01");
    }

    static Limit limitFrom(String amount, String from) {
        return new Limit(
                new UUID(0, 1),
                "P1",
                "A",
                LimitKind.INSURER,
                null,
                eur(amount),
                day(from),
                null,
                List.of(new LimitEntry(1, LimitStatus.GRANTED, eur(amount), day(from), null, null)));
    }

    static CoverItem eligible(Receivable receivable, PolicyTerms terms) {
        return new CoverItem(receivable, terms, null, null);
    }

    /** A receipt. */
    record Paid(LocalDate on, Money amount) {
        Balance.Entry entry() {
            return new Balance.Entry(on, amount.negated());
        }
    }
}
