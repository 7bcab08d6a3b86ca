package o2c.dunning.disputes.domain;

import static o2c.dunning.cases.domain.Given.contested;
import static o2c.dunning.cases.domain.Given.day;
import static o2c.dunning.cases.domain.Given.eur;
import static o2c.dunning.cases.domain.Given.invoice;
import static o2c.dunning.cases.domain.Given.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.DunningEvent.DisputeOpened;
import o2c.contracts.DunningEvent.DisputeResolved;
import o2c.dunning.cases.domain.Receivable;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What can be disputed of an invoice of 1,000.00")
class WhatCanBeDisputedTest {

    private static final LocalDate TODAY = day("2026-03-05");
    private static final UUID ID = new UUID(0, 7);
    private static final Receivable INVOICE = invoice("F-1", day("2026-03-02"), "1000.00");

    @ParameterizedTest(name = "paid {0}, contested {1}, asked {2}: disputed {3}")
    @CsvSource({
        "0.00, 0.00, 250.00, 250.00",
        "0.00, 0.00, , 1000.00",
        "600.00, 0.00, , 400.00",
        "0.00, 250.00, , 750.00",
        "0.00, 250.00, 750.00, 750.00"
    })
    @DisplayName("what is open and not disputed yet")
    void accepted(String paid, String contested, String asked, String disputed) {
        Decision<Dispute> decision = open(paid, contested, asked);

        assertThat(decision.next().amount()).isEqualTo(eur(disputed));
        assertThat(decision.events())
                .containsExactly(new DisputeOpened(
                        ID, "C-1", "S-1", INVOICE.invoiceId(), "F-1", eur(disputed), "quality", TODAY));
    }

    @ParameterizedTest(name = "paid {0}, contested {1}, asked {2}: {3}")
    @CsvSource({
        "0.00, 0.00, 1000.01, dispute-exceeds-outstanding",
        "600.00, 0.00, 400.01, dispute-exceeds-outstanding",
        "0.00, 250.00, 750.01, dispute-exceeds-outstanding",
        "0.00, 1000.00, , already-disputed",
        "1000.00, 0.00, , nothing-open",
        "0.00, 0.00, 0.00, amount-not-positive",
        "0.00, 0.00, -5.00, amount-not-positive"
    })
    @DisplayName("nothing else")
    void refused(String paid, String contested, String asked, String code) {
        assertThatThrownBy(() -> open(paid, contested, asked))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    @DisplayName("it ends once, with a named outcome")
    void endsOnce() {
        Dispute dispute = open("0.00", "0.00", "250.00").next();

        Decision<Dispute> resolved = dispute.resolve(ending(Outcome.REJECTED, 3, null));

        assertThat(resolved.events())
                .containsExactly(new DisputeResolved(
                        ID, "C-1", "S-1", INVOICE.invoiceId(), "F-1", eur("250.00"), "rejected", TODAY.plusDays(3)));
        assertThatThrownBy(() -> resolved.next().resolve(ending(Outcome.ACCEPTED, 4, null)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.code()).isEqualTo("dispute-resolved"));
        assertThat(resolved.next().closeByPayment(TODAY.plusDays(9)).events()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} by {2}")
    @CsvSource({"QUALITY, sales, 2026-03-19", "ALREADY_PAID, cash-desk, 2026-03-09", "DELIVERY, logistics, 2026-03-10"})
    @DisplayName("it has an owner and a clock by its code, until somebody takes it")
    void handling(DisputeCode code, String owner, LocalDate dueOn) {
        Dispute dispute = Dispute.open(ID, INVOICE, null, new Dispute.Grounds(code, null, "anna"), TODAY)
                .next();

        assertThat(dispute.handling()).isEqualTo(new Dispute.Handling(owner, dueOn));
        assertThat(dispute.isLateOn(dueOn)).isFalse();
        assertThat(dispute.isLateOn(dueOn.plusDays(1))).isTrue();
        Dispute handed = dispute.handedTo(new Dispute.Handling("bert", TODAY.plusDays(30)), TODAY);
        assertThat(handed.handling().owner()).isEqualTo("bert");
        assertThatThrownBy(() -> handed.handedTo(new Dispute.Handling("bert", TODAY.minusDays(1)), TODAY))
                .hasFieldOrPropertyWithValue("code", "due-in-past");
    }

    @Test
    @DisplayName("what was accepted had never been owed, unless goods came back; only then can they")
    void returned() {
        Dispute dispute = open("0.00", "0.00", "250.00").next();

        assertThat(dispute.resolve(ending(Outcome.ACCEPTED, 3, null))
                        .next()
                        .ending()
                        .neverOwed())
                .isTrue();
        assertThat(dispute.resolve(ending(Outcome.ACCEPTED, 3, TODAY))
                        .next()
                        .ending()
                        .neverOwed())
                .isFalse();
        assertThatThrownBy(() -> dispute.resolve(ending(Outcome.REJECTED, 3, TODAY)))
                .hasFieldOrPropertyWithValue("code", "return-without-credit");
        assertThatThrownBy(() -> dispute.resolve(ending(Outcome.ACCEPTED, 3, TODAY.plusDays(4))))
                .hasFieldOrPropertyWithValue("code", "return-without-credit");
    }

    @Test
    @DisplayName("payment closes it")
    void closedByPayment() {
        Decision<Dispute> closed = open("0.00", "0.00", null).next().closeByPayment(TODAY.plusDays(9));

        assertThat(closed.events())
                .extracting(event -> ((DisputeResolved) event).outcome())
                .isEqualTo(List.of("closed-by-payment"));
    }

    private static Dispute.Ending ending(Outcome outcome, int days, LocalDate returnedOn) {
        return new Dispute.Ending(outcome, TODAY.plusDays(days), "anna", "seen", returnedOn);
    }

    private static Decision<Dispute> open(String paid, String contested, String asked) {
        Money amount = asked == null ? null : eur(asked);
        return Dispute.open(
                ID,
                contested(paid(INVOICE, paid), contested),
                amount,
                new Dispute.Grounds(DisputeCode.QUALITY, "scratched", "anna"),
                TODAY);
    }
}
