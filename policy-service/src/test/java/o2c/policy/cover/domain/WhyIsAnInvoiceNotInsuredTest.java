package o2c.policy.cover.domain;

import static o2c.policy.cover.domain.Given.EUR;
import static o2c.policy.cover.domain.Given.day;
import static o2c.policy.cover.domain.Given.deliveredOn;
import static o2c.policy.cover.domain.Given.eur;
import static o2c.policy.cover.domain.Given.invoice;
import static o2c.policy.cover.domain.Given.net;
import static o2c.policy.cover.domain.Given.paid;
import static o2c.policy.limits.domain.LimitStatus.GRANTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import o2c.kernel.Percentage;
import o2c.policy.clauses.domain.ExtensionPeriod;
import o2c.policy.facts.domain.CustomerFacts;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.Limit;
import o2c.policy.limits.domain.LimitEntry;
import o2c.policy.limits.domain.LimitKind;
import o2c.policy.policies.domain.CoverBasis;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.policy.policies.domain.PolicyVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Why is an invoice not insured?")
class WhyIsAnInvoiceNotInsuredTest {

    private static final PolicyTerms TERMS = Given.terms("90.00");
    private static final Receivable PLAIN = invoice("I1", "2026-02-01", "2026-03-03", "1000");

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("clauses")
    void eachClauseHasAPassingAndAFailingExample(
            String situation, PolicyTerms terms, Receivable receivable, String reason) {
        CustomerCover cover = cover(terms, "NL", receivable);

        assertThat(cover.lines().get(0).reasons())
                .extracting(part -> part.reason().code())
                .containsExactly(reason);
    }

    static Stream<Arguments> clauses() {
        PolicyTerms thirtyDays = Clauses.of(TERMS).maxTermDays(30).terms();
        PolicyTerms invoicing = Clauses.of(TERMS).invoicingDays(14).terms();
        PolicyTerms net = Clauses.of(TERMS).basis(CoverBasis.NET).terms();
        return Stream.of(
                Arguments.of("all clauses kept", TERMS, PLAIN, "own-retention"),
                Arguments.of("a day before the policy", TERMS, invoice("I1", "2025-12-31", "9"), "no-policy"),
                Arguments.of("the first day of the policy", TERMS, invoice("I1", "2026-01-01", "9"), "no-limit"),
                Arguments.of("the first day of the limit", TERMS, invoice("I1", "2026-01-02", "9"), "own-retention"),
                Arguments.of("delivery decides, not the invoice", TERMS, deliveredOn(PLAIN, "2025-12-31"), "no-policy"),
                Arguments.of("30 days allowed, 30 given", thirtyDays, PLAIN, "own-retention"),
                Arguments.of(
                        "30 days allowed, 31 given",
                        thirtyDays,
                        invoice("I1", "2026-02-01", "2026-03-04", "9"),
                        "terms-too-long"),
                Arguments.of("14 days to invoice", invoicing, deliveredOn(PLAIN, "2026-01-18"), "own-retention"),
                Arguments.of("15 days to invoice", invoicing, deliveredOn(PLAIN, "2026-01-17"), "invoiced-late"),
                Arguments.of("delivery not told", invoicing, PLAIN, "own-retention"),
                Arguments.of("country named", Clauses.of(TERMS).countries("NL").terms(), PLAIN, "own-retention"),
                Arguments.of(
                        "country not named", Clauses.of(TERMS).countries("BE").terms(), PLAIN, "country-not-covered"),
                Arguments.of("VAT not told", net, PLAIN, "vat-unknown"),
                Arguments.of("no VAT on it", net, net(PLAIN, "1000"), "own-retention"));
    }

    @Test
    @DisplayName("A customer whose country is not told yet is not insured where the policy names countries")
    void countryUnknown() {
        CustomerCover cover = cover(Clauses.of(TERMS).countries("NL").terms(), null, PLAIN);

        assertThat(cover.reasons()).containsExactly(new UninsuredPart(Reason.COUNTRY_UNKNOWN, eur("1000")));
    }

    @Test
    @DisplayName("Deliveries inside a stop are not insured, those before and after are")
    void afterStop() {
        PolicyTerms tenDays = Clauses.of(TERMS)
                .extension(new ExtensionPeriod(10, ExtensionPeriod.Unit.DAYS))
                .terms();
        Receivable cause = invoice("OLD", "2026-01-05", "2026-01-20", "500", paid("2026-02-10", "500"));

        CustomerCover cover = cover(
                tenDays,
                "NL",
                cause,
                invoice("BEFORE", "2026-01-30", "100"),
                invoice("FIRST", "2026-01-31", "100"),
                invoice("LAST", "2026-02-09", "100"),
                invoice("PAID", "2026-02-10", "100"));

        assertThat(cover.lines())
                .filteredOn(line -> line.reasons().get(0).reason().equals(Reason.AFTER_STOP))
                .extracting(line -> line.receivable().number())
                .containsExactly("FIRST", "LAST");
    }

    @Test
    @DisplayName("An uninsured old receivable stops cover too; one below the minimum does not")
    void uninsuredStopsToo() {
        PolicyTerms minimum = Clauses.of(TERMS).minimumOverdue(eur("100")).terms();
        Receivable small = invoice("SMALL", "2025-10-01", "2025-10-31", "99.99");
        Receivable big = invoice("BIG", "2025-10-01", "2025-10-31", "100");

        assertThat(cover(minimum, "NL", small, PLAIN).lines().get(1).reasons())
                .extracting(part -> part.reason().code())
                .containsExactly("own-retention");
        assertThat(cover(minimum, "NL", big, PLAIN).lines().get(1).reasons())
                .extracting(part -> part.reason().code())
                .containsExactly("after-stop");
    }

    @Test
    @DisplayName("A receivable stays under the policy of its delivery when another policy follows")
    void riskAttaches() {
        PolicyTerms next =
                PolicyTerms.plain(day("2026-03-01"), day("2027-02-28"), EUR, Percentage.of("50.00"), CoverRule.SILO);
        PolicyTerms first =
                PolicyTerms.plain(day("2026-01-01"), day("2026-02-28"), EUR, Percentage.of("90.00"), CoverRule.SILO);
        PolicyBook book = PolicyBook.of(List.of(new PolicyVersion("P1", 1, first), new PolicyVersion("P2", 1, next)));
        CustomerFacts facts = new CustomerFacts(
                "C1", "NL", List.of(PLAIN, invoice("I2", "2026-03-05", "1000")), List.of(limit("P1"), limit("P2")));

        CustomerCover cover = new CoverCalculation(book, day("2026-03-31"), EUR).of(facts);

        assertThat(cover.insured()).isEqualTo(eur("1400"));
        assertThat(cover.leading().orElseThrow().policyId()).isEqualTo("P2");
    }

    private static CustomerCover cover(PolicyTerms terms, String country, Receivable... receivables) {
        PolicyBook book = PolicyBook.of(List.of(new PolicyVersion("P1", 1, terms)));
        return new CoverCalculation(book, day("2026-03-31"), EUR)
                .of(new CustomerFacts("C1", country, List.of(receivables), List.of(limit("P1"))));
    }

    private static Limit limit(String policyId) {
        return new Limit(
                new UUID(0, 1),
                policyId,
                "C1",
                LimitKind.INSURER,
                null,
                eur("50000"),
                day("2026-01-02"),
                null,
                List.of(new LimitEntry(1, GRANTED, eur("50000"), day("2026-01-02"), null, null)));
    }
}
