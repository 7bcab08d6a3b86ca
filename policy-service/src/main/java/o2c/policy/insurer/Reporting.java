package o2c.policy.insurer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.PolicyEvent.AdverseInformationFound;
import o2c.contracts.PolicyEvent.InsurerConsentGiven;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.policy.buyers.Buyers.Regrouped;
import o2c.policy.deadlines.domain.Consent;
import o2c.policy.insurer.InsurerDealings.Given;
import o2c.policy.insurer.domain.Report;
import o2c.policy.policies.Policies;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.Codes;
import o2c.policy.policies.domain.InForce;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Telling the insurer, and taking down what he agrees to. */
@ApplicationScoped
class Reporting {

    private final InsurerDealings dealings;
    private final Policies policies;
    private final Tenancy tenancy;
    private final Outbox outbox;
    private final Event<Regrouped> concerned;

    Reporting(InsurerDealings dealings, Policies policies, Tenancy tenancy, Outbox outbox, Event<Regrouped> concerned) {
        this.dealings = dealings;
        this.policies = policies;
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.concerned = concerned;
    }

    /** Takes down a report; {@code policy-unknown}, {@code policy-ambiguous}, {@code invoice-unknown} and its own. */
    Report report(Report said) {
        requireKnown(said.customerId(), said.invoiceIds(), "/invoiceIds");
        outbox.announce(said.made(tenancy.today()));
        dealings.add(said);
        concerned.fire(new Regrouped(List.of(said.customerId())));
        return said;
    }

    /** Takes down a consent; the same refusals, and {@code until-missing} for an extension without its last day. */
    Given consent(String customerId, String reference, Consent said) {
        if (said.kind() == Consent.Kind.EXTENSION && (said.until() == null || said.reference() == null)) {
            throw RuleBroken.invalid(
                            "until-missing", "an extension names the invoice and the last covered day it allows")
                    .at(said.until() == null ? "/until" : "/invoiceId");
        }
        if (said.on().isAfter(tenancy.today())) {
            throw RuleBroken.refused("date-in-future", "the business date is " + tenancy.today())
                    .at("/givenOn");
        }
        UUID invoice = said.reference() == null ? null : UUID.fromString(said.reference());
        requireKnown(customerId, invoice == null ? List.of() : List.of(invoice), "/invoiceId");
        Given given = new Given(Ids.next(), customerId, reference, said);
        dealings.add(given);
        outbox.announce(new InsurerConsentGiven(
                given.consentId(),
                customerId,
                said.policyId(),
                Codes.text(said.kind()),
                invoice,
                said.on(),
                said.until()));
        concerned.fire(new Regrouped(List.of(customerId)));
        return given;
    }

    /** Takes down bad news: what the seller may set himself ends, and the insurer is to be told by a day. */
    AdverseInformationFound adverse(
            UUID id, String policyId, String customerId, String information, LocalDate knownOn) {
        if (knownOn.isAfter(tenancy.today())) {
            throw RuleBroken.refused("date-in-future", "the business date is " + tenancy.today())
                    .at("/knownOn");
        }
        int days = policies.book(AsKnown.NOW)
                .inForce(knownOn, policyId)
                .map(period -> period.terms().further().conduct().adverseReportDays())
                .orElseThrow(() -> RuleBroken.refused(
                                "policy-not-in-force", "policy " + policyId + " is not in force on " + knownOn)
                        .at("/knownOn"));
        AdverseInformationFound found =
                new AdverseInformationFound(customerId, policyId, information, knownOn, knownOn.plusDays(days));
        dealings.addAdverse(id, found);
        outbox.announce(found);
        concerned.fire(new Regrouped(List.of(customerId)));
        return found;
    }

    /** The policy that is meant: the one named, or the only one in force today. */
    String policy(String named) {
        if (named != null) {
            policies.require(named);
            return named;
        }
        List<InForce> today = policies.book(AsKnown.NOW).inForce(tenancy.today());
        if (today.size() != 1) {
            throw RuleBroken.refused(
                            today.isEmpty() ? "policy-unknown" : "policy-ambiguous",
                            today.size() + " policies are in force today; name one")
                    .at("/policyId");
        }
        return today.get(0).policyId();
    }

    private void requireKnown(String customerId, List<UUID> invoiceIds, String pointer) {
        List<UUID> strange = invoiceIds.isEmpty() ? List.of() : dealings.notOf(customerId, invoiceIds);
        if (!strange.isEmpty()) {
            throw RuleBroken.notYetKnown(
                            "invoice-unknown", "customer " + customerId + " has no invoice " + strange.get(0))
                    .at(pointer);
        }
    }
}
