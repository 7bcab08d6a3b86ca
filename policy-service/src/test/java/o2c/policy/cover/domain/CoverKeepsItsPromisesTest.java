package o2c.policy.cover.domain;

import static o2c.policy.cover.domain.Given.EUR;
import static o2c.policy.cover.domain.Given.day;
import static o2c.policy.cover.domain.Given.eur;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import o2c.kernel.Money;
import o2c.policy.facts.domain.BuyerFacts;
import o2c.policy.facts.domain.BuyerTotals;
import o2c.policy.facts.domain.CustomerFacts;
import o2c.policy.ledger.domain.Receivable;
import o2c.policy.limits.domain.Limit;
import o2c.policy.limits.domain.LimitEntry;
import o2c.policy.limits.domain.LimitKind;
import o2c.policy.limits.domain.LimitStatus;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("In every random history cover keeps its promises")
class CoverKeepsItsPromisesTest {

    private static final int HISTORIES = 300;
    private static final long SEED = 20260401;
    private static final LocalDate BEGIN = day("2026-01-01");
    private static final LocalDate CHANGE = day("2026-04-01");

    @ParameterizedTest
    @EnumSource(CoverRule.class)
    @DisplayName("Insured and uninsured are what is outstanding, per customer and per buyer")
    void partsAddUp(CoverRule rule) {
        Random random = new Random(SEED);
        for (int i = 0; i < HISTORIES; i++) {
            List<CustomerCover> covers = covers(rule, buyer(random, limit(1, BEGIN, amount(random))), anyDay(random));

            Money outstanding =
                    sum(covers.stream().map(CustomerCover::outstanding).toList());
            Money insured = sum(covers.stream().map(CustomerCover::insured).toList());
            Money reasons = sum(covers.stream()
                    .flatMap(cover -> cover.reasons().stream())
                    .map(UninsuredPart::amount)
                    .toList());
            assertThat(insured.plus(reasons)).as("history %d", i).isEqualTo(outstanding);
            BuyerTotals totals = covers.get(0).buyerTotals();
            assertThat(totals.insured().plus(totals.uninsured())).isEqualTo(outstanding);
        }
    }

    @ParameterizedTest
    @EnumSource(CoverRule.class)
    @DisplayName("A limit rise never lowers the cover of anything")
    void aRise(CoverRule rule) {
        Random random = new Random(SEED);
        for (int i = 0; i < HISTORIES; i++) {
            Money before = amount(random);
            List<CustomerFacts> customers = customers(random);
            Limit constant = limit(1, BEGIN, before);
            Limit raised = limit(1, BEGIN, before, before.plus(amount(random)));
            LocalDate day = CHANGE.plusDays(random.nextInt(60));

            Map<String, Money> without = covered(rule, new BuyerFacts("B", with(customers, constant)), day);
            Map<String, Money> with = covered(rule, new BuyerFacts("B", with(customers, raised)), day);

            without.forEach((reference, covered) -> assertThat(with.get(reference))
                    .as("receivable %s of a history", reference)
                    .isGreaterThanOrEqualTo(covered));
        }
    }

    @ParameterizedTest
    @EnumSource(CoverRule.class)
    @DisplayName("A cut never lowers what was covered before, as far as it is still open")
    void aCut(CoverRule rule) {
        Random random = new Random(SEED);
        for (int i = 0; i < HISTORIES; i++) {
            Money before = amount(random);
            Money after = random.nextBoolean() ? Money.zero(EUR) : eur("" + random.nextInt(100));
            BuyerFacts buyer = buyer(random, limit(1, BEGIN, before, before.min(after)));
            LocalDate day = CHANGE.plusDays(random.nextInt(60));

            Map<String, Money> held = covered(rule, buyer, CHANGE.minusDays(1));
            Map<String, Money> now = covered(rule, buyer, day);
            Map<String, Money> open = open(buyer, day);

            held.forEach((reference, covered) -> assertThat(now.getOrDefault(reference, Money.zero(EUR)))
                    .as("receivable %s", reference)
                    .isGreaterThanOrEqualTo(covered.min(open.get(reference))));
        }
    }

    @ParameterizedTest
    @EnumSource(CoverRule.class)
    @DisplayName("The order in which facts arrive does not change the result")
    void anyOrder(CoverRule rule) {
        Random random = new Random(SEED);
        for (int i = 0; i < HISTORIES; i++) {
            BuyerFacts buyer = buyer(random, limit(1, BEGIN, amount(random), amount(random)));
            LocalDate day = anyDay(random);

            assertThat(byCustomer(covers(rule, shuffled(buyer, random), day)))
                    .isEqualTo(byCustomer(covers(rule, buyer, day)));
        }
    }

