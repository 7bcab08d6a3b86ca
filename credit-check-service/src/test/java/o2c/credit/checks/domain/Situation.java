package o2c.credit.checks.domain;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.exposure.domain.ExposureKind;
import o2c.credit.exposure.domain.Overdue;
import o2c.credit.limits.domain.CreditPolicy;
import o2c.kernel.Money;
import o2c.kernel.Percentage;

/** Facts for a credit decision, one thing at a time. */
record Situation(CreditFacts facts) {

    static final Currency EUR = Currency.getInstance("EUR");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    static Situation withoutLimit() {
        return withLimit((Money) null);
    }

    static Situation withLimit(String limit) {
        return withLimit(eur(limit));
    }

    static Situation withLimit(Money limit) {
        return new Situation(new CreditFacts(
                TODAY, Exposure.none(EUR), limit, List.of(), Overdue.NONE, null, CreditPolicy.STANDARD));
    }

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    Situation owing(String amount) {
        return having(Exposure.none(EUR).moved(ExposureKind.OPEN_INVOICES, eur(amount)));
    }

    Situation having(Exposure exposure) {
        return new Situation(facts.withExposure(exposure));
    }

    Situation tolerance(String percent) {
        CreditPolicy policy = facts.policy();
        return new Situation(new CreditFacts(
                TODAY,
                facts.exposure(),
                facts.limit(),
                facts.otherCurrencies(),
                facts.overdue(),
                facts.cover(),
                new CreditPolicy(
                        1,
                        policy.effectiveFrom(),
                        policy.approvalThreshold(),
                        Percentage.of(percent),
                        policy.declineAbove(),
                        policy.checkValidity())));
    }

    Situation coverStoppedOn(LocalDate stopOn) {
        return new Situation(new CreditFacts(
                TODAY,
                facts.exposure(),
                facts.limit(),
                facts.otherCurrencies(),
                facts.overdue(),
                new Cover("P1", null, null, stopOn),
                facts.policy()));
    }

    Situation overdue(Overdue overdue) {
        return new Situation(new CreditFacts(
                TODAY,
                facts.exposure(),
                facts.limit(),
                facts.otherCurrencies(),
                overdue,
                facts.cover(),
                facts.policy()));
    }

    Situation alsoOwing(List<Money> totals) {
        return new Situation(new CreditFacts(
                TODAY, facts.exposure(), facts.limit(), totals, facts.overdue(), facts.cover(), facts.policy()));
    }
}
