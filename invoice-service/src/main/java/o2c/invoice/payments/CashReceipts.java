package o2c.invoice.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import o2c.invoice.currency.ExchangeRates;
import o2c.invoice.currency.domain.ExchangeRate;
import o2c.invoice.payments.Payments.CashMovement;
import o2c.invoice.payments.domain.AllocationOrder;
import o2c.invoice.payments.domain.CashRules;
import o2c.invoice.payments.domain.Debt;
import o2c.invoice.payments.domain.Payment;
import o2c.invoice.payments.domain.Payment.Allocated;
import o2c.invoice.payments.domain.Payment.Worth;
import o2c.invoice.payments.domain.Share;
import o2c.kernel.Decision;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;

/** Books money that came in and sets it against debts, at once or later. */
@ApplicationScoped
class CashReceipts {

    private final Payments payments;
    private final Debts debts;
    private final CashRuleBook rules;
    private final Outbox outbox;
    private final Tenancy tenancy;

    @Inject
    ExchangeRates exchangeRates;

    CashReceipts(Payments payments, Debts debts, CashRuleBook rules, Outbox outbox, Tenancy tenancy) {
        this.payments = payments;
        this.debts = debts;
        this.rules = rules;
        this.outbox = outbox;
        this.tenancy = tenancy;
    }

    /** The payer's own word on an invoice. */
    record Named(String invoiceNumber, Money amount) {}

    /**
     * Where the payer wants his money.
     *
     * @param named amounts per invoice; empty when he left that to the law
     * @param onAccount whether all of it stays unallocated for now
     */
    record Wish(List<Named> named, boolean onAccount) {}

    /** A payment after an allocation, and what this allocation set against which debt. */
    record Booked(Payment payment, List<Share> shares) {}

    /**
     * Books a receipt; without names the order of law says where it goes.
     *
     * @param externalId the sender's own id of it, or null
     * @throws RuleBroken {@code exchange-rate-missing}, {@code date-in-future}, {@code amount-not-positive},
     *     {@code invoice-unknown}, {@code payment-exceeds-outstanding}, {@code allocation-exceeds-payment}
     */
    Booked receive(Payment receipt, Wish wish, String externalId) {
        Worth worth = worth(receipt);
        Decision<Payment> received = Payment.receive(receipt, worth, tenancy.today());
        LocalDate on = receipt.receivedOn();
        Allocation allocation = allocation(received.next(), wish, on);
        Decision<Allocated> decision = received.then(allocation::decide);
        List<CashMovement> movements = new ArrayList<>();
        movements.add(new CashMovement("received", receipt.amount(), on, receipt.id()));
        movements.addAll(allocation.movements(received.next(), decision.next().payment()));
        payments.enter(decision.next().payment(), externalId, movements);
        if (!receipt.amount().currency().equals(tenancy.baseCurrency())) {
            payments.keep(receipt.id(), worth);
        }
        return booked(decision, allocation);
    }

    /**
     * Sets what is left of a payment against debts on the business date.
     *
     * @throws RuleBroken {@code payment-unknown}, {@code payment-reversed}, {@code nothing-to-allocate} and those of
     *     {@link #receive}
     */
    Booked allocate(UUID paymentId, Wish wish) {
        Payment payment =
                payments.locked(paymentId).orElseThrow(CashReceipts::unknown).payment();
        Allocation allocation = allocation(payment, wish, tenancy.today());
        Decision<Allocated> decision = allocation.decide(payment);
        if (allocation.shares().isEmpty()) {
            throw RuleBroken.refused(
                    "nothing-to-allocate", "no cash of this payment is left, or nothing it may go to is open");
        }
        Payment after = decision.next().payment();
        payments.change(
                after, allocation.movements(payment, after), after.unallocated().minus(payment.unallocated()));
        return booked(decision, allocation);
    }

    static RuleBroken unknown() {
        return RuleBroken.notFound("payment-unknown", "there is no payment with this id");
    }

