package o2c.dunning.cases.domain;

import static o2c.dunning.cases.domain.Given.account;
import static o2c.dunning.cases.domain.Given.contested;
import static o2c.dunning.cases.domain.Given.day;
import static o2c.dunning.cases.domain.Given.eur;
import static o2c.dunning.cases.domain.Given.invoice;
import static o2c.dunning.cases.domain.Given.overdue;
import static o2c.dunning.cases.domain.Given.reached;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import o2c.contracts.DunningEvent.CallDue;
import o2c.contracts.DunningEvent.ReminderSent;
import o2c.dunning.messages.domain.Message;
import o2c.dunning.messages.domain.MessageLine;
import o2c.kernel.BusinessCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What does the one message of a day say")
class WhatDoesOneMessageSayTest {

    /** A Thursday: invoices due on 2 March are at +3, those due on 23 February at +10, those due on 8 March at −3. */
    private static final LocalDate TODAY = day("2026-03-05");

    private static final Receivable AT_LEVEL_1 = overdue(invoice("one", day("2026-03-02"), "100.00"));
    private static final Receivable AT_LEVEL_2 =
            reached(overdue(invoice("two", day("2026-02-23"), "200.00")), 1, day("2026-02-26"), day("2026-02-26"));
    private static final Receivable COURTESY = invoice("soon", day("2026-03-08"), "50.00");
    private static final Receivable BETWEEN_STEPS =
            reached(overdue(invoice("between", day("2026-02-27"), "400.00")), 1, day("2026-03-02"), day("2026-03-02"));

    @Test
    @DisplayName("all steps of the day go into one message at the highest level, each at its own level")
    void bundle() {
        Outreach outreach = outreach("0.00", AT_LEVEL_2, AT_LEVEL_1, COURTESY);

        Message message = message(outreach).orElseThrow();

        assertThat(message.step().level()).isEqualTo(2);
        assertThat(message.amount()).isEqualTo(eur("350.00"));
        assertThat(message.lines()).extracting(MessageLine::level).containsExactly(2, 1, 0);
        assertThat(outreach.steps()).extracting(DueStep::level).containsExactly(2, 1, 0);
        assertThat(message.announcement()).isInstanceOf(ReminderSent.class);
    }

    @Test
    @DisplayName("what is overdue without a step today is listed for information")
    void listedForInformation() {
        Message message = message(outreach("0.00", BETWEEN_STEPS, AT_LEVEL_1)).orElseThrow();

        assertThat(message.amount()).isEqualTo(eur("500.00"));
        assertThat(message.lines())
                .extracting(MessageLine::reason)
                .containsExactly("listed-for-information", "step-taken");
    }

    @Test
    @DisplayName("a mere courtesy names only what it is about")
    void courtesyAlone() {
        Message message = message(outreach("0.00", BETWEEN_STEPS, COURTESY)).orElseThrow();

        assertThat(message.step().level()).isZero();
        assertThat(message.lines()).extracting(MessageLine::invoiceNumber).containsExactly("soon");
        assertThat(message.amount()).isEqualTo(eur("50.00"));
    }

    @Test
    @DisplayName("the disputed part is not asked for")
    void disputedPart() {
        Message message =
                message(outreach("0.00", contested(AT_LEVEL_1, "25.00"))).orElseThrow();

        assertThat(message.amount()).isEqualTo(eur("75.00"));
        assertThat(message.lines().get(0).open()).isEqualTo(eur("100.00"));
        assertThat(message.lines().get(0).disputed()).isEqualTo(eur("25.00"));
    }

    @Test
    @DisplayName("cash on account is deducted; when it covers everything there is neither message nor step")
    void netted() {
        Message message = message(outreach("30.00", AT_LEVEL_1, AT_LEVEL_2)).orElseThrow();

        assertThat(message.amount()).isEqualTo(eur("270.00"));
        assertThat(message.netted()).isEqualTo(eur("30.00"));
        assertThat(outreach("300.00", AT_LEVEL_1, AT_LEVEL_2).steps()).isEmpty();
    }

    @Test
    @DisplayName("cash left over after what is overdue lowers a courtesy")
    void courtesyNetted() {
        Message message = message(outreach("20.00", COURTESY)).orElseThrow();

        assertThat(message.amount()).isEqualTo(eur("30.00"));
        assertThat(outreach("50.00", COURTESY).steps()).isEmpty();
    }

    @Test
    @DisplayName("a call leads where it is the highest level, and is announced as due")
    void call() {
        Receivable atCall =
                reached(overdue(invoice("call", day("2026-02-16"), "10.00")), 2, day("2026-02-26"), day("2026-02-26"));

        Message message = message(outreach("0.00", atCall, AT_LEVEL_1)).orElseThrow();

        assertThat(message.announcement())
                .isInstanceOfSatisfying(
                        CallDue.class, call -> assertThat(call.amount()).isEqualTo(eur("110.00")));
    }

    @Test
    @DisplayName("a proposal to the agency is decided inside the house: the customer hears nothing of it")
    void decision() {
        Receivable atAgency = reached(
                overdue(invoice("agency", day("2026-01-29"), "900.00")), 4, day("2026-02-23"), day("2026-02-23"));

        Outreach alone = outreach("0.00", atAgency);
        Outreach withReminder = outreach("0.00", atAgency, AT_LEVEL_1);

        assertThat(alone.steps()).hasSize(1);
        assertThat(message(alone)).isEmpty();
        assertThat(message(withReminder).orElseThrow().step().level()).isEqualTo(1);
    }

    @Test
    @DisplayName("small amounts of one account add up to the minimum")
    void smallAmounts() {
        Receivable small = overdue(invoice("small", day("2026-03-02"), "3.00"));
        Receivable another = overdue(invoice("another", day("2026-03-02"), "3.00"));

        assertThat(outreach("0.00", small).steps()).isEmpty();
        assertThat(outreach("0.00", small, another).steps()).hasSize(2);
    }

    private static Outreach outreach(String cash, Receivable... receivables) {
        return account(cash, receivables).outreachOn(TODAY, Given.standard(), BusinessCalendar.WEEKENDS_ONLY);
    }

    private static Optional<Message> message(Outreach outreach) {
        return outreach.message(new UUID(0, 1));
    }
}
