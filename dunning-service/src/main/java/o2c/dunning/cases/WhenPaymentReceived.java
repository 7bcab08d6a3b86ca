package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import o2c.contracts.InvoiceEvent.Allocation;
import o2c.contracts.InvoiceEvent.PaymentAllocated;
import o2c.contracts.InvoiceEvent.PaymentReceived;
import o2c.kernel.Money;
import o2c.runtime.inbox.Heard;

/** Cash on account rises with a receipt and falls with its allocation, and so does what is outstanding. */
@ApplicationScoped
class WhenPaymentReceived {

    private final ReceivableFacts facts;
    private final CashOnAccount cash;

    WhenPaymentReceived(ReceivableFacts facts, CashOnAccount cash) {
        this.facts = facts;
        this.cash = cash;
    }

    void on(@Observes PaymentReceived e, Heard heard) {
        cash.changed(
                heard.eventId(),
                CashOnAccount.account(e.customerId(), e.sellerId(), e.amount().currency()),
                e.amount(),
                heard.businessDate());
    }

    void on(@Observes PaymentAllocated e, Heard heard) {
        List<Allocation> parts = e.allocations();
        if (parts.isEmpty()) {
            return;
        }
        Map<UUID, Money> perInvoice = parts.stream()
                .collect(Collectors.toMap(Allocation::invoiceId, Allocation::amount, Money::plus, TreeMap::new));
        perInvoice.forEach((invoiceId, amount) -> facts.allocated(
                new ReceivableFacts.Fact(
                        heard.eventId(), invoiceId, e.customerId(), heard.businessDate(), e.receivedOn()),
                amount));
        Currency currency = parts.get(0).amount().currency();
        Money all = Money.sum(parts.stream().map(Allocation::amount).toList(), currency);
        cash.changed(
                heard.eventId(),
                CashOnAccount.account(e.customerId(), e.sellerId(), currency),
                all.negated(),
                heard.businessDate());
    }
}
