package o2c.dunning.audits.domain;

import static o2c.dunning.cases.domain.Given.account;
import static o2c.dunning.cases.domain.Given.contested;
import static o2c.dunning.cases.domain.Given.day;
import static o2c.dunning.cases.domain.Given.invoice;
import static o2c.dunning.cases.domain.Given.overdue;
import static o2c.dunning.cases.domain.Given.reached;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import o2c.dunning.audits.domain.DayAudit.Fault;
import o2c.dunning.audits.domain.DayAudit.OnRecord;
import o2c.dunning.cases.domain.Given;
import o2c.dunning.cases.domain.Reason;
import o2c.dunning.cases.domain.Receivable;
import o2c.kernel.BusinessCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What does an audit of a day find?")
class WhatDoesAnAuditFindTest {

    /** Due on Monday, 2 March: level 1 falls on Thursday the 5th, level 2 on Thursday the 12th. */
    private final Receivable fresh = overdue(invoice("F-1", day("2026-03-02"), "100.00"));

    private final Receivable reminded = reached(fresh, 1, day("2026-03-05"), day("2026-03-05"));

    @Test
    @DisplayName("Nothing, when the step that was due is on record, or there is a reason")
    void nothing() {
        DayAudit taken = audit("2026-03-05", fresh, new OnRecord(1, Set.of()));
        assertThat(taken.findings()).isEmpty();
        assertThat(taken.reasons()).isEqualTo(Map.of(Reason.STEP_TAKEN, 1));
        assertThat(taken.overdue()).isEqualTo(1);

        assertThat(audit("2026-03-04", fresh, OnRecord.NOTHING).reasons()).isEqualTo(Map.of(Reason.NEXT_STEP_LATER, 1));
        assertThat(audit("2026-03-05", contested(fresh, "100.00"), OnRecord.NOTHING)
                        .reasons())
                .isEqualTo(Map.of(Reason.WHOLLY_DISPUTED, 1));
        assertThat(audit("2026-03-05", invoice("F-2", day("2026-03-09"), "5.00"), OnRecord.NOTHING)
                        .overdue())
                .isZero();
    }

    @Test
    @DisplayName("A step that is missing")
    void missing() {
        assertThat(audit("2026-03-05", fresh, OnRecord.NOTHING).findings())
                .extracting(finding -> finding.fault() + " " + finding.level())
                .containsExactly("STEP_MISSING 1");
    }

    @Test
    @DisplayName("A step that nothing asked for, or one of another level")
    void unexplained() {
        assertThat(audit("2026-03-06", reminded, new OnRecord(2, Set.of(1))).findings())
                .extracting(DayAudit.Finding::fault)
                .containsExactly(Fault.STEP_UNEXPLAINED);
        assertThat(audit("2026-03-05", fresh, new OnRecord(2, Set.of())).findings())
                .extracting(DayAudit.Finding::fault)
                .containsExactly(Fault.STEP_UNEXPLAINED, Fault.LEVEL_SKIPPED);
    }

    @Test
    @DisplayName("A level that was skipped; the courtesy may lapse")
    void skipped() {
        assertThat(audit("2026-03-12", reminded, new OnRecord(2, Set.of())).findings())
                .extracting(finding -> finding.fault() + " " + finding.level())
                .containsExactly("LEVEL_SKIPPED 1");
        assertThat(audit("2026-03-12", reminded, new OnRecord(2, Set.of(1))).findings())
                .isEmpty();
    }

    private static DayAudit audit(String day, Receivable one, OnRecord record) {
        DayAudit audit = new DayAudit(day(day), Given.standard(), BusinessCalendar.WEEKENDS_ONLY);
        audit.look(account("0.00", one), Map.of(one.invoiceId(), record));
        return audit;
    }
}