    private static Map<String, List<Object>> byCustomer(List<CustomerCover> covers) {
        Map<String, List<Object>> figures = new HashMap<>();
        covers.forEach(cover ->
                figures.put(cover.customerId(), List.of(cover.outstanding(), cover.insured(), cover.reasons())));
        return figures;
    }

    private static BuyerFacts shuffled(BuyerFacts buyer, Random random) {
        List<CustomerFacts> customers = new ArrayList<>();
        for (CustomerFacts customer : buyer.customers()) {
            List<Receivable> receivables = new ArrayList<>(customer.receivables());
            List<Limit> limits = new ArrayList<>(customer.limits());
            Collections.shuffle(receivables, random);
            Collections.shuffle(limits, random);
            customers.add(
                    new CustomerFacts(customer.customerId(), customer.debtor().country(), receivables, limits));
        }
        Collections.shuffle(customers, random);
        return new BuyerFacts(buyer.buyerId(), customers);
    }

    private static Map<String, Money> covered(CoverRule rule, BuyerFacts buyer, LocalDate day) {
        Map<String, Money> covered = new HashMap<>();
        covers(rule, buyer, day).stream()
                .flatMap(cover -> cover.lines().stream())
                .forEach(line -> covered.put(line.receivable().reference(), line.covered()));
        return covered;
    }

    private static Map<String, Money> open(BuyerFacts buyer, LocalDate day) {
        Map<String, Money> open = new HashMap<>();
        buyer.receivables().forEach(receivable -> open.put(receivable.reference(), receivable.openOn(day)));
        return open;
    }

    private static List<CustomerCover> covers(CoverRule rule, BuyerFacts buyer, LocalDate day) {
        return new CoverCalculation(
                        PolicyBook.of(List.of(new PolicyVersion(
                                "P1",
                                1,
                                Clauses.of(Given.terms("90.00")).rule(rule).terms()))),
                        day,
                        EUR)
                .of(buyer);
    }

    private static BuyerFacts buyer(Random random, Limit limit) {
        return new BuyerFacts("B", with(customers(random), limit));
    }

    private static List<CustomerFacts> with(List<CustomerFacts> customers, Limit limit) {
        return customers.stream()
                .map(customer -> new CustomerFacts(customer.customerId(), "NL", customer.receivables(), List.of(limit)))
                .toList();
    }

    private static List<CustomerFacts> customers(Random random) {
        List<CustomerFacts> customers = new ArrayList<>();
        for (String id : List.of("A", "B", "C")) {
            List<Receivable> receivables = new ArrayList<>();
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                receivables.add(receivable(id + i, random));
            }
            customers.add(new CustomerFacts(id, "NL", receivables, List.of()));
        }
        return customers;
    }

    private static Receivable receivable(String number, Random random) {
        LocalDate issuedOn = BEGIN.plusDays(random.nextInt(120));
        Money amount = amount(random);
        if (random.nextInt(3) == 0) {
            return Given.invoice(number, issuedOn.toString(), amount.amount().toPlainString());
        }
        Money paid =
                random.nextBoolean() ? amount : Money.rounded(amount.amount().divide(BigDecimal.TEN), EUR);
        LocalDate paidOn = issuedOn.plusDays(random.nextInt(80));
        return Given.invoice(
                number,
                issuedOn.toString(),
                amount.amount().toPlainString(),
                Given.paid(paidOn.toString(), paid.amount().toPlainString()));
    }

    private static Limit limit(int number, LocalDate from, Money first, Money... changed) {
        List<LimitEntry> entries = new ArrayList<>();
        entries.add(new LimitEntry(1, LimitStatus.GRANTED, first, from, null, null));
        for (Money next : changed) {
            entries.add(new LimitEntry(entries.size() + 1, LimitStatus.REDUCED, next, CHANGE, null, null));
        }
        return new Limit(
                new UUID(0, number), "P1", "A", LimitKind.INSURER, null, first, from, null, List.copyOf(entries));
    }

    private static Money amount(Random random) {
        return Money.rounded(BigDecimal.valueOf(random.nextInt(500_000), 2), EUR);
    }

    private static LocalDate anyDay(Random random) {
        return BEGIN.plusDays(random.nextInt(180));
    }

    private static Money sum(List<Money> amounts) {
        return Money.sum(amounts, EUR);
    }
}
