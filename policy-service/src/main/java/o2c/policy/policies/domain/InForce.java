package o2c.policy.policies.domain;

import java.time.LocalDate;
import o2c.policy.clauses.domain.ScopeClauses.Attachment;

/** The days, both included, on which a version of a policy governs. */
public record InForce(PolicyVersion version, LocalDate from, LocalDate to) {

    public String policyId() {
        return version.policyId();
    }

    public PolicyTerms terms() {
        return version.terms();
    }

    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean insuresLosses(Attachment attachment) {
        return terms().further().scope().attachment() == attachment;
    }

    boolean meets(InForce other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
}
