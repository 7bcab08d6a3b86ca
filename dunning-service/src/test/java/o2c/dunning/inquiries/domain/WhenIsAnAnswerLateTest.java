package o2c.dunning.inquiries.domain;

import static o2c.dunning.cases.domain.Given.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import o2c.contracts.DunningEvent.InquiryAnswered;
import o2c.contracts.DunningEvent.InquiryBreached;
import o2c.dunning.inquiries.domain.Inquiry.Answer;
import o2c.dunning.inquiries.domain.Inquiry.Clock;
import o2c.dunning.inquiries.domain.Inquiry.Kind;
import o2c.kernel.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("When is an answer to a customer late?")
class WhenIsAnAnswerLateTest {

    /** Asked on Thursday, 5 March; five business days later is Thursday, 12 March. */
    private final Inquiry inquiry = Inquiry.open(
            new UUID(0, 1),
            new Inquiry.Subject("C-1", null, null, null),
            new Inquiry.Question(Kind.QUESTION, "why?", "anna"),
            Clock.of(day("2026-03-05"), 5));

    @Test
    @DisplayName("After its business days; it is announced once, and an answer ends it")
    void breached() {
        assertThat(inquiry.clock().dueOn()).isEqualTo("2026-03-12");
        assertThat(inquiry.opening(day("2026-03-12")).changedNothing()).isTrue();
        Decision<Inquiry> late = inquiry.opening(day("2026-03-13"));
        assertThat(late.events()).hasOnlyElementsOfType(InquiryBreached.class).hasSize(1);
        assertThat(late.next().status()).isEqualTo("breached");
        assertThat(late.next().opening(day("2026-03-14")).changedNothing()).isTrue();

        Decision<Inquiry> answered = late.next().answer(new Answer("because", "bert", day("2026-03-13")));

        assertThat(((InquiryAnswered) answered.events().get(0)).inTime()).isFalse();
        assertThat(answered.next().status()).isEqualTo("answered");
        assertThatThrownBy(() -> answered.next().answer(new Answer("no", "bert", day("2026-03-14"))))
                .hasFieldOrPropertyWithValue("code", "inquiry-answered");
    }

    @Test
    @DisplayName("An answer on the last day is in time; dunning waits 60 days at most")
    void inTime() {
        Decision<Inquiry> answered = inquiry.answer(new Answer("because", "bert", day("2026-03-12")));

        assertThat(((InquiryAnswered) answered.events().get(0)).inTime()).isTrue();
        assertThat(inquiry.waitsUntil()).isEqualTo("2026-05-04");
    }
}
