package o2c.invoice.writeoffs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import o2c.contracts.PolicyEvent;
import o2c.runtime.inbox.Heard;

/** What is insured cannot be waived without the insurer. */
@ApplicationScoped
class WhenCoverChanged {

    private final InsuredCustomers insured;

    WhenCoverChanged(InsuredCustomers insured) {
        this.insured = insured;
    }

    void on(@Observes PolicyEvent.CoverChanged event, Heard heard) {
        insured.keep(event.customerId(), event.policyId(), event.insured().amount(), heard.recordedAt());
    }
}
