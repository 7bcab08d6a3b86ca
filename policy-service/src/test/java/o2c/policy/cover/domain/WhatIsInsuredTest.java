package o2c.policy.cover.domain;

import static o2c.policy.cover.domain.Given.EUR;
import static o2c.policy.cover.domain.Given.day;
import static o2c.policy.cover.domain.Given.eur;
import static o2c.policy.cover.domain.Given.invoice;
import static o2c.policy.cover.domain.Given.limit;
import static o2c.policy.cover.domain.Given.net;
import static o2c.policy.cover.domain.Given.paid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import o2c.kernel.Money;
import o2c.kernel.Percentage;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.LimitKind;
import o2c.policy.limits.domain.LimitStep;
import o2c.policy.limits.domain.LimitTimeline;
import o2c.policy.policies.domain.CoverBasis;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.DisputeScope;
import o2c.policy.policies.domain.PolicyTerms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What is insured of the receivables of one customer?")
class WhatIsInsuredTest {

    private static final Receivable A = invoice("A", "2026-01-10", "40000");
    private static final Receivable A_PAID = invoice("A", "2026-01-10", "40000", paid("2026-03-10", "40000"));
    private static final Receivable A_PART_PAID = invoice("A", "2026-01-10", "40000", paid("2026-03-10", "10000"));
    private static final Receivable B = invoice("B", "2026-01-20", "45000");
    private static final Receivable C = invoice("C", "2026-01-30", "30000");
    private static final Receivable E = invoice("E", "2026-02-20", "20000");
    private static final Receivable BIG_A = invoice("A", "2026-01-10", "100000");
    private static final Receivable BIG_A_PAID = invoice("A", "2026-01-10", "100000", paid("2026-03-10", "100000"));
    private static final Receivable BIG_B = invoice("B", "2026-01-20", "100000");
    private static final Receivable BIG_B_PAID = invoice("B", "2026-01-20", "100000", paid("2026-03-11", "100000"));
    private static final Receivable BIG_C = invoice("C", "2026-01-30", "100000");
    private static final Receivable D = invoice("D", "2026-02-20", "80000");
    private static final LimitTimeline HUNDRED = limit("2026-01-01", "100000");
    private static final LimitTimeline CUT = limit("2026-01-01", "250000", "2026-02-15", "150000");
    private static final LimitTimeline CANCELLED = limit("2026-01-01", "100000", "2026-02-15", "0");

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void coversAndInsures(Case sample) {
        List<CoverLine> lines = sheet(sample.rule, sample.limits, sample.receivables);

        assertThat(lines.stream().map(CoverLine::covered)).containsExactlyElementsOf(amounts(sample.covered));
        assertThat(insured(lines)).isEqualTo(eur(sample.insured));
        assertThat(uninsured(lines)).isEqualTo(eur(sample.uninsured));
    }

    static Stream<Arguments> cases() {
        return Stream.concat(oracles(), furtherCases()).map(Arguments::of);
    }

