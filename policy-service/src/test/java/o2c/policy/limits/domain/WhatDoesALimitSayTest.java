package o2c.policy.limits.domain;

import static o2c.policy.limits.domain.LimitStatus.CANCELLED;
import static o2c.policy.limits.domain.LimitStatus.GRANTED;
import static o2c.policy.limits.domain.LimitStatus.REDUCED;
import static o2c.policy.limits.domain.LimitStatus.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.PolicyEvent.LimitDecided;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What does a limit say?")
class WhatDoesALimitSayTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final Limit ASKED = new Limit(
            new UUID(0, 7),
            "P1",
            "C1",
            LimitKind.INSURER,
            null,
            Money.of("50000.00", "EUR"),
            LocalDate.parse("2026-01-01"),
            null,
            List.of());

    @Test
    @DisplayName("Granted without an amount: what was asked for, from the day asked for")
    void granted() {
        Decision<Limit> granted = ASKED.decide(said(GRANTED, null), TODAY);

        assertThat(granted.next().status()).isEqualTo(GRANTED);
        assertThat(granted.next().amountOn(LocalDate.parse("2025-12-31"))).isEmpty();
        assertThat(granted.next().amountOn(LocalDate.parse("2026-01-01"))).contains(Money.of("50000.00", "EUR"));
        assertThat(granted.events())
                .containsExactly(new LimitDecided(
                        ASKED.limitId(),
                        "P1",
                        "C1",
                        "granted",
                        Money.of("50000.00", "EUR"),
                        LocalDate.parse("2026-01-01"),
                        null));
    }

    @Test
    @DisplayName("Granted lower, later cut, later cancelled: each from its own day, nothing before changes")
    void history() {
        Limit limit = ASKED.decide(said(REDUCED, "40000.00"), TODAY)
                .then(lower -> lower.decide(said(REDUCED, "10000.00"), TODAY))
                .then(low -> low.decide(said(CANCELLED, null), LocalDate.parse("2026-04-01")))
                .next();

        assertThat(limit.amountOn(LocalDate.parse("2026-02-28"))).contains(Money.of("40000.00", "EUR"));
        assertThat(limit.amountOn(TODAY)).contains(Money.of("10000.00", "EUR"));
        assertThat(limit.amountOn(LocalDate.parse("2026-04-01"))).contains(Money.of("0.00", "EUR"));
        assertThat(limit.entries()).extracting(LimitEntry::number).containsExactly(1, 2, 3);
    }

    @Test
    @DisplayName("Each refusal has its code")
    void refusals() {
        Limit granted = ASKED.decide(said(GRANTED, null), TODAY).next();
        Limit refused = ASKED.decide(said(REFUSED, null), TODAY).next();

        assertRefused(refused, said(GRANTED, null), "limit-ended");
        assertRefused(granted, said(REFUSED, null), "limit-already-decided");
        assertRefused(ASKED, said(CANCELLED, null), "limit-not-decided");
        assertRefused(granted, said(REDUCED, "50000.00"), "reduction-not-lower");
        assertRefused(granted, said(REDUCED, null), "amount-missing");
        assertRefused(granted, said(GRANTED, "-1.00"), "amount-negative");
    }

    private static void assertRefused(Limit limit, LimitDecision said, String code) {
        assertThatThrownBy(() -> limit.decide(said, TODAY))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static LimitDecision said(LimitStatus decision, String amount) {
        return new LimitDecision(decision, amount == null ? null : Money.of(amount, "EUR"), null, null, null);
    }
}
