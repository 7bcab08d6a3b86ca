package o2c.policy.cover.domain;

import static o2c.policy.cover.domain.Given.EUR;
import static o2c.policy.cover.domain.Given.day;
import static o2c.policy.cover.domain.Given.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import o2c.kernel.Money;
import o2c.policy.facts.domain.CustomerFacts;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.Limit;
import o2c.policy.limits.domain.LimitEntry;
import o2c.policy.limits.domain.LimitKind;
import o2c.policy.limits.domain.LimitStatus;
import o2c.policy.policies.domain.CoverBasis;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.DisputeScope;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.policy.policies.domain.PolicyVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Insured and uninsured always add up to outstanding, and the reasons to uninsured")
class PartsAlwaysAddUpTest {

    private static final int BOOKS = 400;

    @ParameterizedTest
    @EnumSource(CoverRule.class)
    void onAnyBook(CoverRule rule) {
        Random random = new Random(20260131);
        for (int i = 0; i < BOOKS; i++) {
            PolicyTerms terms = terms(rule, random);
            CustomerCover cover = new CoverCalculation(
                            PolicyBook.of(List.of(new PolicyVersion("P1", 1, terms))), anyDay(random), EUR)
                    .of(new CustomerFacts("C1", "NL", receivables(random), limits(random)));

            assertThat(cover.insured().plus(cover.uninsured())).isEqualTo(cover.outstanding());
            assertThat(sum(cover.reasons())).isEqualTo(cover.uninsured());
            assertThat(cover.lines()).allSatisfy(PartsAlwaysAddUpTest::addsUp);
        }
    }

    private static void addsUp(CoverLine line) {
        assertThat(sum(line.reasons())).isEqualTo(line.uninsured());
        assertThat(line.reasons()).noneMatch(part -> part.amount().isNegative());
        assertThat(line.insured().isNegative()).isFalse();
        assertThat(line.covered().exceeds(line.outstanding())).isFalse();
    }

    private static Money sum(List<UninsuredPart> parts) {
        return Money.sum(parts.stream().map(UninsuredPart::amount).toList(), EUR);
    }

    private static PolicyTerms terms(CoverRule rule, Random random) {
        Clauses clauses = Clauses.of(Given.terms("87.35")).rule(rule);
        clauses = random.nextBoolean() ? clauses.basis(CoverBasis.NET) : clauses;
        clauses = random.nextBoolean() ? clauses.disputes(DisputeScope.DISPUTED_PART) : clauses;
        return random.nextInt(3) == 0 ? clauses.maxTermDays(29).terms() : clauses.terms();
    }

    private static List<Receivable> receivables(Random random) {
        List<Receivable> all = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            String total = amount(random, 5_000_00);
            String issuedOn = anyDay(random).toString();
            Receivable open = Given.invoice(
                    "I" + i, issuedOn, total, Given.paid(anyDay(random).toString(), part(total, random)));
            open = random.nextInt(4) == 0 ? open : Given.net(open, part(total, random));
            all.add(random.nextInt(3) > 0 ? open : Given.disputed(open, issuedOn, amount(random, 900_00)));
        }
        return all;
    }

    private static List<Limit> limits(Random random) {
        List<LimitEntry> entries = new ArrayList<>();
        for (int i = 1; i <= random.nextInt(4); i++) {
            LocalDate from = anyDay(random);
            entries.add(new LimitEntry(
                    i,
                    LimitStatus.GRANTED,
                    eur(amount(random, 9_000_00)),
                    from,
                    random.nextInt(3) == 0 ? from.plusDays(40) : null,
                    null));
        }
        return List.of(new Limit(
                new UUID(0, 1), "P1", "C1", LimitKind.INSURER, null, eur("1"), day("2026-01-01"), null, entries));
    }

    private static LocalDate anyDay(Random random) {
        return day("2025-12-15").plusDays(random.nextInt(200));
    }

    private static String amount(Random random, int cents) {
        return BigDecimal.valueOf(1 + random.nextInt(cents), 2).toPlainString();
    }

    private static String part(String total, Random random) {
        int cents = new BigDecimal(total).movePointRight(2).intValueExact();
        return BigDecimal.valueOf(random.nextInt(cents + 1), 2).toPlainString();
    }
}
