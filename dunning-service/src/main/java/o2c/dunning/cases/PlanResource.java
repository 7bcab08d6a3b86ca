package o2c.dunning.cases;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.cases.domain.Explanation;
import o2c.dunning.cases.domain.PlannedStep;
import o2c.dunning.cases.domain.Receivable;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What will be done about an invoice and when, and why something was done on a day, or not. */
@Path("/v1/invoices/{invoiceId}")
@Tag(name = "Plans")
class PlanResource {

    private final Planning planning;
    private final Tenancy tenancy;

    PlanResource(Planning planning, Tenancy tenancy) {
        this.planning = planning;
        this.tenancy = tenancy;
    }

    /** An invoice with the steps to come, if nothing happens, and those taken. */
    record PlanView(
            UUID invoiceId,
            String invoiceNumber,
            String customerId,
            String sellerId,
            LocalDate dueOn,
            Money open,
            Money disputed,
            boolean overdue,
            List<StepView> steps,
            List<StepsTaken.Taken> taken) {}

    /** A step to come. */
    record StepView(LocalDate on, int level, String step, String channel, String tone, int strategyVersion) {

        static StepView of(PlannedStep planned) {
            return new StepView(
                    planned.on(),
                    planned.step().level(),
                    planned.step().name(),
                    planned.step().channel().code(),
                    planned.tone().code(),
                    planned.strategyVersion());
        }
    }

    /**
     * Why there was a step on a day, or none.
     *
     * @param reason step-taken, step-due, step-planned, not-known-yet, settled, wholly-disputed, net-credit-balance,
     *     last-level-reached, overdue-not-declared, below-minimum-amount, no-business-day, minimum-interval or
     *     next-step-later
     * @param level the level of the step it is about, or null
     * @param next the next step as seen from that day, or null
     * @param taken the step that was taken on that day, or null
     */
    record WhyView(
            UUID invoiceId,
            LocalDate date,
            String reason,
            String text,
            Integer level,
            StepView next,
            StepsTaken.Taken taken) {}

    @GET
    @Path("/plan")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getPlan",
            summary = "All steps to come for an invoice, with their days",
            description = "What happens if nothing happens in between. Refusals: 404 invoice-unknown."
                    + " Scope: dunning:read.")
    public PlanView plan(@RestPath UUID invoiceId) {
        Planning.Outlook outlook = planning.outlook(invoiceId);
        Receivable receivable = outlook.receivable();
        return new PlanView(
                invoiceId,
                receivable.invoiceNumber(),
                receivable.account().customerId(),
                receivable.account().sellerId(),
                receivable.terms().dueOn(),
                receivable.open(),
                receivable.disputed(),
                receivable.isOverdue(),
                outlook.steps().stream().map(StepView::of).toList(),
                outlook.taken());
    }

    @GET
    @Path("/why")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "explainStep",
            summary = "Why an invoice had a step on a day, or none",
            description = "A past day is told from what its run could know; a day to come from the plan. Without date:"
                    + " today. Refusals: 404 invoice-unknown. Scope: dunning:read.")
    public WhyView why(@RestPath UUID invoiceId, @QueryParam("date") LocalDate date) {
        LocalDate day = Optional.ofNullable(date).orElseGet(tenancy::today);
        Planning.Answer answer = planning.why(invoiceId, day);
        Explanation explanation = answer.explanation();
        Integer level = answer.taken()
                .map(StepsTaken.Taken::level)
                .or(() -> explanation.step().map(step -> step.level()))
                .orElse(null);
        return new WhyView(
                invoiceId,
                day,
                explanation.reason().code(),
                explanation.reason().text(),
                level,
                explanation.next().map(StepView::of).orElse(null),
                answer.taken().orElse(null));
    }
}
