package o2c.policy.cover.domain;

import static o2c.policy.cover.domain.Given.EUR;
import static o2c.policy.cover.domain.Given.day;
import static o2c.policy.cover.domain.Given.eur;
import static o2c.policy.cover.domain.Given.invoice;
import static o2c.policy.cover.domain.Given.limitOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import o2c.policy.claimability.domain.Claimability;
import o2c.policy.claimability.domain.Claimability.Told;
import o2c.policy.claimability.domain.Claimability.Verdict;
import o2c.policy.claimability.domain.ClauseCheck;
import o2c.policy.clauses.domain.DebtorKind;
import o2c.policy.clauses.domain.ExtensionPeriod;
import o2c.policy.clauses.domain.FurtherClauses;
import o2c.policy.clauses.domain.ScopeClauses;
import o2c.policy.deadlines.domain.Consent;
import o2c.policy.facts.domain.BuyerFacts;
import o2c.policy.facts.domain.CustomerFacts;
import o2c.policy.facts.domain.Debtor;
import o2c.policy.insurer.domain.Report;
import o2c.policy.insurer.domain.ReportKind;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.Exclusion;
import o2c.policy.limits.domain.Limit;
import o2c.policy.policies.domain.CoverBasis;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.policy.policies.domain.PolicyVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Would this invoice be paid out today? Each clause flipped changes the verdict with that clause")
class WouldItBePaidOutTodayTest {

    private static final String NOW = "2026-03-31";
    private static final PolicyTerms TERMS = Given.terms("90.00");
    private static final Receivable PLAIN = invoice("I1", "2026-02-10", "2026-03-12", "1000");
    private static final Debtor DUTCH = Debtor.in("NL");
    private static final Told NOTHING = new Told(List.of(), null);

