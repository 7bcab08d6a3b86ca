package o2c.policy.limits.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.policy.clauses.domain.ExperienceRule;
import o2c.policy.ledger.domain.Balance;
import o2c.policy.ledger.domain.Receivable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What may a seller grant himself?")
class WhatMayASellerGrantHimselfTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate TODAY = LocalDate.parse("2026-06-30");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "highest paid balance,          I:2026-01-01:1000:2026-02-10 J:2026-01-15:500:2026-02-15, 1500, 10, 1500",
        "what is open does not count,   I:2026-01-01:1000:2026-02-10 J:2026-06-15:500:-,          1000, 10, 1000",
        "before the period,             I:2024-01-01:1000:2024-02-10,                             0,    0,  0",
        "paid in time,                  I:2026-01-01:1000:2026-01-20,                             1000, 0,  1000",
        "paid too late,                 I:2026-01-01:1000:2026-03-05,                             1000, 33, 0",
        "still open too late,           I:2026-01-01:1000:2026-01-31 J:2026-03-01:10:-,           1000, 91, 0",
        "late but long ago,             I:2024-01-01:1000:2024-06-30 J:2026-03-01:10:2026-03-31,  10,   0,  10"
    })
    @DisplayName("Payment experience: the highest balance paid in twelve months, unless paid more than 30 days late")
    void experience(String title, String ledger, String highest, long worst, String justified) {
        PaymentExperience experience = PaymentExperience.of(
                Arrays.stream(ledger.split(" "))
                        .map(WhatMayASellerGrantHimselfTest::receivable)
                        .toList(),
                new ExperienceRule(12, Percentage.of("100.00"), 30),
                TODAY,
                EUR);

        assertThat(experience.highestPaid()).isEqualTo(eur(highest));
        assertThat(experience.worstDaysLate()).isEqualTo(worst);
        assertThat(experience.justifies()).isEqualTo(eur(justified));
    }

    @Test
    @DisplayName("Any decision of the insurer ends it, zero included; twelve months later it may be rebuilt")
    void rebuilt() {
        Limit refusal = limit(LimitKind.INSURER, "0", "2025-03-01", LimitStatus.REFUSED);
        Limit tooEarly = limit(LimitKind.DISCRETIONARY, "500", "2026-02-28", LimitStatus.GRANTED);
        Limit rebuilt = limit(LimitKind.DISCRETIONARY, "700", "2026-03-01", LimitStatus.GRANTED);

        assertThat(amountOn("2026-04-01", refusal, tooEarly)).isEqualTo(eur("0"));
        assertThat(amountOn("2026-04-01", refusal, tooEarly, rebuilt)).isEqualTo(eur("700"));
        assertThat(amountOn("2026-02-28", refusal, tooEarly, rebuilt)).isEqualTo(eur("0"));
    }

    @Test
    @DisplayName("Adverse information ends it on its day; a limit of the insurer stays")
    void adverse() {
        Limit own = limit(LimitKind.DISCRETIONARY, "700", "2026-01-01", LimitStatus.GRANTED);
        Limit insurers = limit(LimitKind.INSURER, "900", "2026-01-01", LimitStatus.GRANTED);
        LocalDate adverseOn = LocalDate.parse("2026-04-01");

        LimitTimeline ended = LimitTimeline.of(List.of(own), List.of(), adverseOn);
        assertThat(ended.on(adverseOn.minusDays(1)).orElseThrow().amount()).isEqualTo(eur("700"));
        assertThat(ended.on(adverseOn).orElseThrow().amount()).isEqualTo(eur("0"));
        assertThat(LimitTimeline.of(List.of(own, insurers), List.of(), adverseOn)
                        .on(adverseOn)
                        .orElseThrow()
                        .amount())
                .isEqualTo(eur("900"));
    }

    @Test
    @DisplayName("A suspended limit covers nothing new until it is granted anew; a cut counts after the notice period")
    void suspendedAndNotice() {
        Limit granted = limit(LimitKind.INSURER, "900", "2026-01-01", LimitStatus.GRANTED);
        Limit suspended = granted.decide(decision(LimitStatus.SUSPENDED, null), LocalDate.parse("2026-02-01"))
                .next();
        Limit again = suspended
                .decide(decision(LimitStatus.GRANTED, "800"), LocalDate.parse("2026-03-01"))
                .next();
        Limit cut = granted.decide(decision(LimitStatus.REDUCED, "100"), LocalDate.parse("2026-02-01"), 30)
                .next();

        assertThat(suspended.status()).isEqualTo(LimitStatus.SUSPENDED);
        assertThat(amountOn("2026-02-01", again)).isEqualTo(eur("0"));
        assertThat(amountOn("2026-03-01", again)).isEqualTo(eur("800"));
        assertThat(amountOn("2026-03-02", cut)).isEqualTo(eur("900"));
        assertThat(amountOn("2026-03-03", cut)).isEqualTo(eur("100"));
    }

    private static LimitDecision decision(LimitStatus status, String amount) {
        return new LimitDecision(status, amount == null ? null : eur(amount), null, null, null);
    }

    private static Money amountOn(String day, Limit... limits) {
        return LimitTimeline.of(List.of(limits), List.of())
                .on(LocalDate.parse(day))
                .orElseThrow()
                .amount();
    }

    private static Limit limit(LimitKind kind, String amount, String from, LimitStatus status) {
        LocalDate on = LocalDate.parse(from);
        return new Limit(
                UUID.randomUUID(),
                "P1",
                "C1",
                kind,
                null,
                eur(amount),
                on,
                null,
                List.of(new LimitEntry(1, status, eur(amount), on, null, null)));
    }

    /** {@code number:issuedOn:amount:paidOn}, due after 30 days. */
    private static Receivable receivable(String text) {
        String[] parts = text.split(":");
        LocalDate issuedOn = LocalDate.parse(parts[1]);
        List<Balance.Entry> entries = new ArrayList<>(List.of(new Balance.Entry(issuedOn, eur(parts[2]))));
        if (!parts[3].equals("-")) {
            entries.add(
                    new Balance.Entry(LocalDate.parse(parts[3]), eur(parts[2]).negated()));
        }
        Balance none = new Balance(List.of(), EUR);
        return new Receivable(
                parts[0],
                "S1",
                parts[0],
                issuedOn,
                issuedOn.plusDays(30),
                null,
                eur(parts[2]),
                null,
                new Balance(entries, EUR),
                none);
    }

    private static Money eur(String amount) {
        return Money.padded(new BigDecimal(amount), EUR);
    }
}
