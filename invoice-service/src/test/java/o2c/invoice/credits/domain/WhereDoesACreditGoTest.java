package o2c.invoice.credits.domain;

import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static o2c.invoice.receivables.domain.Samples.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import o2c.contracts.InvoiceEvent;
import o2c.invoice.credits.domain.CreditNote.Credited;
import o2c.invoice.credits.domain.CreditNote.Lowered;
import o2c.invoice.credits.domain.CreditNote.Part;
import o2c.invoice.credits.domain.CreditNote.Target;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.receivables.domain.InvoiceStatus;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Where does a credit go?")
class WhereDoesACreditGoTest {

    private static final Invoice FIRST = invoice("N-1", "100.00", "2026-01-05", "2026-02-04");
    private static final Invoice SECOND = invoice("N-2", "50.00", "2026-01-10", "2026-02-09");

    @Test
    @DisplayName("to the invoices it names; what they cannot take stays an open credit")
    void toSeveral() {
        Invoice halfPaid = FIRST.pay(eur("60.00"), day("2026-01-12")).next();

        Decision<Credited> decision = issue(note("120.00", false), target(halfPaid, "70.00"), target(SECOND, "50.00"));

        assertThat(decision.next().note().open()).isEqualTo(eur("30.00"));
        assertThat(decision.next().invoices()).extracting(Lowered::amount).containsExactly(eur("40.00"), eur("50.00"));
        assertThat(decision.next().invoices())
                .extracting(lowered -> lowered.after().status())
                .containsExactly(InvoiceStatus.SETTLED, InvoiceStatus.CREDITED);
        assertThat(decision.events()).hasSize(3);
        InvoiceEvent.CreditNoteIssued told =
                (InvoiceEvent.CreditNoteIssued) decision.events().get(0);
        assertThat(told.open()).isEqualTo(eur("30.00"));
        assertThat(told.countsOn()).isEqualTo(day("2026-01-20"));
    }

    @Test
    @DisplayName("to none at first, and later to whatever is open, like cash")
    void toNone() {
        CreditNote open = issue(note("80.00", false)).next().note();
        assertThat(open.open()).isEqualTo(eur("80.00"));

        Decision<Credited> decision = open.allocate(List.of(new Part(FIRST, eur("80.00"))), day("2026-01-25"));

        assertThat(decision.next().note().open()).isEqualTo(eur("0.00"));
        assertThat(decision.next().invoices().get(0).countsFrom()).isEqualTo(day("2026-01-25"));
        assertThatThrownBy(() -> open.allocate(List.of(new Part(FIRST, eur("80.01"))), day("2026-01-25")))
                .hasFieldOrPropertyWithValue("code", "allocation-exceeds-credit");
        assertThatThrownBy(() -> open.allocate(List.of(new Part(SECOND, eur("60.00"))), day("2026-01-25")))
                .hasFieldOrPropertyWithValue("code", "credit-exceeds-outstanding");
    }

    @ParameterizedTest(name = "on {0}, from the start {1}: counts from {2}")
    @CsvSource({
        "2026-01-20, false, 2026-01-20",
        "2026-01-01, false, 2026-01-05",
        "2026-03-01, false, 2026-03-01",
        "2026-03-01, true, 2026-02-04",
        "2026-01-20, true, 2026-01-20"
    })
    @DisplayName("from its own day, or from the due day where the invoice was wrong from the start; never before issue")
    void countsFrom(String issuedOn, boolean fromTheStart, String countsFrom) {
        CreditNote note = new CreditNote(
                UUID.randomUUID(), "C", "S", "CN", day(issuedOn), fromTheStart, eur("10.00"), eur("10.00"));

        assertThat(issue(note, target(FIRST, "10.00")).next().invoices().get(0).countsFrom())
                .isEqualTo(day(countsFrom));
    }

    @Test
    @DisplayName("never to more than an invoice was for, or than the credit note is for")
    void refused() {
        assertThatThrownBy(() -> issue(note("200.00", false), target(FIRST, "100.01")))
                .hasFieldOrPropertyWithValue("code", "credit-exceeds-invoice")
                .hasFieldOrPropertyWithValue("pointer", "/invoices/0/amount");
        assertThatThrownBy(() -> issue(note("99.00", false), target(FIRST, "100.00")))
                .hasFieldOrPropertyWithValue("code", "credit-parts-exceed-amount");
        assertThatThrownBy(() -> issue(note("99.00", false), target(FIRST, "0.00")))
                .hasFieldOrPropertyWithValue("code", "amount-not-positive");
        assertThatThrownBy(() -> note("0.00", false)).hasFieldOrPropertyWithValue("code", "amount-not-positive");
    }

    @Test
    @DisplayName("whatever happens, what was taken off invoices and what is open add up: 10,000 random histories")
    void conserved() {
        Random random = new Random(20260105);
        for (int i = 0; i < 10_000; i++) {
            Invoice invoice = invoice("N-" + i, cents(1 + random.nextInt(100_000)), "2026-01-05", "2026-02-04");
            Money paid = eur(cents(random.nextInt(
                    invoice.outstanding().amount().unscaledValue().intValue() + 1)));
            Invoice before = paid.isZero()
                    ? invoice
                    : invoice.pay(paid, day("2026-01-12")).next();
            Money amount = eur(cents(1 + random.nextInt(150_000)));
            Money part = amount.min(invoice.outstanding());
            CreditNote note = new CreditNote(
                    UUID.randomUUID(), "C", "S", "CN", day("2026-01-20"), random.nextBoolean(), amount, amount);

            Credited first = note.issue(
                            List.of(new Target(before, part, invoice.outstanding())),
                            BigDecimal.ONE,
                            amount,
                            day("2026-01-20"))
                    .next();
            Invoice other = invoice("M-" + i, cents(1 + random.nextInt(100_000)), "2026-01-05", "2026-02-04");
            Money later = first.note().open().min(other.outstanding());
            Credited second = later.isPositive()
                    ? first.note()
                            .allocate(List.of(new Part(other, later)), day("2026-01-25"))
                            .next()
                    : new Credited(first.note(), List.of());

            Money taken = sum(first).plus(sum(second));
            assertThat(taken.plus(second.note().open())).as("history %d", i).isEqualTo(amount);
            assertThat(second.note().open().isNegative()).isFalse();
            assertThat(first.invoices())
                    .allMatch(lowered -> !lowered.after().outstanding().isNegative());
            assertThat(second.invoices())
                    .allMatch(lowered -> !lowered.after().outstanding().isNegative());
        }
    }

    private static Money sum(Credited credited) {
        return Money.sum(
                credited.invoices().stream().map(Lowered::amount).toList(),
                credited.note().amount().currency());
    }

    private static String cents(int cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static CreditNote note(String amount, boolean fromTheStart) {
        return new CreditNote(
                UUID.randomUUID(), "C", "S", "CN-1", day("2026-01-20"), fromTheStart, eur(amount), eur(amount));
    }

    private static Target target(Invoice invoice, String amount) {
        return new Target(invoice, eur(amount), invoice.content().total());
    }

    private static Decision<Credited> issue(CreditNote note, Target... targets) {
        return note.issue(List.of(targets), BigDecimal.ONE, note.amount(), day("2026-03-01"));
    }
}
