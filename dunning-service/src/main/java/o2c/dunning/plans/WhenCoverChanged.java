package o2c.dunning.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.PolicyEvent.CoverChanged;
import o2c.runtime.inbox.Heard;

/** A payment plan must know whether anything of the customer's is insured. */
@ApplicationScoped
class WhenCoverChanged {

    private final ExtensionPeriod extension;

    WhenCoverChanged(ExtensionPeriod extension) {
        this.extension = extension;
    }

    void on(@Observes CoverChanged e, Heard heard) {
        extension.told(e.customerId(), e.policyId(), e.insured().isPositive(), heard.sequence());
    }
}
