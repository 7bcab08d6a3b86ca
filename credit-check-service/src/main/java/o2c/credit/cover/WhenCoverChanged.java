package o2c.credit.cover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.PolicyEvent.CoverChanged;
import o2c.contracts.PolicyEvent.CoverResumed;
import o2c.contracts.PolicyEvent.CoverStopped;
import o2c.contracts.PolicyEvent.LimitDecided;

/** What is insured of a customer's debt, and from when deliveries no longer are: a credit check looks at both. */
@ApplicationScoped
class WhenCoverChanged {

    private final Covers covers;

    WhenCoverChanged(Covers covers) {
        this.covers = covers;
    }

    void on(@Observes CoverChanged changed) {
        covers.change(changed);
    }

    void on(@Observes LimitDecided decided) {
        covers.decide(decided);
    }

    void on(@Observes CoverStopped stopped) {
        covers.stop(stopped.customerId(), stopped.policyId(), stopped.stopOn());
    }

    void on(@Observes CoverResumed resumed) {
        covers.stop(resumed.customerId(), resumed.policyId(), null);
    }
}
