package o2c.dunning.cases.domain;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import o2c.dunning.strategies.domain.Channel;
import o2c.dunning.strategies.domain.StrategyContent;
import o2c.dunning.strategies.domain.StrategyStep;
import o2c.dunning.strategies.domain.StrategyVersion;
import o2c.dunning.strategies.domain.Tone;
import o2c.kernel.Money;

/** The facts that the examples of dunning begin with. */
public final class Given {

    public static final Currency EUR = Currency.getInstance("EUR");
    public static final AccountKey ACCOUNT = new AccountKey("C-1", "S-1", EUR);

    private Given() {}

    /** The shipped plan of steps: −3, +3, +10, +17 (call), +25 (letter), +35 (decision). */
    public static StrategyVersion standard() {
        return new StrategyVersion("standard-b2b", 1, content(), "shipped", "shipped", day("2000-01-01"));
    }

    public static StrategyContent content() {
        return new StrategyContent(
                "Standard B2B",
                List.of(
                        step(0, "courtesy", -3, Channel.EMAIL, Tone.WARM, "0"),
                        step(1, "friendly-reminder", 3, Channel.EMAIL, Tone.FRIENDLY, "5.00"),
                        step(2, "reminder", 10, Channel.EMAIL, Tone.NEUTRAL, "5.00"),
                        step(3, "call", 17, Channel.CALL, Tone.NEUTRAL, "5.00"),
                        step(4, "formal-notice", 25, Channel.LETTER, Tone.FORMAL, "25.00"),
                        step(5, "agency-proposal", 35, Channel.DECISION, Tone.FORMAL, "100.00")));
    }

    public static StrategyStep step(int level, String name, int days, Channel channel, Tone tone, String minimum) {
        return new StrategyStep(level, name, days, channel, tone, new BigDecimal(minimum));
    }

    /** An invoice that became known a month before it was due, nothing paid, not overdue. */
    public static Receivable invoice(String number, LocalDate dueOn, String total) {
        Money amount = eur(total);
        return new Receivable(
                UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)),
                number,
                ACCOUNT,
                new Receivable.Terms(dueOn.minusDays(30), dueOn, dueOn, dueOn.minusDays(30)),
                amount,
                Money.zero(EUR),
                Money.zero(EUR),
                Money.zero(EUR),
                Receivable.Marks.NONE,
                Progress.NONE,
                List.of());
    }

    public static Receivable knownOn(Receivable invoice, LocalDate day) {
        Receivable.Terms terms = invoice.terms();
        return new Receivable(
                invoice.invoiceId(),
                invoice.invoiceNumber(),
                invoice.account(),
                new Receivable.Terms(terms.issuedOn(), terms.dueOn(), terms.payableOn(), day),
                invoice.total(),
                invoice.allocated(),
                invoice.contested(),
                invoice.livesOn(),
                invoice.marks(),
                invoice.progress(),
                invoice.pauses());
    }

    public static Receivable paid(Receivable invoice, String amount) {
        return changed(invoice, invoice.allocated().plus(eur(amount)), invoice.contested(), invoice.marks());
    }

    public static Receivable contested(Receivable invoice, String amount) {
        return changed(invoice, invoice.allocated(), eur(amount), invoice.marks());
    }

    /** So much was written off in the books only. */
    public static Receivable writtenOffInBooks(Receivable invoice, String amount) {
        return new Receivable(
                invoice.invoiceId(),
                invoice.invoiceNumber(),
                invoice.account(),
                invoice.terms(),
                invoice.total(),
                invoice.allocated(),
                invoice.contested(),
                eur(amount),
                invoice.marks(),
                invoice.progress(),
                invoice.pauses());
    }

    public static Receivable overdue(Receivable invoice) {
        return marked(invoice, new Receivable.Marks(0, 0, 1, 0));
    }

    public static Receivable marked(Receivable invoice, Receivable.Marks marks) {
        return changed(invoice, invoice.allocated(), invoice.contested(), marks);
    }

    /** Steps were taken up to a level, the last one (written, unless it was the call) on that day. */
    public static Receivable reached(Receivable invoice, int level, LocalDate lastOn, LocalDate lastWrittenOn) {
        return invoice.with(new Progress(level, lastOn, lastWrittenOn));
    }

    public static Account account(String cash, Receivable... receivables) {
        return new Account(ACCOUNT, eur(cash), List.of(receivables));
    }

    public static Money eur(String amount) {
        return Money.padded(new BigDecimal(amount), EUR);
    }

    public static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Receivable changed(Receivable invoice, Money allocated, Money contested, Receivable.Marks marks) {
        return new Receivable(
                invoice.invoiceId(),
                invoice.invoiceNumber(),
                invoice.account(),
                invoice.terms(),
                invoice.total(),
                allocated,
                contested,
                invoice.livesOn(),
                marks,
                invoice.progress(),
                invoice.pauses());
    }
}