    @Test
    @DisplayName("Nothing broken: claimable, and every clause is named")
    void claimable() {
        Claimability answer = new Case(TERMS, PLAIN).on("2026-03-31");

        assertThat(answer.verdict()).isEqualTo(Verdict.CLAIMABLE);
        assertThat(answer.clauses())
                .hasSizeGreaterThan(13)
                .noneMatch(check -> check.outcome() == ClauseCheck.Outcome.BROKEN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flips")
    void flipped(String clause, Case sample, String day, Verdict verdict, String curableUntil) {
        Claimability answer = sample.on(day);

        assertThat(answer.brokenClauses()).extracting(ClauseCheck::clause).containsExactly(clause);
        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.brokenClauses().get(0).curableUntil())
                .isEqualTo(curableUntil == null ? null : day(curableUntil));
    }

    /** Due 2026-03-12: last covered day 2026-05-11, report by 2026-06-10, claim by 2026-11-07. */
    static Stream<Arguments> flips() {
        return Stream.of(ofTheDebtor(), ofTheInvoice(), ofWhatWasTold()).flatMap(flips -> flips);
    }

    private static Stream<Arguments> ofTheDebtor() {
        Case plain = new Case(TERMS, PLAIN);
        Case belgian = plain.under(Clauses.of(TERMS).countries("BE").terms());
        PolicyTerms noConsumers =
                TERMS.with(FurtherClauses.SILENT.with(new ScopeClauses(null, Set.of(DebtorKind.CONSUMER), null, null)));
        Case consumer = plain.under(noConsumers).owedBy(new Debtor("NL", DebtorKind.CONSUMER, false));
        Case elsewhere = plain.without().owedBy(new Debtor("NL", null, true));
        return Stream.of(
                forGood("excluded", plain.excluded(), NOW),
                forGood("excluded", consumer, NOW),
                forGood("country-not-covered", belgian, NOW),
                curable("country-unknown", belgian.owedBy(Debtor.in(null))),
                forGood("no-limit", plain.without(), NOW),
                curable("limit-on-other-entity", elsewhere));
    }

    private static Stream<Arguments> ofTheInvoice() {
        Case plain = new Case(TERMS, PLAIN);
        Case tenDays = plain.under(Clauses.of(TERMS)
                .extension(new ExtensionPeriod(10, ExtensionPeriod.Unit.DAYS))
                .terms());
        Case short29 = plain.under(Clauses.of(TERMS).maxTermDays(29).terms());
        Case invoicing = plain.under(Clauses.of(TERMS).invoicingDays(9).terms());
        Case net = plain.under(Clauses.of(TERMS).basis(CoverBasis.NET).terms());
        return Stream.of(
                forGood("no-policy", plain.with(invoice("I1", "2025-12-31", "2026-03-12", "1000")), NOW),
                forGood("terms-too-long", short29, NOW),
                forGood("invoiced-late", invoicing.with(Given.deliveredOn(PLAIN, "2026-01-31")), NOW),
                forGood(
                        "after-stop",
                        tenDays.with(PLAIN, invoice("OLD", "2026-01-05", "2026-01-20", "5")),
                        "2026-03-20"),
                curable("vat-unknown", net),
                curable("disputed", plain.with(Given.disputed(PLAIN, "2026-03-01", "1000"))));
    }

    private static Stream<Arguments> ofWhatWasTold() {
        Case plain = new Case(TERMS, PLAIN);
        return Stream.of(
                curable("terms-changed-without-consent", plain.told(ReportKind.CHANGE_OF_TERMS, "2026-03-20")),
                forGood("adverse-not-reported", plain.adverse("2026-03-20"), NOW),
                forGood("notice-missing", plain, "2026-06-11"),
                forGood("claim-late", plain.told(ReportKind.OVERDUE, "2026-06-01"), "2026-11-08"));
    }

    private static Arguments forGood(String clause, Case sample, String day) {
        return Arguments.of(clause, sample, day, Verdict.NOT_CLAIMABLE, null);
    }

    private static Arguments curable(String clause, Case sample) {
        return Arguments.of(clause, sample, NOW, Verdict.CURABLE, "2026-11-07");
    }

    @Test
    @DisplayName("A report in time, a consent and a report of the bad news mend their clauses")
    void mended() {
        Case plain = new Case(TERMS, PLAIN);

        assertThat(plain.told(ReportKind.OVERDUE, "2026-06-10").on("2026-06-11").verdict())
                .isEqualTo(Verdict.CLAIMABLE);
        assertThat(plain.told(ReportKind.CHANGE_OF_TERMS, "2026-03-20")
                        .consented(Consent.Kind.CHANGE_OF_TERMS)
                        .on("2026-03-31")
                        .verdict())
                .isEqualTo(Verdict.CLAIMABLE);
        assertThat(plain.told(ReportKind.ADVERSE_INFORMATION, "2026-03-20")
                        .adverse("2026-03-20")
                        .on("2026-03-31")
                        .verdict())
                .isEqualTo(Verdict.CLAIMABLE);
    }

    @Test
    @DisplayName("What is still to be done is open, with its last day; over the limit it is claimable in part")
    void openAndInPart() {
        Claimability open = new Case(TERMS, PLAIN).on("2026-05-20");
        assertThat(open.verdict()).isEqualTo(Verdict.CLAIMABLE);
        assertThat(open.clauses())
                .filteredOn(check -> check.outcome() == ClauseCheck.Outcome.OPEN)
                .extracting(ClauseCheck::clause, ClauseCheck::curableUntil)
                .containsExactly(tuple("notice-missing", day("2026-06-10")), tuple("claim-late", day("2026-11-07")));

        Case big = new Case(TERMS, invoice("I1", "2026-02-10", "2026-03-12", "200000"));
        assertThat(big.on("2026-03-31").verdict()).isEqualTo(Verdict.CLAIMABLE_IN_PART);
    }

    private record Case(
            PolicyTerms terms,
            Receivable[] receivables,
            Debtor debtor,
            List<Limit> limits,
            List<Exclusion> exclusions,
            List<Consent> consents,
            Told told) {

        Case(PolicyTerms terms, Receivable... receivables) {
            this(terms, receivables, DUTCH, List.of(limitOf("100000")), List.of(), List.of(), NOTHING);
        }

        Case under(PolicyTerms other) {
            return new Case(other, receivables, debtor, limits, exclusions, consents, told);
        }

        Case with(Receivable... others) {
            return new Case(terms, others, debtor, limits, exclusions, consents, told);
        }

        Case owedBy(Debtor other) {
            return new Case(terms, receivables, other, limits, exclusions, consents, told);
        }

        Case without() {
            return new Case(terms, receivables, debtor, List.of(), exclusions, consents, told);
        }

        Case excluded() {
            return new Case(
                    terms,
                    receivables,
                    debtor,
                    limits,
                    List.of(new Exclusion(null, day("2026-01-01"), null)),
                    consents,
                    told);
        }

        Case consented(Consent.Kind kind) {
            Consent consent = new Consent("P1", kind, null, day("2026-03-25"), null);
            return new Case(terms, receivables, debtor, limits, exclusions, List.of(consent), told);
        }

        Case told(ReportKind kind, String on) {
            Report report = new Report(new UUID(0, 7), kind, "P1", "A", List.of(), day(on), null, null);
            return new Case(
                    terms,
                    receivables,
                    debtor,
                    limits,
                    exclusions,
                    consents,
                    new Told(List.of(report), told.adverseBy()));
        }

        Case adverse(String by) {
            return new Case(
                    terms, receivables, debtor, limits, exclusions, consents, new Told(told.reports(), day(by)));
        }

        Claimability on(String on) {
            LocalDate day = day(on);
            CustomerFacts customer =
                    new CustomerFacts("A", debtor, List.of(receivables), limits, exclusions, consents, null);
            CoverCalculation calculation =
                    new CoverCalculation(PolicyBook.of(List.of(new PolicyVersion("P1", 1, terms))), day, EUR);
            Examined examined =
                    calculation.examine(BuyerFacts.alone(customer), "A", "I1").orElseThrow();
            assertThat(examined.line().outstanding()).isNotEqualTo(eur("0"));
            return Claimability.of(examined, told, day);
        }
    }
}
