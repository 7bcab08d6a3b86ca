package o2c.policy.policies.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import o2c.kernel.Percentage;
import o2c.kernel.RuleBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Which policy is in force?")
class WhichPolicyIsInForceTest {

    @Test
    @DisplayName("From its first to its last day, both included")
    void firstAndLastDay() {
        PolicyBook book = PolicyBook.of(List.of(version("P1", 1, "2026-01-01", "2026-12-31", "90")));

        assertThat(book.inForce("S1", day("2025-12-31"))).isEmpty();
        assertThat(book.inForce("S1", day("2026-01-01"))).isPresent();
        assertThat(book.inForce("S1", day("2026-12-31"))).isPresent();
        assertThat(book.inForce("S1", day("2027-01-01"))).isEmpty();
    }

    @Test
    @DisplayName("A later version governs from its first day; the days before keep their version")
    void addendum() {
        PolicyBook book = PolicyBook.of(List.of(
                version("P1", 1, "2026-01-01", "2026-12-31", "90"),
                version("P1", 2, "2026-07-01", "2026-12-31", "85")));

        assertThat(percentageOn(book, "2026-06-30")).isEqualTo(Percentage.of("90"));
        assertThat(percentageOn(book, "2026-07-01")).isEqualTo(Percentage.of("85"));
    }

    @Test
    @DisplayName("A version with an earlier last day ends the policy early")
    void endedEarly() {
        PolicyBook book = PolicyBook.of(List.of(
                version("P1", 1, "2026-01-01", "2026-12-31", "90"),
                version("P1", 2, "2026-01-01", "2026-03-31", "90")));

        assertThat(book.inForce("S1", day("2026-04-01"))).isEmpty();
        assertThat(book.changesOn(day("2026-04-01"))).isTrue();
        assertThat(book.changesOn(day("2026-03-31"))).isFalse();
    }

    @Test
    @DisplayName("Two policies may not insure the same seller on the same day")
    void overlap() {
        PolicyBook book = PolicyBook.of(List.of(
                version("P1", 1, "2026-01-01", "2026-12-31", "90"),
                version("P2", 1, "2026-12-31", "2027-12-31", "90")));

        assertThatThrownBy(() -> book.refuseOverlap("P2"))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refused -> assertThat(refused.code()).isEqualTo("policy-overlap"));
    }

    @Test
    @DisplayName("Policies that follow each other, or insure different sellers, do not overlap")
    void noOverlap() {
        PolicyBook.of(List.of(
                        version("P1", 1, "2026-01-01", "2026-12-31", "90"),
                        version("P2", 1, "2027-01-01", "2027-12-31", "90")))
                .refuseOverlap("P2");
        PolicyBook bySeller = PolicyBook.of(List.of(
                version("P1", 1, "2026-01-01", "2026-12-31", "90", "S1"),
                version("P2", 1, "2026-01-01", "2026-12-31", "80", "S2", "S3")));
        bySeller.refuseOverlap("P2");

        assertThat(bySeller.inForce("S3", day("2026-05-05")).orElseThrow().policyId())
                .isEqualTo("P2");
        assertThat(bySeller.inForce("S4", day("2026-05-05"))).isEmpty();
    }

    @Test
    @DisplayName("A period that ends before it begins is malformed")
    void reversed() {
        assertThatThrownBy(() -> version("P1", 1, "2026-02-01", "2026-01-31", "90"))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refused -> assertThat(refused.code()).isEqualTo("period-reversed"));
    }

    private static Percentage percentageOn(PolicyBook book, String day) {
        return book.inForce("S1", day(day)).orElseThrow().terms().insuredPercentage();
    }

    private static PolicyVersion version(
            String policyId, int number, String from, String to, String percentage, String... sellers) {
        PolicyTerms plain = PolicyTerms.plain(
                day(from), day(to), Currency.getInstance("EUR"), Percentage.of(percentage), CoverRule.SILO);
        return new PolicyVersion(
                policyId,
                number,
                new PolicyTerms(
                        plain.validFrom(),
                        plain.validTo(),
                        plain.currency(),
                        plain.insuredPercentage(),
                        null,
                        plain.rule(),
                        null,
                        null,
                        plain.extensionPeriod(),
                        plain.extensionAnchor(),
                        plain.reportDays(),
                        plain.claimDays(),
                        plain.coverBasis(),
                        Set.of(),
                        Set.of(sellers),
                        plain.disputeScope(),
                        null,
                        plain.further()));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
