package o2c.invoice.insured.domain;

import static o2c.invoice.receivables.domain.Samples.day;
import static o2c.invoice.receivables.domain.Samples.eur;
import static o2c.invoice.receivables.domain.Samples.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import o2c.invoice.insured.domain.CashFact.Issued;
import o2c.invoice.insured.domain.CashFact.Lowered;
import o2c.invoice.insured.domain.CashFact.Moved;
import o2c.invoice.payments.domain.AllocationOrder;
import o2c.invoice.payments.domain.CashRules;
import o2c.invoice.payments.domain.Charges;
import o2c.invoice.payments.domain.ChargesOrder;
import o2c.invoice.payments.domain.Debt;
import o2c.invoice.payments.domain.Naming;
import o2c.invoice.payments.domain.Payment;
import o2c.invoice.payments.domain.Payment.Undone;
import o2c.invoice.payments.domain.ReversalReason;
import o2c.invoice.payments.domain.Share;
import o2c.invoice.payments.domain.Tolerance;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Both views of an account always total the cash received")
class BothViewsTotalTheCashTest {

    private static final int HISTORIES = 1000;
    private static final Money NOTHING = eur("0.00");

    @ParameterizedTest(name = "histories {0}000 to {0}999")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    @DisplayName("Over ten thousand histories, paid, reversed and refunded in any order")
    void conserved(int thousand) {
        for (int i = 0; i < HISTORIES; i++) {
            new History(thousand * (long) HISTORIES + i).play();
        }
    }

    /** One account played through with the ledger's own rules, and the facts that an insurer would be told. */
    private static final class History {

        private final Random random;
        private final CashRules rules;
        private final Map<UUID, Invoice> invoices = new LinkedHashMap<>();
        private final Map<UUID, Charges> charges = new HashMap<>();
        private final Map<UUID, Money> granted = new HashMap<>();
        private final List<CashFact> facts = new ArrayList<>();
        private final Map<Payment, List<Share>> payments = new LinkedHashMap<>();
        private LocalDate today = day("2025-01-01");
        private Money received = NOTHING;

        History(long seed) {
            random = new Random(seed);
            rules = new CashRules(
                    random.nextBoolean() ? ChargesOrder.LAW : ChargesOrder.PRINCIPAL_FIRST,
                    new Tolerance(new BigDecimal("0.50"), null),
                    Tolerance.NONE);
        }

        void play() {
            LocalDate lossOn = random.nextBoolean() ? today.plusDays(10) : null;
            for (int step = 0; step < 14; step++) {
                today = today.plusDays(random.nextInt(3));
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> issue(step);
                    case 3, 4, 5 -> receive();
                    case 6 -> reverse();
                    default -> refund();
                }
            }
            Money unallocated =
                    sum(payments.keySet().stream().map(Payment::unallocated).toList());
            Money allocated = sum(payments.values().stream()
                    .flatMap(List::stream)
                    .map(Share::cash)
                    .toList());
            assertThat(allocated.plus(unallocated)).isEqualTo(received);
            InsurerView view = InsurerView.of(facts, lossOn, NOTHING.currency());
            assertThat(sum(view.paid().values()).plus(view.unallocated())).isEqualTo(received);
            assertThat(view.unallocated().isNegative()).isFalse();
            invoices.forEach((id, invoice) -> {
                Money owed = invoice.content().total().minus(granted.getOrDefault(id, NOTHING));
                assertThat(view.paid().get(id)).isBetween(NOTHING, owed);
                if (view.unallocated().isPositive()) {
                    assertThat(view.paid().get(id)).isEqualTo(owed);
                }
            });
        }

        private void issue(int step) {
            String due = today.plusDays(random.nextInt(40)).toString();
            Invoice invoice = invoice("N-" + step, amount(20_000), today.toString(), due);
            invoices.put(invoice.id(), invoice);
            charges.put(invoice.id(), random.nextInt(3) > 0 ? none() : new Charges(eur("40.00"), eur(amount(500))));
            facts.add(new Issued(
                    invoice.id(),
                    "N-" + step,
                    today,
                    invoice.content().dueOn(),
                    invoice.content().total()));
        }

        private void receive() {
            Money money = eur(amount(40_000));
            Payment receipt = new Payment(
                    UUID.randomUUID(), "C", "S", money, money, NOTHING, today, new Naming(quoted(), null), null);
            List<Debt> debts = invoices.values().stream()
                    .map(invoice -> new Debt(
                            invoice, charges.get(invoice.id()), random.nextInt(4) == 0, BigDecimal.ZERO, List.of()))
                    .toList();
            List<Share> shares = new AllocationOrder(rules, today, today).split(money, receipt.naming(), debts);
            var booked = Payment.receive(receipt, today)
                    .then(payment -> payment.allocate(shares, today))
                    .next();
            booked.invoices().forEach(invoice -> invoices.put(invoice.id(), invoice));
            shares.forEach(share -> {
                charges.merge(share.invoice().id(), share.charges(), Charges::minus);
                grant(share.invoice().id(), share.deduction().granted());
            });
            payments.put(booked.payment(), shares);
            move(money);
        }

        private void reverse() {
            payments.entrySet().stream()
                    .filter(paid -> paid.getKey().reversedOn() == null)
                    .filter(paid -> paid.getKey().refunded().isZero())
                    .findFirst()
                    .ifPresent(paid -> reverse(paid.getKey(), paid.getValue()));
        }

        private void reverse(Payment payment, List<Share> shares) {
            List<Undone> undone = shares.stream().map(this::undone).toList();
            var reversed = payment.reverse(undone, ReversalReason.RETURNED, today, today)
                    .next();
            reversed.invoices().forEach(invoice -> invoices.put(invoice.id(), invoice));
            shares.forEach(share -> {
                charges.merge(share.invoice().id(), share.charges(), Charges::plus);
                grant(share.invoice().id(), share.deduction().granted().negated());
            });
            payments.remove(payment);
            payments.put(reversed.payment(), List.of());
            move(payment.amount().negated());
        }

        private Undone undone(Share share) {
            Money principal = share.amount().plus(share.deduction().granted());
            Charges claimed = charges.get(share.invoice().id()).plus(share.charges());
            return new Undone(invoices.get(share.invoice().id()), principal, share.charges(), claimed, null);
        }

        private void refund() {
            payments.entrySet().stream()
                    .filter(paid -> paid.getKey().unallocated().isPositive())
                    .findFirst()
                    .ifPresent(paid -> {
                        Payment payment = paid.getKey();
                        Money back = payment.unallocated();
                        payments.remove(payment);
                        payments.put(
                                payment.release(Payment.REFUND, back, today, today)
                                        .next(),
                                paid.getValue());
                        move(back.negated());
                    });
        }

        private void grant(UUID invoice, Money by) {
            if (!by.isZero()) {
                granted.merge(invoice, by, Money::plus);
                facts.add(new Lowered(invoice, today, by));
            }
        }

        private void move(Money cash) {
            received = received.plus(cash);
            facts.add(new Moved(today, cash));
        }

        private String quoted() {
            return random.nextBoolean() ? "N-" + random.nextInt(14) : null;
        }

        private String amount(int mostCents) {
            return BigDecimal.valueOf(1 + random.nextInt(mostCents), 2).toPlainString();
        }

        private static Charges none() {
            return Charges.none(NOTHING.currency());
        }

        private static Money sum(Collection<Money> amounts) {
            return Money.sum(amounts, NOTHING.currency());
        }
    }
}
