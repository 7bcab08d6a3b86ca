package o2c.dunning.plans;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.dunning.agreements.AgreedItems;
import o2c.dunning.agreements.domain.AgreedItem;
import o2c.dunning.cases.Pauses;
import o2c.dunning.cases.domain.Pause;
import o2c.dunning.plans.domain.PaymentPlan;
import o2c.dunning.plans.domain.Rhythm;
import o2c.kernel.Decision;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.day.DayOpening;
import o2c.runtime.derive.Derivation;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Agrees on payment plans, lets dunning wait for them, and ends them when they are kept or missed. */
@ApplicationScoped
class PlanKeeping implements DayOpening, Derivation {

    private final PaymentPlans plans;
    private final AgreedItems items;
    private final Pauses pauses;
    private final ExtensionPeriod extension;
    private final Outbox outbox;
    private final Tenancy tenancy;

    PlanKeeping(
            PaymentPlans plans,
            AgreedItems items,
            Pauses pauses,
            ExtensionPeriod extension,
            Outbox outbox,
            Tenancy tenancy) {
        this.plans = plans;
        this.items = items;
        this.pauses = pauses;
        this.extension = extension;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /** What was asked for; seller and consent may be null. */
    record Asked(String customerId, String sellerId, List<String> invoiceNumbers, Rhythm rhythm, String consentId) {}

    /** Refuses what the domain and the choice of invoices refuse. */
    PaymentPlan agree(Asked asked, String by) {
        AgreedItems.Chosen chosen = items.choose(asked.customerId(), asked.sellerId(), asked.invoiceNumbers());
        Money amount = AgreedItem.openThen(chosen.items(), Money.zero(chosen.currency()));
        PaymentPlan plan = new PaymentPlan(
                Ids.next(),
                new PaymentPlan.Account(asked.customerId(), chosen.sellerId()),
                chosen.items(),
                asked.rhythm().instalmentsOf(amount),
                asked.consentId(),
                new PaymentPlan.Agreed(by, tenancy.today()),
                null);
        List<UUID> invoices = chosen.items().stream().map(AgreedItem::invoiceId).toList();
        Decision<PaymentPlan> decision = PaymentPlan.agree(plan, extension.lastDay(asked.customerId(), invoices));
        plans.insert(plan);
        invoices.forEach(invoiceId -> pauses.begin(
                plan.planId(),
                new Pauses.Scope(asked.customerId(), chosen.sellerId(), invoiceId),
                new Pause(Pause.Kind.PLAN, plan.lastDay()),
                tenancy.today()));
        outbox.announce(decision.events());
        return plan;
    }

    /** Refuses {@code plan-unknown} and {@code plan-ended}. */
    PaymentPlan cancel(UUID planId) {
        PaymentPlan plan =
                plans.lock(planId).orElseThrow(() -> RuleBroken.notFound("plan-unknown", "there is no such plan"));
        return save(plan.cancel(receivedFor(plan), tenancy.today()), tenancy.today());
    }

    @Override
    public void derive(String customerId, LocalDate today) {
        plans.lockRunningOf(customerId).forEach(plan -> look(plan, today));
    }

    @Override
    public void open(LocalDate day) {
        plans.lockRunning().forEach(plan -> look(plan, day));
    }

    private void look(PaymentPlan plan, LocalDate day) {
        Decision<PaymentPlan> decision = plan.look(receivedFor(plan), day);
        if (!decision.changedNothing()) {
            save(decision, day);
        }
    }

    private PaymentPlan save(Decision<PaymentPlan> decision, LocalDate day) {
        plans.end(decision.next());
        pauses.end(decision.next().planId(), day);
        outbox.announce(decision.events());
        return decision.next();
    }

    Money receivedFor(PaymentPlan plan) {
        return items.receivedFor(plan.items(), plan.amount().currency());
    }
}
