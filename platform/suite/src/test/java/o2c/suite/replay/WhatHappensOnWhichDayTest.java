package o2c.suite.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import o2c.kernel.Money;
import o2c.suite.replay.History.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What happens on which day?")
class WhatHappensOnWhichDayTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Test
    @DisplayName("checked and issued on its day, disputed the day after, paid when it was settled")
    void usual() {
        LedgerLine line = line("A", "1", true, DAY.plusDays(9));
        History history = new History(List.of(line), null);
        assertThat(history.firstDay()).isEqualTo(DAY);
        assertThat(history.lastDay()).isEqualTo(DAY.plusDays(9));
        assertThat(history.of(Step.CHECK, DAY)).containsExactly(List.of(line));
        assertThat(history.of(Step.ISSUE, DAY)).containsExactly(List.of(line));
        assertThat(history.of(Step.DISPUTE, DAY.plusDays(1))).containsExactly(List.of(line));
        assertThat(history.of(Step.PAY, DAY.plusDays(9))).containsExactly(List.of(line));
        assertThat(history.of(Step.PAY, DAY)).isEmpty();
    }

    @Test
    @DisplayName("what is settled on the day of its dispute or earlier is not disputed")
    void settledTooSoon() {
        assertThat(line("A", "1", true, DAY.plusDays(1)).isDisputedInTime()).isFalse();
        assertThat(line("A", "1", true, DAY.plusDays(2)).isDisputedInTime()).isTrue();
        assertThat(line("A", "1", true, null).isDisputedInTime()).isTrue();
        assertThat(line("A", "1", false, null).isDisputedInTime()).isFalse();
    }

    @Test
    @DisplayName("money that came before the invoice is booked on the day of the invoice")
    void paidInAdvance() {
        LedgerLine line = line("A", "1", false, DAY.minusDays(3));
        assertThat(new History(List.of(line), null).of(Step.PAY, DAY)).containsExactly(List.of(line));
    }

    @Test
    @DisplayName("calls of one customer stay together, in the order of the file")
    void perCustomer() {
        LedgerLine one = line("A", "1", false, null);
        LedgerLine two = line("B", "2", false, null);
        LedgerLine three = line("A", "3", false, null);
        assertThat(new History(List.of(one, two, three), null).of(Step.ISSUE, DAY))
                .containsExactly(List.of(one, three), List.of(two));
    }

    @Test
    @DisplayName("a day to stop at ends the play, not the policy's period")
    void until() {
        History history = new History(List.of(line("A", "1", false, DAY.plusDays(9))), DAY.plusDays(4));
        assertThat(history.lastDay()).isEqualTo(DAY.plusDays(4));
        assertThat(history.ledgerEndsOn()).isEqualTo(DAY.plusDays(9));
    }

    @Test
    @DisplayName("figures are read at the end of each month and on the last day")
    void days() {
        assertThat(Figures.daysOf(LocalDate.parse("2026-01-31"), LocalDate.parse("2026-04-02")))
                .extracting(LocalDate::toString)
                .containsExactly("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-02");
        assertThat(Figures.daysOf(LocalDate.parse("2026-01-03"), LocalDate.parse("2026-01-31")))
                .hasSize(1);
    }

    private static LedgerLine line(String customer, String number, boolean disputed, LocalDate settledOn) {
        return new LedgerLine(
                2, customer, "NL", number, DAY, DAY.plusDays(30), Money.of("10.00", "EUR"), disputed, settledOn);
    }
}
