package o2c.policy.cover;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import o2c.policy.buyers.Buyers;
import o2c.policy.buyers.Buyers.Regrouped;
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
    private final Buyers buyers;

    WhenTermsChange(KeptCover kept, Limits limits, Policies policies, Buyers buyers) {
        this.kept = kept;
        this.limits = limits;
        this.policies = policies;
        this.buyers = buyers;
    }

    void on(@Observes PolicyVersion agreed) {
        kept.leaveAllBehind();
    }

    void on(@Observes Limit decided) {
        buyers.customersOf(decided.debtorId()).forEach(kept::leaveBehind);
    }

    void on(@Observes Regrouped changed) {
        changed.customerIds().forEach(kept::leaveBehind);
    }

    @Override
    public void open(LocalDate day) {
        if (policies.book(AsKnown.NOW).changesOn(day)) {
            kept.leaveAllBehind();
        }
        limits.debtorsChangingOn(day)
                .forEach(debtor -> buyers.customersOf(debtor).forEach(kept::leaveBehind));
        kept.leaveBehindIssuedOn(day);
    }
}
