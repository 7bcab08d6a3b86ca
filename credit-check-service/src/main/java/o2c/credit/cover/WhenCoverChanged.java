package o2c.credit.cover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.PolicyEvent.CoverChanged;
import o2c.contracts.PolicyEvent.CoverResumed;
import o2c.contracts.PolicyEvent.CoverStopped;
import o2c.contracts.PolicyEvent.LimitDecided;
import o2c.credit.causes.Causes;
import o2c.runtime.inbox.Heard;

/** What is insured of a customer's debt, and from when deliveries no longer are: a credit check looks at both. */
@ApplicationScoped
class WhenCoverChanged {

    private final Covers covers;
    private final Causes causes;

    WhenCoverChanged(Covers covers, Causes causes) {
        this.covers = covers;
        this.causes = causes;
    }

    void on(@Observes CoverChanged changed, Heard heard) {
        covers.change(changed);
        causes.note(changed, heard, null);
    }

    void on(@Observes LimitDecided decided, Heard heard) {
        if (decided.customerId() == null) {
            return;
        }
        covers.decide(decided);
        causes.note(decided, heard, null);
    }

    void on(@Observes CoverStopped stopped, Heard heard) {
        covers.stop(stopped.customerId(), stopped.policyId(), stopped.stopOn());
        causes.note(stopped, heard, null);
    }

    void on(@Observes CoverResumed resumed, Heard heard) {
        covers.stop(resumed.customerId(), resumed.policyId(), null);
        causes.note(resumed, heard, null);
    }
}