    /** What an allocation is going to do, and on which business day. */
    private record Allocation(List<Share> shares, CashRules rules, boolean mayKeepRest, LocalDate on) {

        Decision<Allocated> decide(Payment payment) {
            Decision<Allocated> decision = payment.allocate(shares, on);
            Payment after = decision.next().payment();
            return mayKeepRest && !shares.isEmpty() && rules.overpayment().covers(after.unallocated(), after.amount())
                    ? decision.then(this::keepRest)
                    : decision;
        }

        private Decision<Allocated> keepRest(Allocated allocated) {
            Payment payment = allocated.payment();
            Decision<Payment> kept = payment.release(Payment.SMALL_DIFFERENCE, payment.unallocated(), on, on);
            return new Decision<>(new Allocated(kept.next(), allocated.invoices()), kept.events());
        }

        List<CashMovement> movements(Payment before, Payment after) {
            List<CashMovement> movements = new ArrayList<>();
            Money kept = before.unallocated().minus(after.unallocated());
            for (Share share : shares) {
                LocalDate day = Payment.countsFrom(on, share.invoice());
                UUID cause = share.invoice().id();
                add(movements, new CashMovement("allocated", share.amount().negated(), day, cause));
                add(
                        movements,
                        new CashMovement("charges", share.charges().total().negated(), day, cause));
                kept = kept.minus(share.cash());
            }
            add(movements, new CashMovement(Payment.SMALL_DIFFERENCE, kept.negated(), on, after.id()));
            return movements;
        }

        private static void add(List<CashMovement> movements, CashMovement movement) {
            if (!movement.amount().isZero()) {
                movements.add(movement);
            }
        }
    }

    private Booked booked(Decision<Allocated> decision, Allocation allocation) {
        Allocated allocated = decision.next();
        debts.pay(allocated.payment(), allocation.shares(), allocated.invoices(), allocation.on());
        outbox.announce(decision.events());
        return new Booked(allocated.payment(), allocation.shares());
    }

    private Allocation allocation(Payment payment, Wish wish, LocalDate on) {
        if (wish.onAccount()) {
            debts.lock(payment);
            return new Allocation(List.of(), CashRules.USUAL, false, on);
        }
        CashRules inForce = rules.inForceOn(on);
        AllocationOrder order = new AllocationOrder(inForce, payment.receivedOn(), on);
        if (wish.named().isEmpty()) {
            List<Debt> reachable = debts.withinReach(payment, on);
            List<Share> shares = order.split(payment.unallocated(), payment.naming(), reachable);
            return new Allocation(shares, inForce, payment.naming().orderId() == null, on);
        }
        return new Allocation(named(payment, wish.named(), order), inForce, false, on);
    }

    private List<Share> named(Payment payment, List<Named> named, AllocationOrder order) {
        Map<String, Debt> found = debts
                .named(payment, named.stream().map(Named::invoiceNumber).toList())
                .stream()
                .collect(Collectors.toMap(debt -> debt.invoice().content().invoiceNumber(), Function.identity()));
        return IntStream.range(0, named.size())
                .mapToObj(i -> share(named.get(i), found, order, "/allocations/" + i))
                .toList();
    }

    private static Share share(Named named, Map<String, Debt> found, AllocationOrder order, String pointer) {
        Debt debt = found.get(named.invoiceNumber());
        if (debt == null) {
            throw RuleBroken.refused(
                            "invoice-unknown", "this customer has no invoice " + named.invoiceNumber() + " here")
                    .at(pointer + "/invoiceNumber");
        }
        try {
            return order.named(debt, named.amount());
        } catch (RuleBroken exceeds) {
            throw exceeds.at(pointer + "/amount");
        }
    }

    private Worth worth(Payment receipt) {
        try {
            ExchangeRate rate = exchangeRates
                    .lookup()
                    .on(receipt.receivedOn(), receipt.amount().currency());
            return new Worth(rate.rate(), rate.inBase(receipt.amount(), tenancy.baseCurrency()));
        } catch (RuleBroken missing) {
            throw missing.at("/amount");
        }
    }
}
