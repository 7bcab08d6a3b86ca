package o2c.dunning.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import o2c.dunning.agreements.domain.AgreedItem;
import o2c.dunning.cases.Receivables;
import o2c.dunning.cases.domain.Receivable;
import o2c.dunning.parties.Parties;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The invoices of promises and payment plans: an invoice stands in one running agreement at most. */
@ApplicationScoped
public class AgreedItems {

    private final Receivables receivables;
    private final Parties parties;
    private final Sql sql;
    private final Tenancy tenancy;

    AgreedItems(Receivables receivables, Parties parties, Sql sql, Tenancy tenancy) {
        this.receivables = receivables;
        this.parties = parties;
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Invoices of one customer, seller and currency, locked. */
    public record Chosen(String sellerId, Currency currency, List<AgreedItem> items) {}

    /**
     * Locks the named invoices. Refuses {@code invoice-unknown}, {@code invoice-of-another-customer}, {@code
     * currencies-mixed}, {@code agreement-running} and {@code seller-ambiguous}.
     */
    public Chosen choose(String customerId, String sellerId, List<String> numbers) {
        String seller = parties.sellerOr(sellerId);
        List<AgreedItem> items = new ArrayList<>();
        for (String number : numbers.stream().distinct().sorted().toList()) {
            String pointer = "/invoiceNumbers/" + numbers.indexOf(number);
            Receivable one = receivables
                    .lock(seller, number)
                    .orElseThrow(
                            () -> RuleBroken.notYetKnown("invoice-unknown", "dunning has not heard of this invoice")
                                    .at(pointer));
            if (!one.account().customerId().equals(customerId)) {
                throw RuleBroken.refused("invoice-of-another-customer", "another customer owes this invoice")
                        .at(pointer);
            }
            if (!items.isEmpty()
                    && !items.get(0).openThen().currency().equals(one.total().currency())) {
                throw RuleBroken.refused("currencies-mixed", "an agreement is in one currency")
                        .at(pointer);
            }
            refuseSecond(one.invoiceId(), pointer);
            items.add(new AgreedItem(one.invoiceId(), one.invoiceNumber(), one.open()));
        }
        return new Chosen(seller, items.get(0).openThen().currency(), items);
    }

    /** Whether something is open that one could agree on. */
    public boolean isOpen(UUID invoiceId) {
        return receivables.find(invoiceId).filter(one -> !one.isSettled()).isPresent();
    }

    public void insert(UUID agreementId, List<AgreedItem> items) {
        sql.batch(
                "insert into agreed_item (tenant, agreement_id, invoice_id, invoice_number, open_then)"
                        + " values (?, ?, ?, ?, ?)",
                items.stream()
                        .map(item -> new Object[] {
                            tenancy.tenant(),
                            agreementId,
                            item.invoiceId(),
                            item.invoiceNumber(),
                            item.openThen().amount()
                        })
                        .toList());
    }

    /** The agreement is over: its invoices may stand in another. */
    public void release(UUID agreementId) {
        sql.update(
                "update agreed_item set running = false where tenant = ? and agreement_id = ?",
                tenancy.tenant(),
                agreementId);
    }

    /** The items of agreements whose currencies are given by id. */
    public Map<UUID, List<AgreedItem>> of(Map<UUID, Currency> agreements) {
        return sql
                .list(
                        "select agreement_id, invoice_id, invoice_number, open_then from agreed_item where tenant = ?"
                                + " and agreement_id = any(?) order by invoice_number",
                        row -> {
                            UUID agreementId = row.getObject(1, UUID.class);
                            return Map.entry(
                                    agreementId,
                                    new AgreedItem(
                                            row.getObject(2, UUID.class),
                                            row.getString(3),
                                            Money.padded(
                                                    row.getBigDecimal(4).stripTrailingZeros(),
                                                    agreements.get(agreementId))));
                        },
                        tenancy.tenant(),
                        agreements.keySet().toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What came in for these items since they were agreed on. */
    public Money receivedFor(Collection<AgreedItem> items, Currency currency) {
        Map<UUID, Money> openNow = sql
                .list(
                        "select invoice_id, outstanding from receivable where tenant = ? and invoice_id = any(?)"
                                + " and outstanding is not null",
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                Money.padded(row.getBigDecimal(2).stripTrailingZeros(), currency)),
                        tenancy.tenant(),
                        items.stream().map(AgreedItem::invoiceId).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return AgreedItem.received(items, openNow, Money.zero(currency));
    }

    private void refuseSecond(UUID invoiceId, String pointer) {
        boolean running = sql.first(
                        "select 1 from agreed_item where tenant = ? and invoice_id = ? and running",
                        row -> row.getInt(1),
                        tenancy.tenant(),
                        invoiceId)
                .isPresent();
        if (running) {
            throw RuleBroken.conflict("agreement-running", "a promise or plan for this invoice is running")
                    .at(pointer);
        }
    }
}
