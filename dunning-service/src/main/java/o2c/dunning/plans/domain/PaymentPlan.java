package o2c.dunning.plans.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import o2c.contracts.DunningEvent.PaymentPlanAgreed;
import o2c.contracts.DunningEvent.PaymentPlanEnded;
import o2c.dunning.agreements.domain.AgreedItem;
import o2c.dunning.agreements.domain.Grace;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/**
 * Instalments were agreed for some invoices. Dunning waits while they come; a missed one ends the plan.
 *
 * @param consentId the insurer's consent, or null
 * @param ending how it ended, or null while it runs
 */
public record PaymentPlan(
        UUID planId,
        Account account,
        List<AgreedItem> items,
        List<Instalment> instalments,
        String consentId,
        Agreed agreed,
        Ending ending) {

    /** How late and how much less an instalment may be: two bank days, and one unit of the currency. */
    static final int GRACE_DAYS = 2;

    public PaymentPlan {
        items = List.copyOf(items);
        instalments = List.copyOf(instalments);
    }

    public record Account(String customerId, String sellerId) {}

    /** One part of it. */
    public record Instalment(int number, LocalDate dueOn, Money amount) {}

    public record Agreed(String by, LocalDate on) {}

    /** How a plan ends. */
    public enum Outcome {
        KEPT,
        MISSED,
        CANCELLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Ending(Outcome outcome, Money received, LocalDate endedOn) {}

    /**
     * Agrees on a plan. Refuses {@code nothing-open}, {@code first-instalment-in-past}, {@code
     * instalment-too-small}, and {@code plan-exceeds-extension-period}: a plan that ends after the insurer's extension
     * period needs his consent.
     *
     * @param insuredUntil the last day of the extension period; null when nothing is insured
     */
    public static Decision<PaymentPlan> agree(PaymentPlan asked, LocalDate insuredUntil) {
        if (asked.items.stream().noneMatch(item -> item.openThen().isPositive())) {
            throw RuleBroken.refused("nothing-open", "nothing is open on these invoices");
        }
        if (asked.instalments.get(0).dueOn.isBefore(asked.agreed.on)) {
            throw RuleBroken.refused(
                            "first-instalment-in-past", "instalments begin on " + asked.agreed.on + " or later")
                    .at("/firstOn");
        }
        if (asked.instalments.stream().anyMatch(one -> !one.amount.isPositive())) {
            throw RuleBroken.refused("instalment-too-small", "each instalment is more than zero")
                    .at("/instalments");
        }
        if (insuredUntil != null && asked.lastOn().isAfter(insuredUntil) && asked.consentId == null) {
            throw RuleBroken.refused(
                            "plan-exceeds-extension-period",
                            "the policy lets an overdue claim be extended until " + insuredUntil
                                    + "; a longer plan needs the insurer's consent (consentId)")
                    .at("/consentId");
        }
        return Decision.of(asked, asked.announcement());
    }

    /** Looks at what came in: over when all came, or when an instalment is missing after its grace. */
    public Decision<PaymentPlan> look(Money received, LocalDate day) {
        if (!isRunning()) {
            return Decision.unchanged(this);
        }
        if (grace().isEnough(received, amount())) {
            return end(Outcome.KEPT, received, day);
        }
        Money owed = instalments.stream()
                .filter(one -> grace().lastDayFor(one.dueOn).isBefore(day))
                .map(Instalment::amount)
                .reduce(Money.zero(received.currency()), Money::plus);
        return grace().isEnough(received, owed) ? Decision.unchanged(this) : end(Outcome.MISSED, received, day);
    }

    /** Refuses {@code plan-ended}. */
    public Decision<PaymentPlan> cancel(Money received, LocalDate day) {
        if (!isRunning()) {
            throw RuleBroken.conflict("plan-ended", "the plan has ended already");
        }
        return end(Outcome.CANCELLED, received, day);
    }

    public Money amount() {
        return AgreedItem.openThen(items, Money.zero(instalments.get(0).amount.currency()));
    }

    public LocalDate lastOn() {
        return instalments.get(instalments.size() - 1).dueOn;
    }

    /** The last day on which dunning waits for it. */
    public LocalDate lastDay() {
        return grace().lastDayFor(lastOn());
    }

    public boolean isRunning() {
        return ending == null;
    }

    /** As it was before it ended. */
    public PaymentPlan stillRunning() {
        return new PaymentPlan(planId, account, items, instalments, consentId, agreed, null);
    }

    public String status() {
        return isRunning() ? "running" : ending.outcome.code();
    }

    private Grace grace() {
        return new Grace(
                GRACE_DAYS,
                Money.padded(BigDecimal.ONE, instalments.get(0).amount.currency()));
    }

    private Decision<PaymentPlan> end(Outcome outcome, Money received, LocalDate day) {
        return Decision.of(
                new PaymentPlan(
                        planId, account, items, instalments, consentId, agreed, new Ending(outcome, received, day)),
                new PaymentPlanEnded(
                        planId,
                        account.customerId,
                        account.sellerId,
                        outcome.code(),
                        received,
                        amount().minus(received).orZero(),
                        day));
    }

    private PaymentPlanAgreed announcement() {
        return new PaymentPlanAgreed(
                planId,
                account.customerId,
                account.sellerId,
                amount(),
                instalments.size(),
                instalments.get(0).dueOn,
                lastOn(),
                agreed.on,
                consentId,
                items.stream().map(AgreedItem::invoiceId).toList());
    }
}
