package o2c.policy.claims.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import o2c.contracts.PolicyEvent.ClaimFiled;
import o2c.contracts.PolicyEvent.ClaimSettled;
import o2c.contracts.PolicyEvent.RecoveryShared;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import o2c.policy.claims.domain.Claim.Cause;
import o2c.policy.claims.domain.Claim.Claimed;
import o2c.policy.claims.domain.Claim.Recovered;
import o2c.policy.claims.domain.Claim.Status;
import o2c.policy.claims.domain.ClaimPack.Gap;
import o2c.policy.claims.domain.ClaimPack.Kind;
import o2c.policy.claims.domain.ClaimPack.Paper;
import o2c.policy.claims.domain.Indemnity.Left;
import o2c.policy.clauses.domain.LossClauses;
import o2c.policy.policies.domain.Percentages;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How does a claim end?")
class HowAClaimEndsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate LOSS = LocalDate.parse("2027-03-15");
    private static final UUID ID = new UUID(0, 1);

    @Test
    @DisplayName("CI-13 filed, paid after the waiting period, a recovery shared three to one")
    void aLife() {
        Claim filed = claim();
        assertThat(filed.file().events())
                .containsExactly(new ClaimFiled(
                        ID, "C1", "P1", List.of(ID), eur("30000"), eur("25000"), LocalDate.parse("2026-09-15"), LOSS));

        Decision<Claim> paid = filed.settle(Status.PAID, indemnity(filed), LOSS);
        assertThat(paid.events()).containsExactly(new ClaimSettled(ID, "C1", "P1", "paid", eur("22500"), LOSS));

        Decision<Recovered> recovered =
                paid.next().recover(new UUID(0, 2), eur("10000"), eur("500"), LOSS.plusDays(30));
        assertThat(recovered.next().recovery().insurer()).isEqualTo(eur("7125"));
        assertThat(recovered.next().recovery().seller()).isEqualTo(eur("2375"));
        assertThat(recovered.events())
                .hasOnlyElementsOfType(RecoveryShared.class)
                .hasSize(1);
    }

    @Test
    @DisplayName("CI-13 what comes in before the day of loss lowers the loss and makes room for what was not covered")
    void beforeTheLoss() {
        Claim later = claim().recover(new UUID(0, 2), eur("10000"), eur("0"), LOSS.minusDays(1))
                .next()
                .claim();

        assertThat(later.loss()).isEqualTo(eur("20000"));
        assertThat(later.covered()).isEqualTo(eur("20000"));
        assertThat(indemnity(later).amount()).isEqualTo(eur("18000"));
    }

    @Test
    @DisplayName(
            "It is not settled before the waiting period is over, nor twice; nothing is shared before it is settled")
    void refusals() {
        Claim claim = claim();
        assertRefused("waiting-period-runs", () -> claim.settle(Status.PAID, indemnity(claim), LOSS.minusDays(1)));
        assertRefused("claim-not-settled", () -> claim.recover(ID, eur("1"), eur("0"), LOSS));
        assertRefused("recovery-exceeds-loss", () -> claim.recover(ID, eur("30000.01"), eur("0"), LOSS.minusDays(1)));
        Claim settled = claim.settle(Status.REJECTED, indemnity(claim), LOSS).next();
        assertThat(settled.status()).isEqualTo(Status.REJECTED);
        assertRefused("claim-settled", () -> settled.settle(Status.PAID, indemnity(claim), LOSS));
        assertRefused("claim-settled", () -> settled.recover(ID, eur("1"), eur("0"), LOSS.minusDays(1)));
    }

    @Test
    @DisplayName("A pack names what is missing per invoice and for the whole claim")
    void pack() {
        List<Paper> papers = List.of(
                new Paper(Kind.TERMS, null, "terms.pdf", "00"),
                new Paper(Kind.LIMIT_DECISION, null, "limit.json", "01"),
                new Paper(Kind.HAND_OVER, null, "agency.pdf", "02"),
                new Paper(Kind.INVOICE, "I1", "invoice.pdf", "03"),
                new Paper(Kind.STATEMENT, "I1", "statement.pdf", "04"),
                new Paper(Kind.OVERDUE_REPORT, "I1", "report.json", "05"),
                new Paper(Kind.REMINDER, "I2", "of-another.pdf", "06"));

        assertThat(ClaimPack.of(claim(), papers).gaps())
                .containsExactly(new Gap(Kind.PROOF_OF_DELIVERY, "I1"), new Gap(Kind.REMINDER, "I1"));
        List<Paper> all = new ArrayList<>(papers);
        all.add(new Paper(Kind.PROOF_OF_DELIVERY, "I1", "pod.pdf", "07"));
        all.add(new Paper(Kind.REMINDER, null, "letters.zip", "08"));
        assertThat(ClaimPack.of(claim(), all).isComplete()).isTrue();
    }

    private static Claim claim() {
        return new Claim(
                ID,
                "P1",
                1,
                "C1",
                Cause.NON_PAYMENT,
                LocalDate.parse("2026-09-15"),
                LocalDate.parse("2026-09-15"),
                LOSS,
                List.of(new Claimed(ID, "I1", eur("30000"), eur("25000"))),
                Percentages.plain(new BigDecimal("90")),
                eur("0"),
                null);
    }

    private static Indemnity indemnity(Claim claim) {
        return Indemnity.of(claim.covered(), Percentage.of("90.00"), LossClauses.NONE, Left.ALL);
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOf(RuleBroken.class)
                .extracting("code")
                .isEqualTo(code);
    }

    private static Money eur(String amount) {
        return Money.padded(new BigDecimal(amount), EUR);
    }
}
