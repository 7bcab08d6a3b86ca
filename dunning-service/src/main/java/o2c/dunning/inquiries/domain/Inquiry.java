package o2c.dunning.inquiries.domain;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import o2c.contracts.DunningEvent.InquiryAnswered;
import o2c.contracts.DunningEvent.InquiryBreached;
import o2c.kernel.BusinessCalendar;
import o2c.kernel.Decision;
import o2c.kernel.RuleBroken;

/**
 * A customer asks or complains, and a clock runs until he has an answer. Dunning waits for the answer, at most
 * {@link #LONGEST_DAYS} days.
 *
 * @param breachedOn the day it was announced as late, or null
 * @param answer null while open
 */
public record Inquiry(
        UUID inquiryId, Subject subject, Question question, Clock clock, LocalDate breachedOn, Answer answer) {

    /** Business days for an answer unless told. */
    public static final int USUAL_BUSINESS_DAYS = 5;

    /** How long dunning waits at most. */
    public static final int LONGEST_DAYS = 60;

    /** What it is about; seller and invoice may be null. */
    public record Subject(String customerId, String sellerId, UUID invoiceId, String invoiceNumber) {}

    /** What it is. */
    public enum Kind {
        QUESTION,
        COMPLAINT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Question(Kind kind, String text, String notedBy) {}

    public record Clock(LocalDate openedOn, LocalDate dueOn) {

        /** Of an inquiry that is to be answered within some business days. */
        public static Clock of(LocalDate openedOn, int businessDays) {
            LocalDate due = openedOn;
            for (int i = 0; i < businessDays; i++) {
                due = BusinessCalendar.WEEKENDS_ONLY.onOrAfter(due.plusDays(1));
            }
            return new Clock(openedOn, due);
        }
    }

    public record Answer(String text, String answeredBy, LocalDate answeredOn) {}

    public static Inquiry open(UUID inquiryId, Subject subject, Question question, Clock clock) {
        return new Inquiry(inquiryId, subject, question, clock, null, null);
    }

    /** Refuses {@code inquiry-answered}. */
    public Decision<Inquiry> answer(Answer given) {
        if (!isOpen()) {
            throw RuleBroken.conflict("inquiry-answered", "it was answered on " + answer.answeredOn);
        }
        return Decision.of(
                new Inquiry(inquiryId, subject, question, clock, breachedOn, given),
                new InquiryAnswered(
                        inquiryId,
                        subject.customerId,
                        question.kind.code(),
                        clock.openedOn,
                        clock.dueOn,
                        given.answeredOn,
                        !given.answeredOn.isAfter(clock.dueOn)));
    }

    /** The day opened: an answer that is late by then is announced once. */
    public Decision<Inquiry> opening(LocalDate day) {
        if (!isOpen() || breachedOn != null || !clock.dueOn.isBefore(day)) {
            return Decision.unchanged(this);
        }
        return Decision.of(
                new Inquiry(inquiryId, subject, question, clock, day, null),
                new InquiryBreached(inquiryId, subject.customerId, question.kind.code(), clock.openedOn, clock.dueOn));
    }

    /** The last day on which dunning waits for an answer. */
    public LocalDate waitsUntil() {
        return clock.openedOn.plusDays(LONGEST_DAYS);
    }

    public boolean isOpen() {
        return answer == null;
    }

    public String status() {
        if (!isOpen()) {
            return "answered";
        }
        return breachedOn == null ? "open" : "breached";
    }
}
