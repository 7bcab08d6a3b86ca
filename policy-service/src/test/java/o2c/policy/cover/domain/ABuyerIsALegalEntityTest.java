package o2c.policy.cover.domain;

import static o2c.policy.cover.domain.Given.EUR;
import static o2c.policy.cover.domain.Given.day;
import static o2c.policy.cover.domain.Given.eur;
import static o2c.policy.cover.domain.Given.invoice;
import static o2c.policy.cover.domain.Given.limitOf;
import static o2c.policy.cover.domain.Given.paid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import o2c.kernel.Percentage;
import o2c.policy.clauses.domain.ConductClauses;
import o2c.policy.clauses.domain.ConductClauses.Resumption;
import o2c.policy.clauses.domain.DebtorKind;
import o2c.policy.clauses.domain.FurtherClauses;
import o2c.policy.clauses.domain.ScopeClauses;
import o2c.policy.clauses.domain.ScopeClauses.Attachment;
import o2c.policy.deadlines.domain.Consent;
import o2c.policy.facts.domain.BuyerFacts;
import o2c.policy.facts.domain.BuyerTotals;
import o2c.policy.facts.domain.CustomerFacts;
import o2c.policy.facts.domain.Debtor;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.Exclusion;
import o2c.policy.limits.domain.Limit;
import o2c.policy.policies.domain.DisputeScope;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.policy.policies.domain.PolicyVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A buyer is a legal entity: limit, stop and exclusion are his, whichever customer buys")
class ABuyerIsALegalEntityTest {

    private static final LocalDate TODAY = day("2026-03-31");
    private static final PolicyTerms TERMS = Given.terms("90.00");

    @Test
    @DisplayName("CI-16 one limit, oldest first over both customers, shown per customer")
    void oneLimit() {
        CustomerFacts a = customer("A", limitOf("100000"), invoice("A1", "2026-01-10", "80000"));
        CustomerFacts b = customer("B", null, invoice("B1", "2026-01-20", "60000"));

        for (List<CustomerFacts> order : List.of(List.of(a, b), List.of(b, a))) {
            Map<String, CustomerCover> covers = covers(TERMS, order);

            assertThat(covers.get("A").insured()).isEqualTo(eur("72000"));
            assertThat(covers.get("B").insured()).isEqualTo(eur("18000"));
            BuyerTotals totals = covers.get("B").buyerTotals();
            assertThat(totals.insured()).isEqualTo(eur("90000"));
            assertThat(totals.uninsured()).isEqualTo(eur("50000"));
            assertThat(totals.customerIds()).containsExactlyInAnyOrder("A", "B");
        }
    }

