package o2c.invoice.receivables.domain;

import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static o2c.invoice.receivables.domain.Samples.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import o2c.contracts.InvoiceEvent;
import o2c.invoice.receivables.domain.DueDateChange.Kind;
import o2c.kernel.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What does a new due day change?")
class WhatDoesANewDueDayChangeTest {

    private static final LocalDate DUE = day("2026-02-04");
    private static final LocalDate TODAY = day("2026-02-20");
    private static final Invoice OPEN = invoice("N-1", "100.00", "2026-01-05", "2026-02-04");
    private static final Invoice LATE = OPEN.fallOverdue(day("2026-02-05")).next();

    @Test
    @DisplayName("corrected to a day not yet past, it was never late")
    void correctedToTheFuture() {
        Decision<Invoice> decision = LATE.changeDueDate(change(Kind.CORRECTION, "2026-03-04"), TODAY);

        assertThat(decision.next().status()).isEqualTo(InvoiceStatus.OPEN);
        assertThat(decision.events())
                .containsExactly(
                        changed("correction", "2026-03-04", "2026-03-04"),
                        new InvoiceEvent.OverdueWithdrawn(
                                LATE.id(), "C", "S", "N-1", day("2026-03-04"), "due-date-corrected"));
    }

    @Test
    @DisplayName("corrected to a day that is past too, it stays late")
    void correctedToThePast() {
        Decision<Invoice> decision = LATE.changeDueDate(change(Kind.CORRECTION, "2026-02-10"), TODAY);

        assertThat(decision.next().status()).isEqualTo(InvoiceStatus.OVERDUE);
        assertThat(decision.events()).hasSize(1);
    }

    @Test
    @DisplayName("deferred, it is open again, but was late; insurance keeps the old day")
    void deferred() {
        Decision<Invoice> decision = LATE.changeDueDate(change(Kind.DEFERRAL, "2026-03-04"), TODAY);

        assertThat(decision.next().status()).isEqualTo(InvoiceStatus.OPEN);
        assertThat(decision.events()).containsExactly(changed("deferral", "2026-03-04", "2026-02-04"));
        assertThat(decision.next().fallOverdue(day("2026-03-05")).events()).hasSize(1);
    }

    @Test
    @DisplayName("nothing changes without a difference, or when nothing is open")
    void refused() {
        assertThatThrownBy(() -> OPEN.changeDueDate(change(Kind.DEFERRAL, "2026-02-04"), TODAY))
                .hasFieldOrPropertyWithValue("code", "due-date-unchanged");
        assertThatThrownBy(() -> OPEN.changeDueDate(change(Kind.DEFERRAL, "2026-02-03"), TODAY))
                .hasFieldOrPropertyWithValue("code", "deferral-not-later");
        assertThatThrownBy(() -> OPEN.changeDueDate(change(Kind.CORRECTION, "2026-01-04"), TODAY))
                .hasFieldOrPropertyWithValue("code", "due-before-issue");
        Invoice paid = OPEN.pay(eur("100.00"), TODAY).next();
        assertThatThrownBy(() -> paid.changeDueDate(change(Kind.DEFERRAL, "2026-03-04"), TODAY))
                .hasFieldOrPropertyWithValue("code", "nothing-open");
    }

    private static DueDateChange change(Kind kind, String dueOn) {
        return DueDateChange.of(kind, day(dueOn), DUE);
    }

    private static InvoiceEvent.DueDateChanged changed(String kind, String dueOn, String policyDueOn) {
        return new InvoiceEvent.DueDateChanged(
                OPEN.id(), "C", "S", "N-1", kind, DUE, day(dueOn), day(dueOn), day(policyDueOn));
    }
}
