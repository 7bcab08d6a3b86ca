package o2c.invoice.receivables.domain;

import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static o2c.invoice.receivables.domain.Samples.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import o2c.contracts.InvoiceEvent;
import o2c.kernel.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What ends an invoice without money?")
class WhatEndsAnInvoiceWithoutMoneyTest {

    private static final Invoice OPEN = invoice("N-1", "100.00", "2026-01-05", "2026-02-04");
    private static final Invoice LATE = OPEN.fallOverdue(day("2026-02-05")).next();

    @Test
    @DisplayName("a credit of a part lowers it and settles nothing")
    void partCredit() {
        Decision<Invoice> decision = OPEN.credit(eur("40.00"), day("2026-01-20"), false);

        assertThat(decision.next().outstanding()).isEqualTo(eur("60.00"));
        assertThat(decision.next().status()).isEqualTo(InvoiceStatus.OPEN);
        assertThat(decision.events()).isEmpty();
    }

    @Test
    @DisplayName("a credit of all of it ends it as credited, not late")
    void wholeCredit() {
        Decision<Invoice> decision = OPEN.credit(eur("100.00"), day("2026-01-20"), false);

        assertThat(decision.next().status()).isEqualTo(InvoiceStatus.CREDITED);
        assertThat(decision.events())
                .containsExactly(new InvoiceEvent.InvoiceSettled(OPEN.id(), "C", "S", "N-1", day("2026-01-20"), 0));
    }

    @Test
    @DisplayName("a credit of the rest ends it as settled")
    void creditOfTheRest() {
        Invoice paid = OPEN.pay(eur("40.00"), day("2026-01-10")).next();

        assertThat(paid.credit(eur("60.00"), day("2026-01-20"), false).next().status())
                .isEqualTo(InvoiceStatus.SETTLED);
    }

    @Test
    @DisplayName("a credit after the due day leaves it late, unless the invoice was wrong from the start")
    void lateCredit() {
        assertThat(LATE.credit(eur("100.00"), day("2026-02-20"), false).events())
                .hasSize(1);

        Decision<Invoice> decision = LATE.credit(eur("100.00"), day("2026-02-20"), true);
        assertThat(decision.events().get(1))
                .isEqualTo(
                        new InvoiceEvent.OverdueWithdrawn(LATE.id(), "C", "S", "N-1", day("2026-02-20"), "credited"));
        assertThat(decision.next().overdueOn()).isNull();
    }

    @Test
    @DisplayName("a credit from the start does not excuse late money")
    void creditAfterLateMoney() {
        Invoice paidLate = LATE.pay(eur("40.00"), day("2026-02-10")).next();

        Decision<Invoice> decision = paidLate.credit(eur("60.00"), day("2026-02-20"), true);

        assertThat(decision.events())
                .containsExactly(new InvoiceEvent.InvoiceSettled(LATE.id(), "C", "S", "N-1", day("2026-02-20"), 6));
    }

    @Test
    @DisplayName("nobody credits or writes off more than is open")
    void tooMuch() {
        assertThatThrownBy(() -> OPEN.credit(eur("100.01"), day("2026-01-20"), false))
                .hasFieldOrPropertyWithValue("code", "credit-exceeds-outstanding");
        assertThatThrownBy(() -> OPEN.writeOff(writeOff(WriteOff.Kind.WAIVED, "100.01")))
                .hasFieldOrPropertyWithValue("code", "write-off-exceeds-outstanding");
    }

    @ParameterizedTest
    @EnumSource(WriteOff.Kind.class)
    @DisplayName("a write-off, by kind: only a small difference settles, only bookkeeping lets the claim live")
    void writeOff(WriteOff.Kind kind) {
        Decision<Invoice> decision = LATE.writeOff(writeOff(kind, "100.00"));
        boolean small = kind == WriteOff.Kind.SMALL_DIFFERENCE;

        assertThat(decision.next().status()).isEqualTo(small ? InvoiceStatus.SETTLED : InvoiceStatus.WRITTEN_OFF);
        assertThat(decision.events()).hasSize(small ? 2 : 1);
        InvoiceEvent.InvoiceWrittenOff told =
                (InvoiceEvent.InvoiceWrittenOff) decision.events().get(0);
        assertThat(told.kind()).isEqualTo(kind.label());
        assertThat(told.claimLivesOn()).isEqualTo(kind == WriteOff.Kind.BOOKKEEPING);
        assertThat(kind.needsApproval()).isEqualTo(!small);
    }

    @ParameterizedTest(name = "{0} of {1}, insured {2}: {3}")
    @CsvSource({
        "SMALL_DIFFERENCE, 5.00, true, ",
        "SMALL_DIFFERENCE, 5.01, false, difference-too-large",
        "BOOKKEEPING, 100.00, true, ",
        "WAIVED, 100.00, false, ",
        "WAIVED, 100.00, true, waiver-would-void-cover",
        "SETTLED_BY_COMPOSITION, 100.00, true, ",
    })
    @DisplayName("a write-off must be allowed")
    void allowed(WriteOff.Kind kind, String amount, boolean insured, String code) {
        WriteOff asked = writeOff(kind, amount);
        if (code == null) {
            assertThatCode(() -> asked.check(eur("5.00"), insured)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> asked.check(eur("5.00"), insured)).hasFieldOrPropertyWithValue("code", code);
        }
    }

    private static WriteOff writeOff(WriteOff.Kind kind, String amount) {
        return new WriteOff(new UUID(0, 1), kind, eur(amount), day("2026-02-20"));
    }
}
