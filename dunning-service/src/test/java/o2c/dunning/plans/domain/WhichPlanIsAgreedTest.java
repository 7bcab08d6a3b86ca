package o2c.dunning.plans.domain;

import static o2c.dunning.cases.domain.Given.day;
import static o2c.dunning.cases.domain.Given.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.DunningEvent.PaymentPlanAgreed;
import o2c.contracts.DunningEvent.PaymentPlanEnded;
import o2c.dunning.agreements.domain.AgreedItem;
import o2c.dunning.plans.domain.PaymentPlan.Agreed;
import o2c.kernel.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which payment plan is agreed, and is it kept?")
class WhichPlanIsAgreedTest {

    @Test
    @DisplayName("Instalments are equal to the cent, the rest is on the last one: 33.33, 33.33, 33.34")
    void equalCents() {
        PaymentPlan plan = plan("100.00", 3, "2026-01-31");

        assertThat(plan.instalments())
                .extracting(one -> one.dueOn() + " " + one.amount().amount())
                .containsExactly("2026-01-31 33.33", "2026-02-28 33.33", "2026-03-31 33.34");
        assertThat(new Rhythm(2, day("2026-01-31"), 14)
                        .instalmentsOf(eur("1.00"))
                        .get(1)
                        .dueOn())
                .isEqualTo("2026-02-14");
        assertThat(((PaymentPlanAgreed) PaymentPlan.agree(plan, null).events().get(0)).amount())
                .isEqualTo(eur("100.00"));
    }

    @ParameterizedTest(name = "insured until {0}, consent {1}: {2}")
    @CsvSource({
        ", , agreed",
        "2026-03-31, , agreed",
        "2026-03-30, , plan-exceeds-extension-period",
        "2026-03-30, consent-7, agreed",
    })
    @DisplayName("Beyond the insurer's extension period only with his consent")
    void consent(LocalDate insuredUntil, String consentId, String result) {
        PaymentPlan plan = plan("100.00", 3, "2026-01-31", consentId);

        if (result.equals("agreed")) {
            assertThat(PaymentPlan.agree(plan, insuredUntil).events()).hasSize(1);
        } else {
            assertThatThrownBy(() -> PaymentPlan.agree(plan, insuredUntil))
                    .hasFieldOrPropertyWithValue("code", result)
                    .hasMessageContaining("2026-03-30");
        }
    }

    @ParameterizedTest(name = "{0} received by {1}: {2}")
    @CsvSource({
        "0.00, 2026-02-03, running",
        "0.00, 2026-02-04, missed",
        "32.33, 2026-02-04, running",
        "32.32, 2026-02-04, missed",
        "40.00, 2026-03-04, missed",
        "66.00, 2026-03-04, running",
        "99.00, 2026-02-01, kept",
    })
    @DisplayName("An instalment that is not there two bank days later ends it")
    void look(String received, String day, String status) {
        Decision<PaymentPlan> decision = plan("100.00", 3, "2026-01-31").look(eur(received), day(day));

        assertThat(decision.next().status()).isEqualTo(status);
        if (!status.equals("running")) {
            PaymentPlanEnded ended = (PaymentPlanEnded) decision.events().get(0);
            assertThat(ended.outcome()).isEqualTo(status);
            assertThat(ended.remaining()).isEqualTo(eur("100.00").minus(eur(received)));
        }
    }

    @Test
    @DisplayName("What makes no sense is refused")
    void refused() {
        assertThatThrownBy(() -> PaymentPlan.agree(plan("100.00", 3, "2026-01-04"), null))
                .hasFieldOrPropertyWithValue("code", "first-instalment-in-past");
        assertThatThrownBy(() -> PaymentPlan.agree(plan("0.02", 3, "2026-01-31"), null))
                .hasFieldOrPropertyWithValue("code", "instalment-too-small");
        assertThatThrownBy(() -> PaymentPlan.agree(plan("0.00", 1, "2026-01-31"), null))
                .hasFieldOrPropertyWithValue("code", "nothing-open");
        PaymentPlan cancelled = plan("100.00", 3, "2026-01-31")
                .cancel(eur("0.00"), day("2026-01-10"))
                .next();
        assertThatThrownBy(() -> cancelled.cancel(eur("0.00"), day("2026-01-10")))
                .hasFieldOrPropertyWithValue("code", "plan-ended");
    }

    private static PaymentPlan plan(String amount, int count, String firstOn) {
        return plan(amount, count, firstOn, null);
    }

    private static PaymentPlan plan(String amount, int count, String firstOn, String consentId) {
        return new PaymentPlan(
                new UUID(0, 8),
                new PaymentPlan.Account("C-1", "S-1"),
                List.of(new AgreedItem(new UUID(0, 1), "F-1", eur(amount))),
                new Rhythm(count, day(firstOn), null).instalmentsOf(eur(amount)),
                consentId,
                new Agreed("anna", day("2026-01-05")),
                null);
    }
}
