package o2c.policy.claimability;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import o2c.kernel.Money;
import o2c.policy.claimability.domain.Claimability;
import o2c.policy.claimability.domain.Claimability.Told;
import o2c.policy.claimability.domain.ClauseCheck;
import o2c.policy.clauses.domain.DebtorKind;
import o2c.policy.cover.domain.CoverCalculation;
import o2c.policy.facts.domain.BuyerFacts;
import o2c.policy.facts.domain.CustomerFacts;
import o2c.policy.facts.domain.Debtor;
import o2c.policy.insurer.domain.Report;
import o2c.policy.insurer.domain.ReportKind;
import o2c.policy.ledger.domain.Balance;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.Limit;
import o2c.policy.limits.domain.LimitEntry;
import o2c.policy.limits.domain.LimitKind;
import o2c.policy.limits.domain.LimitStatus;
import o2c.policy.policies.Policies;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.policy.policies.domain.PolicyVersion;

/** The shipped examples of each clause, played through the rules. */
@ApplicationScoped
class ClauseExamples {

    private static final String POLICY = "example";
    private static final String CUSTOMER = "customer";
    private static final String SELLER = "seller";
    private static final BigDecimal LIMIT = new BigDecimal("100000");

    private final Policies policies;
    private final ObjectMapper json;

    ClauseExamples(Policies policies, ObjectMapper json) {
        this.policies = policies;
        this.json = json;
    }

    /** A clause, what it asks, and an example on each side of it. */
    record Clause(String clause, String reason, String asks, Example passing, Example failing) {}

    /**
     * A case.
     *
     * @param policy fields as for PUT /v1/policies/{policyId}
     * @param older another receivable of the same customer, or null
     * @param limit the insurer's limit; zero = he has not decided; plenty unless told
     * @param reportedOn the day on which the overdue was reported, or null
     */
    record Example(
            JsonNode policy,
            Invoice invoice,
            Owing debtor,
            Invoice older,
            BigDecimal limit,
            LocalDate reportedOn,
            LocalDate asOf) {}

    /** A receivable of the example. */
    record Invoice(
            LocalDate issuedOn, LocalDate deliveredOn, LocalDate dueOn, BigDecimal amount, BigDecimal disputed) {}

    /** Who owes in the example. */
    record Owing(String country, DebtorKind kind) {}

    List<Clause> all() {
        try (InputStream file = ClauseExamples.class.getResourceAsStream("/samples/clauses.json")) {
            return json.readValue(file, new TypeReference<List<Clause>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clauses that an example breaks, by the rules. */
    List<String> broken(Example example) {
        PolicyVersion version = policies.draft(POLICY, example.policy());
        PolicyTerms terms = version.terms();
        List<Receivable> receivables = new ArrayList<>(List.of(receivable("I1", example.invoice(), terms)));
        if (example.older() != null) {
            receivables.add(receivable("I0", example.older(), terms));
        }
        CustomerFacts customer = new CustomerFacts(
                CUSTOMER,
                new Debtor(example.debtor().country(), example.debtor().kind(), false),
                receivables,
                limits(example, terms),
                List.of(),
                List.of(),
                null);
        return new CoverCalculation(PolicyBook.of(List.of(version)), example.asOf(), terms.currency())
                        .examine(BuyerFacts.alone(customer), CUSTOMER, "I1")
                        .map(examined -> Claimability.of(examined, told(example), example.asOf()))
                        .orElseThrow()
                        .brokenClauses()
                        .stream()
                        .map(ClauseCheck::clause)
                        .toList();
    }

    private static Told told(Example example) {
        return example.reportedOn() == null
                ? new Told(List.of(), null)
                : new Told(
                        List.of(new Report(
                                new UUID(0, 1),
                                ReportKind.OVERDUE,
                                POLICY,
                                CUSTOMER,
                                List.of(),
                                example.reportedOn(),
                                null,
                                null)),
                        null);
    }

    private static List<Limit> limits(Example example, PolicyTerms terms) {
        Money amount = Money.padded(example.limit() == null ? LIMIT : example.limit(), terms.currency());
        LocalDate from = terms.validFrom().minusYears(1);
        return amount.isZero()
                ? List.of()
                : List.of(new Limit(
                        new UUID(0, 2),
                        POLICY,
                        CUSTOMER,
                        LimitKind.INSURER,
                        null,
                        amount,
                        from,
                        null,
                        List.of(new LimitEntry(1, LimitStatus.GRANTED, amount, from, null, null))));
    }

    private static Receivable receivable(String number, Invoice invoice, PolicyTerms terms) {
        Money amount = Money.padded(invoice.amount(), terms.currency());
        List<Balance.Entry> disputed = invoice.disputed() == null
                ? List.of()
                : List.of(new Balance.Entry(invoice.issuedOn(), Money.padded(invoice.disputed(), terms.currency())));
        return new Receivable(
                number,
                SELLER,
                number,
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.deliveredOn(),
                amount,
                null,
                new Balance(List.of(new Balance.Entry(invoice.issuedOn(), amount)), terms.currency()),
                new Balance(disputed, terms.currency()));
    }
}
