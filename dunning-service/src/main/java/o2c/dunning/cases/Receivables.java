package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import o2c.dunning.cases.domain.Account;
import o2c.dunning.cases.domain.AccountKey;
import o2c.dunning.cases.domain.Receivable;
import o2c.dunning.tones.Manners;
import o2c.dunning.tones.domain.Manner;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The own copies of receivables: found, read with the account they belong to, and contested. */
@ApplicationScoped
public class Receivables {

    private static final String OLDEST_FIRST = " order by r.due_on, r.invoice_number";

    /** A day after every due day. */
    static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    private final Sql sql;
    private final Tenancy tenancy;
    private final CashOnAccount cash;
    private final ReceivableFacts facts;
    private final Pauses pauses;
    private final Manners manners;

    Receivables(Sql sql, Tenancy tenancy, CashOnAccount cash, ReceivableFacts facts, Pauses pauses, Manners manners) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.cash = cash;
        this.facts = facts;
        this.pauses = pauses;
        this.manners = manners;
    }

    /** The receivable under this number, locked until the transaction ends; empty while the ledger has not told. */
    public Optional<Receivable> lock(String sellerId, String invoiceNumber) {
        return sql.first(
                        "select invoice_id from receivable where tenant = ? and seller_id = ? and invoice_number = ?"
                                + " for update",
                        row -> row.getObject(1, UUID.class),
                        tenancy.tenant(),
                        sellerId,
                        invoiceNumber)
                .flatMap(this::find);
    }

    /** A dispute contests this much of the receivable, or no longer does when the amount is negative. */
    public void contest(UUID causeId, Receivable receivable, Money by, LocalDate day) {
        contest(causeId, receivable.invoiceId(), receivable.account().customerId(), by, day);
    }

    /** The same for a receivable of which only the ids are at hand. */
    public void contest(UUID causeId, UUID invoiceId, String customerId, Money by, LocalDate day) {
        facts.contested(new ReceivableFacts.Fact(causeId, invoiceId, customerId, day), by);
    }

    public Optional<Receivable> find(UUID invoiceId) {
        return sql.first(
                        ReceivableQuery.NOW + " and r.invoice_id = ?",
                        ReceivableQuery::read,
                        tenancy.tenant(),
                        invoiceId)
                .map(one -> one.paused(
                        pauses.now(List.of(one.account().customerId())).of(one.account(), invoiceId)));
    }

    /** All that a receivable's account has open now. */
    Account accountOf(Receivable receivable) {
        AccountKey key = receivable.account();
        return accountsOf(List.of(key.customerId()), FOR_EVER).stream()
                .filter(account -> account.key().equals(key))
                .findFirst()
                .orElse(new Account(key, Money.zero(key.currency()), List.of()));
    }

    /** A receivable's account as the run that opened a day saw it, settled receivables included. */
    Account accountAtOpening(AccountKey key, LocalDate day) {
        return accountsAtOpening(List.of(key.customerId()), day).stream()
                .filter(account -> account.key().equals(key))
                .findFirst()
                .orElse(new Account(key, Money.zero(key.currency()), List.of()));
    }

    /** The accounts of some customers as the run that opened a day saw them, settled receivables included. */
    public List<Account> accountsAtOpening(Collection<String> customerIds, LocalDate day) {
        Pauses.Of then = pauses.atOpening(customerIds, day);
        Map<AccountKey, List<Receivable>> all = new TreeMap<>();
        sql.list(
                        ReceivableQuery.AT_OPENING + OLDEST_FIRST,
                        ReceivableQuery::read,
                        day,
                        day,
                        day,
                        tenancy.tenant(),
                        customerIds.toArray(String[]::new),
                        day,
                        day)
                .forEach(one -> all.computeIfAbsent(one.account(), key -> new ArrayList<>())
                        .add(one.paused(then.of(one.account(), one.invoiceId()))));
        Map<AccountKey, Money> onAccount = cash.asOf(customerIds, day);
        return all.entrySet().stream()
                .map(entry -> new Account(
                        entry.getKey(),
                        onAccount.getOrDefault(
                                entry.getKey(), Money.zero(entry.getKey().currency())),
                        entry.getValue()))
                .toList();
    }

    /** The accounts of some customers with all that is open and due by a day, in a fixed order. */
    public List<Account> accountsOf(Collection<String> customerIds, LocalDate dueBy) {
        Map<AccountKey, List<Receivable>> open = new TreeMap<>();
        Pauses.Of paused = pauses.now(customerIds);
        sql.list(
                        ReceivableQuery.NOW + " and r.outstanding > 0 and r.customer_id = any(?) and r.due_on <= ?"
                                + OLDEST_FIRST,
                        ReceivableQuery::read,
                        tenancy.tenant(),
                        customerIds.toArray(String[]::new),
                        dueBy)
                .forEach(one -> open.computeIfAbsent(one.account(), key -> new ArrayList<>())
                        .add(one.paused(paused.of(one.account(), one.invoiceId()))));
        Map<AccountKey, Money> onAccount = cash.of(customerIds);
        Map<String, Manner> manner = manners.of(customerIds);
        return open.entrySet().stream()
                .map(entry -> new Account(
                        entry.getKey(),
                        onAccount.getOrDefault(
                                entry.getKey(), Money.zero(entry.getKey().currency())),
                        entry.getValue(),
                        manner.getOrDefault(entry.getKey().customerId(), Manner.NONE)))
                .toList();
    }

    /**
     * Locks what these customers owe until the transaction ends: whatever becomes known of it afterwards comes after
     * what this transaction does, and what became known before is seen by it.
     */
    public void lockAll(Collection<String> customerIds) {
        sql.list(
                "select invoice_id from receivable where tenant = ? and customer_id = any(?) and outstanding > 0"
                        + " order by invoice_id for update",
                row -> row.getObject(1, UUID.class),
                tenancy.tenant(),
                customerIds.toArray(String[]::new));
    }

    /** The next customers after one who have something open and due by a day. */
    public List<String> customersDue(LocalDate dueBy, String after, int limit) {
        return sql.list(
                "select distinct customer_id from receivable where tenant = ? and outstanding > 0"
                        + " and due_on <= ? and customer_id > ? order by customer_id limit ?",
                row -> row.getString(1),
                tenancy.tenant(),
                dueBy,
                after,
                limit);
    }
}
