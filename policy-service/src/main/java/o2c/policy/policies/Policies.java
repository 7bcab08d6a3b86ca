package o2c.policy.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import o2c.kernel.RuleBroken;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.policy.policies.domain.PolicyVersion;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Agreeing on policies and looking up which one is in force. */
@ApplicationScoped
public class Policies {

    private final PolicyVersions versions;
    private final Tenancy tenancy;
    private final Outbox outbox;
    private final Event<PolicyVersion> agreed;
    private final ObjectMapper json;

    Policies(PolicyVersions versions, Tenancy tenancy, Outbox outbox, Event<PolicyVersion> agreed, ObjectMapper json) {
        this.versions = versions;
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.agreed = agreed;
        this.json = json;
    }

    /** All policies of the tenant as known at a moment. */
    public PolicyBook book(AsKnown known) {
        return PolicyBook.of(versions.all(known));
    }

    /**
     * Whether there is such a policy; refuses {@code policy-unknown}.
     *
     * @return its versions, oldest first
     */
    public List<PolicyVersion> require(String policyId) {
        List<PolicyVersion> known = versions.of(policyId);
        if (known.isEmpty()) {
            throw RuleBroken.refused("policy-unknown", "there is no policy " + policyId)
                    .at("/policyId");
        }
        return known;
    }

    /**
     * A policy as it would read with other clauses, without agreeing on it.
     *
     * @param clauses fields as for PUT /v1/policies/{policyId}; what is left out stays as it is
     * @throws RuleBroken {@code policy-unknown}, {@code policy-malformed} and the refusals of the clauses
     */
    public PolicyVersion imagine(String policyId, JsonNode clauses) {
        PolicyVersion last =
                require(policyId).stream().reduce((earlier, later) -> later).orElseThrow();
        try {
            PolicyClauses read = json.treeToValue(clauses, PolicyClauses.class);
            return new PolicyVersion(policyId, last.version() + 1, read.over(last.terms()));
        } catch (JsonProcessingException malformed) {
            throw RuleBroken.invalid("policy-malformed", malformed.getOriginalMessage())
                    .at("/policy");
        }
    }

    /** A policy that is not stored anywhere; the same refusals. */
    public PolicyVersion draft(String policyId, JsonNode clauses) {
        try {
            return new PolicyVersion(
                    policyId, 1, json.treeToValue(clauses, PolicyClauses.class).over(null));
        } catch (JsonProcessingException malformed) {
            throw RuleBroken.invalid("policy-malformed", malformed.getOriginalMessage())
                    .at("/policy");
        }
    }

    /** After how many days a cut by the insurer counts under a policy on a day. */
    public int noticeDays(String policyId, LocalDate day) {
        return PolicyBook.of(versions.of(policyId))
                .inForce(day, policyId)
                .map(period -> period.terms().further().conduct().noticeDays())
                .orElse(0);
    }

    List<PolicyVersion> versionsOf(String policyId) {
        return versions.of(policyId);
    }

    List<PolicyVersion> latest(Optional<String> after, int limit) {
        return versions.latest(after.orElse(""), limit);
    }

    void lock() {
        versions.lock();
    }

    /**
     * Agrees on the next version.
     *
     * @throws RuleBroken {@code policy-overlap}, {@code currency-not-supported}
     */
    PolicyVersion agree(String policyId, int version, PolicyTerms terms) {
        if (!terms.currency().equals(tenancy.baseCurrency())) {
            throw RuleBroken.refused(
                            "currency-not-supported",
                            "a policy is kept in the organisation's base currency, " + tenancy.baseCurrency())
                    .at("/currency");
        }
        PolicyVersion next = new PolicyVersion(policyId, version, terms);
        PolicyBook.of(Stream.concat(versions.all(AsKnown.NOW).stream(), Stream.of(next))
                        .toList())
                .refuseOverlap(policyId);
        versions.add(next);
        outbox.announce(next.activated());
        agreed.fire(next);
        return next;
    }
}