    private static Stream<Case> oracles() {
        return Stream.of(
                of("CI-2 the youngest takes what is left", HUNDRED)
                        .open(A, B, C)
                        .gives("40000 45000 15000", "90000", "25000"),
                of("CI-3 silo: room made by a payment slides to the younger", HUNDRED)
                        .open(A_PAID, B, C)
                        .gives("0 45000 30000", "67500", "7500"),
                of("CI-3 fixed: no top-up", HUNDRED)
                        .by(CoverRule.FIXED)
                        .open(A_PAID, B, C)
                        .gives("0 45000 15000", "54000", "21000"),
                of("CI-3b part payment of the oldest", HUNDRED)
                        .open(A_PART_PAID, B, C)
                        .gives("30000 45000 25000", "90000", "15000"),
                of("CI-4 a cut is not retroactive", CUT)
                        .open(BIG_A, BIG_B, BIG_C, D)
                        .gives("100000 100000 50000 0", "225000", "155000"),
                of("CI-4 before the cut", limit("2026-01-01", "250000"))
                        .open(BIG_A, BIG_B, BIG_C)
                        .gives("100000 100000 50000", "225000", "75000"),
                of("CI-4 then A is paid", CUT)
                        .open(BIG_A_PAID, BIG_B, BIG_C, D)
                        .gives("0 100000 50000 0", "135000", "145000"),
                of("CI-4 then A and B are paid", CUT)
                        .open(BIG_A_PAID, BIG_B_PAID, BIG_C, D)
                        .gives("0 0 100000 50000", "135000", "45000"),
                of("CI-5 a cancelled limit runs off", CANCELLED)
                        .open(A, B, C, E)
                        .gives("40000 45000 15000 0", "90000", "45000"),
                of("CI-5 nothing slides up after a cancellation", CANCELLED)
                        .open(A_PAID, B, C, E)
                        .gives("0 45000 15000 0", "54000", "41000"),
                of("CI-16 receivables of two customers of one buyer", HUNDRED)
                        .open(invoice("A", "2026-01-10", "80000"), invoice("B", "2026-01-20", "60000"))
                        .gives("80000 20000", "90000", "50000"));
    }

    private static Stream<Case> furtherCases() {
        return Stream.of(
                of("pro rata: every receivable in the same proportion", limit("2026-01-01", "100"))
                        .by(CoverRule.PRO_RATA)
                        .open(
                                invoice("A", "2026-01-10", "100"),
                                invoice("B", "2026-01-20", "100"),
                                invoice("C", "2026-01-30", "100"))
                        .gives("33.33 33.33 33.34", "90.01", "209.99"),
                of("pro rata: all within the limit", HUNDRED)
                        .by(CoverRule.PRO_RATA)
                        .open(A, B)
                        .gives("40000 45000", "76500", "8500"),
                of(
                                "a rise counts at once, for older receivables too",
                                limit("2026-01-01", "50000", "2026-03-01", "200000"))
                        .open(A, B, C)
                        .gives("40000 45000 30000", "103500", "11500"),
                of(
                                "two cuts: the floor is what was held before the last",
                                limit("2026-01-01", "100000", "2026-02-10", "60000", "2026-02-20", "10000"))
                        .open(A, B, C)
                        .gives("40000 45000 15000", "90000", "25000"),
                of("no limit at all", new LimitTimeline(List.of())).open(A).gives("0", "0", "40000"));
    }

    @Test
    @DisplayName("CI-1 published figures: over the limit, own retention; a raised limit covers all")
    void publishedFigures() {
        Receivable all = invoice("X", "2026-01-10", "428226");

        CoverLine before =
                sheet(CoverRule.SILO, limit("2026-01-01", "250000"), all).get(0);
        CoverLine raised = sheet(CoverRule.SILO, limit("2026-01-01", "250000", "2026-03-01", "450000"), all)
                .get(0);

        assertThat(before.reasons())
                .containsExactly(
                        new UninsuredPart(Reason.OVER_LIMIT, eur("178226")),
                        new UninsuredPart(Reason.OWN_RETENTION, eur("25000")));
        assertThat(before.insured()).isEqualTo(eur("225000"));
        assertThat(before.uninsured()).isEqualTo(eur("203226"));
        assertThat(raised.covered()).isEqualTo(eur("428226"));
    }

    @Test
    @DisplayName("CI-7 a discretionary limit has its own percentage")
    void discretionaryLimit() {
        LimitTimeline blind = new LimitTimeline(List.of(
                new LimitStep(day("2026-01-01"), eur("20000"), LimitKind.DISCRETIONARY, Percentage.of("80.00"))));

        CoverLine line = sheet(CoverRule.SILO, blind, invoice("X", "2026-01-10", "23500.50"))
                .get(0);

        assertThat(line.covered()).isEqualTo(eur("20000"));
        assertThat(line.insured()).isEqualTo(eur("16000"));
        assertThat(line.uninsured()).isEqualTo(eur("7500.50"));
    }

