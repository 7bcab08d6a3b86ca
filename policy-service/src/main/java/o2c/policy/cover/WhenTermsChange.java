package o2c.policy.cover;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import o2c.policy.limits.Limits;
import o2c.policy.limits.domain.Limit;
import o2c.policy.policies.Policies;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.PolicyVersion;
import o2c.runtime.day.DayOpening;

/** A policy or a limit is agreed, begins or ends: the cover of whom it concerns is looked at again. */
@ApplicationScoped
@Priority(100)
class WhenTermsChange implements DayOpening {

    private final KeptCover kept;
    private final Limits limits;
    private final Policies policies;

    WhenTermsChange(KeptCover kept, Limits limits, Policies policies) {
        this.kept = kept;
        this.limits = limits;
        this.policies = policies;
    }

    void on(@Observes PolicyVersion agreed) {
        kept.leaveAllBehind();
    }

    void on(@Observes Limit decided) {
        kept.leaveBehind(decided.customerId());
    }

    @Override
    public void open(LocalDate day) {
        if (policies.book(AsKnown.NOW).changesOn(day)) {
            kept.leaveAllBehind();
        }
        limits.customersChangingOn(day).forEach(kept::leaveBehind);
        kept.leaveBehindIssuedOn(day);
    }
}
