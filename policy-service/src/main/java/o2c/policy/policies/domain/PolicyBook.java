package o2c.policy.policies.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import o2c.kernel.RuleBroken;
import o2c.policy.clauses.domain.ScopeClauses.Attachment;

/**
 * All policies of one organisation with all their versions: which one governs on which day.
 *
 * @param periods the days each version governs, earliest first; versions that never govern are left out
 */
public record PolicyBook(List<InForce> periods) {

    public PolicyBook {
        periods = List.copyOf(periods);
    }

    public static PolicyBook of(List<PolicyVersion> versions) {
        return new PolicyBook(versions.stream()
                .map(version -> new InForce(version, version.terms().validFrom(), lastDay(version, versions)))
                .filter(period -> !period.to().isBefore(period.from()))
                .sorted(Comparator.comparing(InForce::from).thenComparing(InForce::policyId))
                .toList());
    }

    /** The book with one policy replaced by a single version, in force on all the days of the old ones. */
    public PolicyBook with(PolicyVersion imagined) {
        List<InForce> others = periods.stream()
                .filter(period -> !period.policyId().equals(imagined.policyId()))
                .toList();
        LocalDate first = periodsOf(imagined.policyId()).stream()
                .map(InForce::from)
                .min(Comparator.naturalOrder())
                .orElse(imagined.terms().validFrom());
        LocalDate from = first.isBefore(imagined.terms().validFrom())
                ? first
                : imagined.terms().validFrom();
        return new PolicyBook(Stream.concat(
                        others.stream(),
                        Stream.of(new InForce(imagined, from, imagined.terms().validTo())))
                .sorted(Comparator.comparing(InForce::from).thenComparing(InForce::policyId))
                .toList());
    }

    /** The policy that insures deliveries of this seller on this day. */
    public Optional<InForce> inForce(String sellerId, LocalDate day) {
        return periods.stream()
                .filter(period -> period.isOn(day) && period.terms().insuresSeller(sellerId))
                .findFirst();
    }

    /**
     * The version under which a receivable stands at the close of a day: the one in force then when it insures losses
     * as they occur, else the one in force on the day of delivery when that insures risks as they attach.
     */
    public Optional<InForce> attached(String sellerId, LocalDate deliveredOn, LocalDate day) {
        return inForce(sellerId, day)
                .filter(period -> period.insuresLosses(Attachment.LOSSES_OCCURRING))
                .or(() -> inForce(sellerId, deliveredOn)
                        .filter(period -> period.insuresLosses(Attachment.RISK_ATTACHING)));
    }

    /** Every policy in force on this day, whichever sellers it insures. */
    public List<InForce> inForce(LocalDate day) {
        return periods.stream().filter(period -> period.isOn(day)).toList();
    }

    /** The currency in which the policies are kept; they all have the same. */
    public Currency currency() {
        return periods.get(0).terms().currency();
    }

    public List<InForce> periodsOf(String policyId) {
        return periods.stream()
                .filter(period -> period.policyId().equals(policyId))
                .toList();
    }

    /** The version of this policy that governs on this day. */
    public Optional<InForce> inForce(LocalDate day, String policyId) {
        return periodsOf(policyId).stream().filter(period -> period.isOn(day)).findFirst();
    }

    /** Whether any version begins to govern on this day or governed for the last time the day before. */
    public boolean changesOn(LocalDate day) {
        return periods.stream()
                .anyMatch(period ->
                        period.from().equals(day) || period.to().plusDays(1).equals(day));
    }

    /** One policy per day and seller: refuses {@code policy-overlap}. */
    public void refuseOverlap(String policyId) {
        for (InForce mine : periodsOf(policyId)) {
            periods.stream()
                    .filter(other -> !other.policyId().equals(policyId))
                    .filter(other -> mine.meets(other) && mine.terms().sharesSellerWith(other.terms()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw RuleBroken.refused(
                                        "policy-overlap",
                                        "policy " + other.policyId() + " insures the same seller from " + other.from()
                                                + " to " + other.to())
                                .at("/validFrom");
                    });
        }
    }

    private static LocalDate lastDay(PolicyVersion version, List<PolicyVersion> all) {
        return all.stream()
                .filter(later -> later.policyId().equals(version.policyId()) && later.version() > version.version())
                .map(later -> later.terms().validFrom().minusDays(1))
                .min(Comparator.naturalOrder())
                .filter(day -> day.isBefore(version.terms().validTo()))
                .orElse(version.terms().validTo());
    }
}
