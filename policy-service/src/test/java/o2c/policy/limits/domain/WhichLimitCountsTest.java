package o2c.policy.limits.domain;

import static o2c.policy.limits.domain.LimitKind.DISCRETIONARY;
import static o2c.policy.limits.domain.LimitKind.INSURER;
import static o2c.policy.limits.domain.LimitKind.TEMPORARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.Discretionary;
import o2c.policy.policies.domain.InForce;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.policy.policies.domain.PolicyVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Which limit counts when there are several?")
class WhichLimitCountsTest {

    private static final Limit NAMED = limit(INSURER, "50000", "2026-02-01", null);
    private static final Limit ZERO = limit(INSURER, "0", "2026-02-01", null);
    private static final Limit EXTRA = limit(TEMPORARY, "80000", "2026-03-01", "2026-03-31");
    private static final Limit SMALL_EXTRA = limit(TEMPORARY, "30000", "2026-03-01", "2026-03-31");
    private static final Limit OWN = limit(DISCRETIONARY, "15000", "2026-01-15", null);

    @ParameterizedTest(name = "{0} on {2}: {3}")
    @MethodSource("precedence")
    void stacks(String situation, List<Limit> limits, String day, String amount) {
        LimitTimeline timeline = LimitTimeline.of(limits, policy("20000"));

        assertThat(timeline.on(LocalDate.parse(day)).map(LimitStep::amount))
                .contains(Money.padded(new java.math.BigDecimal(amount), Currency.getInstance("EUR")));
    }

    static Stream<Arguments> precedence() {
        return Stream.of(
                Arguments.of("blind cover alone", List.of(), "2026-01-01", "20000"),
                Arguments.of("blind cover ends with the policy", List.of(), "2027-01-01", "0"),
                Arguments.of("the seller's own limit before blind cover", List.of(OWN), "2026-01-15", "15000"),
                Arguments.of("blind cover until then", List.of(OWN), "2026-01-14", "20000"),
                Arguments.of("the insurer's limit before the seller's", List.of(OWN, NAMED), "2026-02-01", "50000"),
                Arguments.of("a refusal ends discretionary cover", List.of(OWN, ZERO), "2026-02-01", "0"),
                Arguments.of("a refusal ends blind cover", List.of(ZERO), "2026-02-01", "0"),
                Arguments.of("a higher temporary limit", List.of(NAMED, EXTRA), "2026-03-31", "80000"),
                Arguments.of("and after it", List.of(NAMED, EXTRA), "2026-04-01", "50000"),
                Arguments.of("a lower temporary limit", List.of(NAMED, SMALL_EXTRA), "2026-03-15", "50000"),
                Arguments.of("a limit that ran out leaves nothing", List.of(EXTRA), "2026-04-01", "0"));
    }

    @Test
    @DisplayName("Every day from which on less may be covered is a cut")
    void cuts() {
        LimitTimeline timeline = LimitTimeline.of(List.of(NAMED, EXTRA), policy("20000"));

        assertThat(timeline.cutsUpTo(LocalDate.parse("2026-12-31"))).containsExactly(LocalDate.parse("2026-04-01"));
        assertThat(timeline.cutsUpTo(LocalDate.parse("2026-03-31"))).isEmpty();
    }

    @Test
    @DisplayName("What runs off after the end keeps the percentage it was insured at")
    void runOffKeepsItsPercentage() {
        LimitTimeline timeline = LimitTimeline.of(List.of(), policy("20000"));

        assertThat(timeline.on(LocalDate.parse("2027-05-01")).orElseThrow().percentage())
                .isEqualTo(Percentage.of("80.00"));
    }

    private static Limit limit(LimitKind kind, String amount, String from, String to) {
        Money money = Money.padded(new java.math.BigDecimal(amount), Currency.getInstance("EUR"));
        LocalDate start = LocalDate.parse(from);
        LocalDate end = to == null ? null : LocalDate.parse(to);
        return new Limit(
                UUID.randomUUID(),
                "P1",
                "C1",
                kind,
                null,
                money,
                start,
                end,
                List.of(new LimitEntry(1, LimitStatus.GRANTED, money, start, end, null)));
    }

    private static List<InForce> policy(String blind) {
        PolicyTerms plain = PolicyTerms.plain(
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31"),
                Currency.getInstance("EUR"),
                Percentage.of("90.00"),
                CoverRule.SILO);
        PolicyTerms terms = new PolicyTerms(
                plain.validFrom(),
                plain.validTo(),
                plain.currency(),
                plain.insuredPercentage(),
                new Discretionary(Money.of(blind + ".00", "EUR"), Percentage.of("80.00")),
                plain.rule(),
                null,
                null,
                plain.extensionPeriod(),
                plain.extensionAnchor(),
                plain.reportDays(),
                plain.claimDays(),
                plain.coverBasis(),
                plain.countries(),
                plain.insuredSellerIds(),
                plain.disputeScope(),
                null,
                plain.further());
        return PolicyBook.of(List.of(new PolicyVersion("P1", 1, terms))).periods();
    }
}
