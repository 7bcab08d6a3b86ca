package o2c.policy.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import o2c.kernel.RuleBroken;
import o2c.policy.buyers.Buyers;
import o2c.policy.clauses.domain.ExperienceRule;
import o2c.policy.ledger.Receivables;
import o2c.policy.ledger.Receivables.Reach;
import o2c.policy.limits.domain.Limit;
import o2c.policy.limits.domain.LimitBasis;
import o2c.policy.limits.domain.LimitTimeline;
import o2c.policy.limits.domain.PaymentExperience;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.Discretionary;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.runtime.tenancy.Tenancy;

/** What a seller may set as a limit himself, under the policy's rules. */
@ApplicationScoped
class OwnLimits {

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private final LimitBook book;
    private final Buyers buyers;
    private final Receivables receivables;
    private final Tenancy tenancy;

    OwnLimits(LimitBook book, Buyers buyers, Receivables receivables, Tenancy tenancy) {
        this.book = book;
        this.buyers = buyers;
        this.receivables = receivables;
        this.tenancy = tenancy;
    }

    /**
     * The limit as it may be set: at the policy's discretionary percentage, one on a report for twelve months at most.
     *
     * @throws RuleBroken {@code discretionary-above-maximum}, {@code insurer-decided} within twelve months of a
     *     decision
     *     of the insurer, {@code experience-insufficient}
     */
    Limit justified(Limit asked, PolicyBook policy) {
        PolicyTerms terms = policy.inForce(asked.effectiveFrom(), asked.policyId())
                .map(period -> period.terms())
                .orElseThrow(OwnLimits::tooMuch);
        Discretionary most = terms.blindCover()
                .filter(cover -> !asked.requested().exceeds(cover.amount()))
                .orElseThrow(OwnLimits::tooMuch);
        refuseWhereInsurerSpoke(asked);
        if (asked.basis() == LimitBasis.EXPERIENCE) {
            PaymentExperience experience = experience(
                    asked.debtorId(),
                    terms.further().conduct().experienceRule().orElseThrow(() -> insufficient("by this policy")),
                    asked.effectiveFrom());
            if (asked.requested().exceeds(experience.justifies())) {
                throw insufficient(experience.reason());
            }
        }
        Limit limit = asked.basis() == LimitBasis.REPORT ? asked.forAYear() : asked;
        return limit.percentage() != null ? limit : limit.at(most.percentage());
    }

    /** What the payments of a customer or buyer justify on a day. */
    PaymentExperience experience(String debtorId, ExperienceRule rule, LocalDate day) {
        Map<String, LocalDate> everything =
                buyers.customersOf(debtorId).stream().collect(Collectors.toMap(id -> id, id -> EVER));
        LocalDate known = day.isAfter(tenancy.today()) ? tenancy.today() : day;
        return PaymentExperience.of(
                receivables.within(new Reach(everything, 0, 0), known, AsKnown.NOW).values().stream()
                        .flatMap(List::stream)
                        .toList(),
                rule,
                known,
                tenancy.baseCurrency());
    }

    private void refuseWhereInsurerSpoke(Limit asked) {
        List<Limit> earlier = book
                .of(
                        asked.customerId() == null ? List.of() : List.of(asked.customerId()),
                        asked.buyerId() == null ? List.of() : List.of(asked.buyerId()),
                        AsKnown.NOW)
                .stream()
                .filter(limit -> limit.policyId().equals(asked.policyId()))
                .toList();
        Optional<LocalDate> spoke = LimitTimeline.lastInsurerDecision(earlier, asked.effectiveFrom());
        spoke.filter(on -> asked.effectiveFrom().isBefore(on.plusMonths(LimitTimeline.MONTHS_OF_SILENCE)))
                .ifPresent(on -> {
                    throw RuleBroken.refused(
                                    "insurer-decided",
                                    "the insurer decided on " + on
                                            + "; a limit of your own may be set twelve months later")
                            .at("/effectiveFrom");
                });
    }

    private static RuleBroken tooMuch() {
        return RuleBroken.refused(
                        "discretionary-above-maximum",
                        "the policy allows no discretionary limit of this height on that day")
                .at("/amount");
    }

    private static RuleBroken insufficient(String why) {
        return RuleBroken.refused("experience-insufficient", "payment experience does not justify this limit: " + why)
                .at("/amount");
    }
}