    @Test
    @DisplayName("CI-8 a policy without VAT insures the net amount; VAT stays with the seller")
    void netBasis() {
        Receivable gross = net(invoice("X", "2026-01-10", "121000"), "100000");
        PolicyTerms terms =
                Clauses.of(Given.terms("90.00")).basis(CoverBasis.NET).terms();

        CoverLine line = sheet(terms, limit("2026-01-01", "90000"), gross).get(0);

        assertThat(line.insured()).isEqualTo(eur("81000"));
        assertThat(line.uninsured()).isEqualTo(eur("40000"));
        assertThat(line.reasons()).contains(new UninsuredPart(Reason.VAT, eur("21000")));
    }

    @Test
    @DisplayName("A disputed receivable keeps its place in the limit but is suspended")
    void disputedKeepsItsPlace() {
        List<CoverLine> lines = sheet(CoverRule.SILO, HUNDRED, Given.disputed(A, "2026-02-01", "100"), B, C);

        assertThat(lines.get(0).covered()).isEqualTo(eur("40000"));
        assertThat(lines.get(0).insured()).isEqualTo(eur("0"));
        assertThat(lines.get(0).reasons()).containsExactly(new UninsuredPart(Reason.DISPUTED, eur("40000")));
        assertThat(lines.get(2).covered()).isEqualTo(eur("15000"));
    }

    @Test
    @DisplayName("Where the clause says so, only the disputed part is suspended")
    void onlyTheDisputedPart() {
        PolicyTerms terms = Clauses.of(Given.terms("90.00"))
                .disputes(DisputeScope.DISPUTED_PART)
                .terms();

        CoverLine line =
                sheet(terms, HUNDRED, Given.disputed(A, "2026-02-01", "10000")).get(0);

        assertThat(line.suspended()).isEqualTo(eur("10000"));
        assertThat(line.insured()).isEqualTo(eur("27000"));
        assertThat(line.uninsured()).isEqualTo(eur("13000"));
    }

    private static List<CoverLine> sheet(CoverRule rule, LimitTimeline limits, Receivable... receivables) {
        return sheet(Clauses.of(Given.terms("90.00")).rule(rule).terms(), limits, receivables);
    }

    private static List<CoverLine> sheet(PolicyTerms terms, LimitTimeline limits, Receivable... receivables) {
        return new CoverSheet("P1", terms.rule(), limits)
                .on(
                        day("2026-03-31"),
                        Arrays.stream(receivables)
                                .map(receivable -> Given.eligible(receivable, terms))
                                .toList());
    }

    private static Money insured(List<CoverLine> lines) {
        return Money.sum(lines.stream().map(CoverLine::insured).toList(), EUR);
    }

    private static Money uninsured(List<CoverLine> lines) {
        return Money.sum(lines.stream().map(CoverLine::uninsured).toList(), EUR);
    }

    private static List<Money> amounts(String spaced) {
        return Stream.of(spaced.split(" ")).map(Given::eur).toList();
    }

    private static Case of(String title, LimitTimeline limits) {
        return new Case(title, CoverRule.SILO, limits, new Receivable[0], "", "", "");
    }

    private record Case(
            String title,
            CoverRule rule,
            LimitTimeline limits,
            Receivable[] receivables,
            String covered,
            String insured,
            String uninsured) {

        Case by(CoverRule other) {
            return new Case(title, other, limits, receivables, covered, insured, uninsured);
        }

        Case open(Receivable... open) {
            return new Case(title, rule, limits, open, covered, insured, uninsured);
        }

        Case gives(String parts, String insuredSum, String uninsuredSum) {
            return new Case(title, rule, limits, receivables, parts, insuredSum, uninsuredSum);
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