    @Test
    @DisplayName("An old receivable of one customer stops deliveries to the other")
    void oneStop() {
        CustomerFacts a = customer("A", limitOf("100000"), invoice("A1", "2025-11-01", "2025-12-01", "10"));
        CustomerFacts b = customer("B", null, invoice("B1", "2026-02-20", "1000"));

        CustomerCover cover = covers(TERMS, List.of(a, b)).get("B");

        assertThat(reasons(cover)).containsExactly("after-stop");
        assertThat(cover.leading().orElseThrow().nextDeadlines().orElseThrow().stopOn())
                .isEqualTo(day("2026-01-31"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clauses")
    @DisplayName("Each clause on the debtor with a passing and a failing example")
    void clause(String title, PolicyTerms terms, CustomerFacts customer, String firstReason) {
        CustomerCover cover = covers(terms, List.of(customer)).get(customer.customerId());

        assertThat(reasons(cover).get(0)).isEqualTo(firstReason);
    }

    static Stream<Arguments> clauses() {
        Receivable open = invoice("I1", "2026-02-10", "1000");
        PolicyTerms noConsumers = with(new ScopeClauses(null, Set.of(DebtorKind.CONSUMER), null, null));
        return Stream.of(
                Arguments.of("a business", noConsumers, kind(DebtorKind.BUSINESS, open), "own-retention"),
                Arguments.of("a consumer", noConsumers, kind(DebtorKind.CONSUMER, open), "excluded"),
                Arguments.of("kind not told", noConsumers, kind(null, open), "own-retention"),
                Arguments.of("excluded before", TERMS, excluded("2026-01-01", "2026-02-09", open), "own-retention"),
                Arguments.of("excluded since", TERMS, excluded("2026-02-10", null, open), "excluded"),
                Arguments.of("limit elsewhere", TERMS, elsewhere(open), "limit-on-other-entity"),
                Arguments.of("no limit at all", TERMS, customer("C", null, open), "no-limit"));
    }

    @Test
    @DisplayName("A country may have an insured percentage of its own")
    void countryPercentage() {
        PolicyTerms terms = with(new ScopeClauses(Map.of("IT", Percentage.of("75.00")), null, null, null));
        Receivable open = invoice("I1", "2026-02-10", "1000");

        assertThat(covers(terms, List.of(seated("IT", open))).get("C").insured())
                .isEqualTo(eur("750"));
        assertThat(covers(terms, List.of(seated("NL", open))).get("C").insured())
                .isEqualTo(eur("900"));
    }

    @Test
    @DisplayName("With scope buyer one dispute suspends everything the buyer owes, with whole-invoice only its invoice")
    void disputeOfTheBuyer() {
        Receivable disputed = Given.disputed(invoice("A1", "2026-01-10", "100"), "2026-02-01", "1");
        CustomerFacts a = customer("A", limitOf("100000"), disputed);
        CustomerFacts b = customer("B", null, invoice("B1", "2026-01-20", "1000"));

        PolicyTerms all = Clauses.of(TERMS).disputes(DisputeScope.BUYER).terms();

        assertThat(reasons(covers(all, List.of(a, b)).get("B"))).containsExactly("disputed");
        assertThat(reasons(covers(TERMS, List.of(a, b)).get("B"))).containsExactly("own-retention");
    }

    @Test
    @DisplayName(
            "A policy that insures losses as they occur covers what was delivered before it began, and no longer after")
    void attachment() {
        Receivable old = invoice("I1", "2025-12-20", "2026-02-28", "1000");
        CustomerFacts customer = customer("C", Given.limitFrom("100000", "2025-12-01"), old);
        PolicyTerms occurring = with(new ScopeClauses(null, null, Attachment.LOSSES_OCCURRING, null));

        assertThat(reasons(covers(TERMS, List.of(customer)).get("C"))).containsExactly("no-policy");
        assertThat(reasons(covers(occurring, List.of(customer)).get("C"))).containsExactly("own-retention");
        assertThat(reasons(on("2027-01-01", occurring, customer))).containsExactly("no-policy");
    }

    @Test
    @DisplayName("A consent to a longer extension moves the stop; without it the same delivery is not insured")
    void extension() {
        Receivable late = invoice("OLD", "2025-11-01", "2025-12-01", "10");
        Receivable delivered = invoice("NEW", "2026-02-20", "1000");
        Consent consent = new Consent("P1", Consent.Kind.EXTENSION, "OLD", day("2026-01-15"), day("2026-02-28"));

        assertThat(reasons(
                        covers(TERMS, List.of(consented(null, late, delivered))).get("C")))
                .contains("after-stop");
        CustomerCover moved =
                covers(TERMS, List.of(consented(consent, late, delivered))).get("C");
        assertThat(reasons(moved)).contains("own-retention").doesNotContain("after-stop");
        assertThat(moved.leading().orElseThrow().nextDeadlines().orElseThrow().stopOn())
                .isEqualTo(day("2026-03-01"));
    }

    @Test
    @DisplayName("Where the policy asks for it, cover resumes on the insurer's consent and not on payment")
    void resumption() {
        PolicyTerms onConsent = TERMS.with(
                FurtherClauses.SILENT.with(new ConductClauses(null, null, null, null, Resumption.ON_CONSENT, null)));
        Receivable late = invoice("OLD", "2025-11-01", "2025-12-01", "10", paid("2026-02-10", "10"));
        Receivable delivered = invoice("NEW", "2026-02-20", "1000");
        Consent consent = new Consent("P1", Consent.Kind.RESUMPTION, null, day("2026-02-15"), null);

        assertThat(reasons(
                        covers(TERMS, List.of(consented(null, late, delivered))).get("C")))
                .containsExactly("own-retention");
        assertThat(reasons(covers(onConsent, List.of(consented(null, late, delivered)))
                        .get("C")))
                .containsExactly("after-stop");
        assertThat(reasons(covers(onConsent, List.of(consented(consent, late, delivered)))
                        .get("C")))
                .containsExactly("own-retention");
    }

    private static List<String> reasons(CustomerCover cover) {
        return cover.reasons().stream().map(part -> part.reason().code()).toList();
    }

    private static Map<String, CustomerCover> covers(PolicyTerms terms, List<CustomerFacts> customers) {
        return new CoverCalculation(book(terms), TODAY, EUR)
                .of(new BuyerFacts("B1", customers)).stream()
                        .collect(Collectors.toMap(CustomerCover::customerId, cover -> cover));
    }

    private static CustomerCover on(String day, PolicyTerms terms, CustomerFacts customer) {
        return new CoverCalculation(book(terms), day(day), EUR).of(customer);
    }

    private static PolicyBook book(PolicyTerms terms) {
        return PolicyBook.of(List.of(new PolicyVersion("P1", 1, terms)));
    }

    private static PolicyTerms with(ScopeClauses scope) {
        return TERMS.with(FurtherClauses.SILENT.with(scope));
    }

    private static CustomerFacts customer(String id, Limit limit, Receivable... open) {
        return facts(id, Debtor.in("NL"), limit, List.of(), List.of(), open);
    }

    private static CustomerFacts seated(String country, Receivable open) {
        return facts("C", Debtor.in(country), limitOf("100000"), List.of(), List.of(), open);
    }

    private static CustomerFacts kind(DebtorKind kind, Receivable open) {
        return facts("C", new Debtor("NL", kind, false), limitOf("100000"), List.of(), List.of(), open);
    }

    private static CustomerFacts elsewhere(Receivable open) {
        return facts("C", new Debtor("NL", null, true), null, List.of(), List.of(), open);
    }

    private static CustomerFacts excluded(String from, String to, Receivable open) {
        Exclusion exclusion = new Exclusion("P1", day(from), to == null ? null : day(to));
        return facts("C", Debtor.in("NL"), limitOf("100000"), List.of(exclusion), List.of(), open);
    }

    private static CustomerFacts consented(Consent consent, Receivable... open) {
        List<Consent> consents = consent == null ? List.of() : List.of(consent);
        return facts("C", Debtor.in("NL"), limitOf("100000"), List.of(), consents, open);
    }

    private static CustomerFacts facts(
            String id,
            Debtor debtor,
            Limit limit,
            List<Exclusion> exclusions,
            List<Consent> consents,
            Receivable... open) {
        List<Limit> limits = limit == null ? List.of() : List.of(limit);
        return new CustomerFacts(id, debtor, Arrays.asList(open), limits, exclusions, consents, null);
    }
}
