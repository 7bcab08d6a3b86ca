package o2c.policy.deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import o2c.contracts.PolicyEvent.CoverResumed;
import o2c.contracts.PolicyEvent.CoverStopped;
import o2c.policy.deadlines.domain.CoverDeadlines;
import o2c.runtime.outbox.Outbox;

/** Keeps the days that follow from each customer's oldest unpaid receivable, and tells when cover stops or resumes. */
@ApplicationScoped
public class Deadlines {

    private final DeadlineTable table;
    private final Outbox outbox;

    Deadlines(DeadlineTable table, Outbox outbox) {
        this.table = table;
        this.outbox = outbox;
    }

    /**
     * Where a customer stands under a policy in force.
     *
     * @param deadlines null when nothing is unpaid
     * @param resumedOn the day on which the last stop ended, or null
     */
    public record Standing(String policyId, CoverDeadlines deadlines, LocalDate resumedOn) {

        boolean isStoppedOn(LocalDate day) {
            return deadlines != null && deadlines.isStoppedOn(day);
        }
    }

    /** Keeps the newly derived days; announces a stop that has begun and a stop that is over. */
    public void keep(String customerId, List<Standing> standings, LocalDate today) {
        table.replace(
                customerId,
                standings.stream()
                        .map(Standing::deadlines)
                        .filter(days -> days != null)
                        .toList());
        Map<String, Standing> byPolicy =
                standings.stream().collect(Collectors.toMap(Standing::policyId, Function.identity()));
        List<String> stopped = table.stoppedPolicies(customerId);
        stopped.stream()
                .filter(policyId -> !Optional.ofNullable(byPolicy.get(policyId))
                        .map(standing -> standing.isStoppedOn(today))
                        .orElse(false))
                .forEach(policyId -> resume(customerId, policyId, byPolicy.get(policyId), today));
        standings.stream()
                .filter(standing -> standing.isStoppedOn(today) && !stopped.contains(standing.policyId()))
                .sorted(Comparator.comparing(Standing::policyId))
                .forEach(standing -> stop(customerId, standing.deadlines()));
    }

    private void stop(String customerId, CoverDeadlines days) {
        table.stop(customerId, days);
        outbox.announce(new CoverStopped(
                customerId, days.policyId(), DeadlineTable.invoice(days), days.lastCoveredDay(), days.stopOn()));
    }

    /** A stop under a policy that is no longer in force just ends: nothing is insured again by that. */
    private void resume(String customerId, String policyId, Standing standing, LocalDate today) {
        table.resume(customerId, policyId);
        if (standing != null) {
            LocalDate on = standing.resumedOn() == null ? today : standing.resumedOn();
            outbox.announce(new CoverResumed(customerId, policyId, on));
        }
    }
}
