package o2c.policy.deadlines;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import o2c.contracts.PolicyEvent.CoverStopped;
import o2c.contracts.PolicyEvent.PolicyDeadlineApproaching;
import o2c.policy.policies.Policies;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.InForce;
import o2c.runtime.day.DayOpening;
import o2c.runtime.outbox.Outbox;

/** When a day opens: cover stops for whoever reached it, and deadlines that come near are announced, once each. */
@ApplicationScoped
@Priority(200)
class DeadlineWatch implements DayOpening {

    /** A fortnight, a week and a day ahead. */
    static final List<Integer> LEAD_DAYS = List.of(14, 7, 1);

    private final DeadlineTable table;
    private final Policies policies;
    private final Outbox outbox;

    DeadlineWatch(DeadlineTable table, Policies policies, Outbox outbox) {
        this.table = table;
        this.policies = policies;
        this.outbox = outbox;
    }

    @Override
    public void open(LocalDate day) {
        List<String> inForce = policies.book(AsKnown.NOW).inForce(day).stream()
                .map(InForce::policyId)
                .toList();
        if (inForce.isEmpty()) {
            return;
        }
        table.stopAllDue(day, inForce).stream()
                .sorted(Comparator.comparing(CoverStopped::customerId).thenComparing(CoverStopped::policyId))
                .forEach(outbox::announce);
        table.noticesOf(day, LEAD_DAYS, inForce).stream()
                .sorted(Comparator.comparing(PolicyDeadlineApproaching::customerId)
                        .thenComparing(PolicyDeadlineApproaching::policyId)
                        .thenComparing(PolicyDeadlineApproaching::dueOn)
                        .thenComparing(PolicyDeadlineApproaching::kind))
                .forEach(outbox::announce);
    }
}
