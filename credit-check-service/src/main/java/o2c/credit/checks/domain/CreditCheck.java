package o2c.credit.checks.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import o2c.contracts.CreditEvent;
import o2c.credit.holds.domain.HoldRule;
import o2c.credit.holds.domain.Purpose;
import o2c.kernel.Decision;
import o2c.kernel.Event;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * One question and its answer, kept with everything the answer rests on.
 *
 * @param rulesVersion the version of the rules that decided
 * @param release who let it go although it was held, or null
 */
public record CreditCheck(
        UUID checkId,
        Question question,
        LocalDate checkedOn,
        CreditFacts facts,
        CreditDecision decision,
        int rulesVersion,
        Status status,
        Release release) {

    /** The longest a release may last, in days. */
    static final int LONGEST_RELEASE = 90;

    /**
     * A person let a held order or shipment go.
     *
     * @param role in which capacity
     * @param until last business date on which it counts
     */
    public record Release(String role, String reason, LocalDate until, String releasedBy, LocalDate releasedOn) {}

    /**
     * What was asked.
     *
     * @param orderId required for purposes order and shipment
     * @param amount including VAT
     * @param paymentTermDays days from invoice to due day, or null
     */
    public record Question(String customerId, Purpose purpose, String orderId, Money amount, Integer paymentTermDays) {

        /** Codes {@code amount-not-positive} and {@code order-id-missing}. */
        public Question {
            if (!amount.isPositive()) {
                throw RuleBroken.invalid("amount-not-positive", "a check asks about more than zero")
                        .at("/amount");
            }
            if (purpose.needsOrder() && orderId == null) {
                throw RuleBroken.invalid("order-id-missing", "an order or shipment check names its order")
                        .at("/orderId");
            }
        }
    }

    /** What became of the answer. */
    public enum Status {
        /** It holds no room. */
        ANSWERED,
        /** The order's amount is reserved until the check expires. */
        RESERVED,
        /** It was held, and a person let it go: its amount is reserved until the end of the release. */
        RELEASED,
        /** The order stands; its amount stays reserved until invoiced or cancelled. */
        CONFIRMED,
        CANCELLED,
        EXPIRED,
        /** A newer check of the same order took its place. */
        REPLACED;

        /** The word in answers and in the books. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The status behind a word of the books. */
        public static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        boolean holdsRoom() {
            return this == RESERVED || this == RELEASED || this == CONFIRMED;
        }
    }

    /** Records the answer and tells the others. */
    public static Decision<CreditCheck> answer(UUID checkId, Question question, CreditFacts facts) {
        CreditDecision decision = CreditDecision.on(facts, question);
        boolean reserves =
                question.purpose() == Purpose.ORDER && decision.verdict().approves();
        CreditCheck check = new CreditCheck(
                checkId,
                question,
                facts.today(),
                facts,
                decision,
                CreditDecision.RULES_VERSION,
                reserves ? Status.RESERVED : Status.ANSWERED,
                null);
        List<Event> events = new ArrayList<>(List.of(check.checked()));
        if (question.purpose() == Purpose.ORDER
                || question.purpose() == Purpose.SHIPMENT && !decision.verdict().approves()) {
            events.add(check.orderAnswered());
        }
        return new Decision<>(check, events);
    }

    /**
     * The order is placed as checked.
     *
     * @throws RuleBroken {@code check-not-confirmable}, {@code order-changed}, {@code amount-changed},
     *     {@code check-expired}, {@code check-cancelled}, {@code check-replaced}
     */
    public CreditCheck confirm(String orderId, Money amount, LocalDate today) {
        if (status == Status.ANSWERED) {
            throw RuleBroken.refused("check-not-confirmable", "only an approved order check holds room to confirm");
        }
        if (!question.orderId().equals(orderId)) {
            throw RuleBroken.conflict("order-changed", "the check is about another order")
                    .at("/orderId");
        }
        if (!question.amount().equals(amount)) {
            throw RuleBroken.conflict("amount-changed", "the check is about " + question.amount())
                    .at("/amount");
        }
        boolean late = status == Status.RESERVED && today.isAfter(decision.expiresOn())
                || status == Status.RELEASED && today.isAfter(release.until());
        if (late || !status.holdsRoom()) {
            throw RuleBroken.conflict(
                    "check-" + (late ? Status.EXPIRED : status).code(), "the check holds no room any more");
        }
        return with(Status.CONFIRMED);
    }

    /**
     * A person lets a held order or shipment go, in a role that every rule which holds it accepts.
     *
     * @throws RuleBroken {@code check-not-held}, {@code check-released}, {@code check-expired},
     *     {@code release-in-past}, {@code release-too-long}, {@code role-not-allowed}
     */
    public Decision<CreditCheck> release(Release by) {
        if (status == Status.RELEASED) {
            throw RuleBroken.conflict("check-released", "it was released before");
        }
        if (status != Status.ANSWERED
                || decision.verdict() != Verdict.REFERRED
                || !question.purpose().needsOrder()) {
            throw RuleBroken.refused("check-not-held", "only an order or shipment that was referred is released");
        }
        if (by.releasedOn().isAfter(decision.expiresOn())) {
            throw RuleBroken.conflict("check-expired", "the check was good until the end of " + decision.expiresOn());
        }
        refuseWrongEnd(by);
        refuseWrongRole(by);
        return Decision.of(
                new CreditCheck(checkId, question, checkedOn, facts, decision, rulesVersion, Status.RELEASED, by),
                new CreditEvent.OrderReleased(
                        question.customerId(),
                        checkId,
                        question.orderId(),
                        question.amount(),
                        by.role(),
                        by.reason(),
                        by.until()));
    }

    private static void refuseWrongEnd(Release by) {
        if (by.until().isBefore(by.releasedOn())) {
            throw RuleBroken.refused("release-in-past", "the business date is " + by.releasedOn())
                    .at("/until");
        }
        if (by.until().isAfter(by.releasedOn().plusDays(LONGEST_RELEASE))) {
            throw RuleBroken.refused("release-too-long", "a release ends within " + LONGEST_RELEASE + " days")
                    .at("/until");
        }
    }

    private void refuseWrongRole(Release by) {
        for (HoldRule rule : facts.rules().inForce()) {
            boolean held = decision.reasons().stream()
                    .anyMatch(reason -> reason.code().equals(rule.ruleId()) && reason.holds());
            if (held && !rule.releaseRoles().isEmpty() && !rule.releaseRoles().contains(by.role())) {
                throw RuleBroken.forbidden("role-not-allowed", rule.ruleId() + " is released by " + rule.releaseRoles())
                        .at("/role");
            }
        }
    }

    /**
     * The order is not placed after all.
     *
     * @throws RuleBroken {@code nothing-reserved}
     */
    public CreditCheck cancel() {
        boolean keepsRoom = question.purpose() == Purpose.ORDER && status.holdsRoom();
        if (status != Status.CANCELLED && !keepsRoom) {
            throw RuleBroken.conflict("nothing-reserved", "the check holds no room to give back");
        }
        return with(Status.CANCELLED);
    }

    private CreditCheck with(Status next) {
        return new CreditCheck(checkId, question, checkedOn, facts, decision, rulesVersion, next, release);
    }

    private Event checked() {
        return new CreditEvent.CreditChecked(
                question.customerId(),
                checkId,
                question.purpose().code(),
                question.orderId(),
                question.amount(),
                decision.verdict().code(),
                codes());
    }

    private Event orderAnswered() {
        return switch (decision.verdict()) {
            case APPROVED, APPROVED_WITH_PREPAYMENT ->
                new CreditEvent.OrderApproved(
                        question.customerId(),
                        checkId,
                        question.orderId(),
                        decision.onCredit(question.amount()),
                        decision.expiresOn());
            case REFERRED ->
                new CreditEvent.OrderHeld(
                        question.customerId(), checkId, question.orderId(), question.amount(), codes());
            case DECLINED ->
                new CreditEvent.OrderDeclined(
                        question.customerId(), checkId, question.orderId(), question.amount(), codes());
        };
    }

    private List<String> codes() {
        return decision.reasons().stream().map(Reason::code).toList();
    }
}
