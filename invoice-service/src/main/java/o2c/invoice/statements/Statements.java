package o2c.invoice.statements;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Entries;
import o2c.invoice.books.Read;
import o2c.kernel.Money;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer's open items and cash, from the books. */
@ApplicationScoped
class Statements {

    private static final String ITEMS = """
        select r.id, r.seller_id, r.invoice_number, r.order_id, r.issued_on, r.due_on, r.currency, r.total,
          r.rest_reason, sum(part.open) as open, sum(part.costs) as costs, sum(part.interest) as interest
        from (
            select e.receivable_id as id, sum(e.amount) as open, 0 as costs, 0 as interest
            from receivable_entry e where %1$s group by 1
            union all
            select e.receivable_id, 0, coalesce(sum(e.amount) filter (where e.part = 'costs'), 0),
              coalesce(sum(e.amount) filter (where e.part = 'interest'), 0)
            from charge_entry e where %1$s group by 1) as part
          join receivable r on r.id = part.id
        where r.tenant = ? group by r.id
        having sum(part.open) <> 0 or sum(part.costs) <> 0 or sum(part.interest) <> 0
        order by r.due_on, r.issued_on, r.invoice_number\
        """;

    /** What is held for the customer; takes the book and the conditions on its entries. */
    private static final String HELD = "select e.seller_id, e.currency, sum(e.amount) as amount from %s e"
            + " where %s group by 1, 2 having sum(e.amount) <> 0 order by 1, 2";

    private final Sql sql;
    private final Tenancy tenancy;

    Statements(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * An open invoice, or charges claimed on one.
     *
     * @param daysPastDue 0 up to the due day
     * @param restReason why a part stays open although it was paid for (as known today), or null
     */
    @Schema(name = "StatementItem")
    record Item(
            UUID invoiceId,
            String sellerId,
            String invoiceNumber,
            String orderId,
            LocalDate issuedOn,
            LocalDate dueOn,
            long daysPastDue,
            Money total,
            Money outstanding,

            @Schema(description = "Claimed costs of collection")
            Money costs,

            @Schema(description = "Claimed late interest") Money interest,

            @Schema(enumeration = {"discount-taken-late", "underpaid"})
            String restReason) {

        Money charges() {
            return costs.plus(interest);
        }
    }

    /** Money that is not set against any invoice. */
    @Schema(name = "StatementCash")
    record Cash(String sellerId, Money unallocated) {}

    /** Credit notes that are not set against any invoice. */
    @Schema(name = "StatementCredit")
    record Credit(String sellerId, Money open) {}

    /**
     * Of one seller and currency; the total is what is open less unallocated cash and open credits, charges stand
     * apart.
     */
    @Schema(name = "StatementTotal")
    record Total(
            String sellerId, Money outstanding, Money unallocated, Money openCredits, Money total, Money charges) {}

    List<Item> items(String customerId, Moment moment) {
        Conditions entries = of(customerId, moment);
        return sql.list(
                ITEMS.formatted(entries.clause()),
                row -> item(row, moment.asOf()),
                entries.paramsAnd(entries.paramsAnd(tenancy.tenant())));
    }

    List<Cash> cash(String customerId, Moment moment) {
        return held(customerId, moment, "cash_entry", Cash::new);
    }

    List<Credit> credits(String customerId, Moment moment) {
        return held(customerId, moment, "credit_entry", Credit::new);
    }

    private <T> List<T> held(String customerId, Moment moment, String book, BiFunction<String, Money, T> made) {
        Conditions entries = of(customerId, moment);
        return sql.list(
                HELD.formatted(book, entries.clause()),
                row -> made.apply(row.getString("seller_id"), Read.money(row, "amount")),
                entries.paramsAnd());
    }

    /** Whether the books or credit-check-service ever named the customer. */
    boolean knows(String customerId) {
        String tenant = tenancy.tenant();
        return sql.first(
                        "select exists (select from receivable_entry where tenant = ? and customer_id = ?)"
                                + " or exists (select from cash_entry where tenant = ? and customer_id = ?)"
                                + " or exists (select from customer where tenant = ? and customer_id = ?)",
                        row -> row.getBoolean(1),
                        tenant,
                        customerId,
                        tenant,
                        customerId,
                        tenant,
                        customerId)
                .orElse(false);
    }

    private record Key(String sellerId, String currency) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::sellerId).thenComparing(Key::currency);

        static Key of(String sellerId, Money money) {
            return new Key(sellerId, money.currency().getCurrencyCode());
        }
    }

    /** Never netted across sellers or currencies. */
    static List<Total> totals(List<Item> items, List<Cash> cash, List<Credit> credits) {
        Map<Key, Total> totals = new TreeMap<>(Key.ORDER);
        items.forEach(item -> {
            Money zero = Money.zero(item.outstanding().currency());
            add(totals, new Total(item.sellerId(), item.outstanding(), zero, zero, item.outstanding(), item.charges()));
        });
        cash.forEach(held -> {
            Money zero = Money.zero(held.unallocated().currency());
            Money off = held.unallocated().negated();
            add(totals, new Total(held.sellerId(), zero, held.unallocated(), zero, off, zero));
        });
        credits.forEach(credit -> {
            Money zero = Money.zero(credit.open().currency());
            Money off = credit.open().negated();
            add(totals, new Total(credit.sellerId(), zero, zero, credit.open(), off, zero));
        });
        return List.copyOf(totals.values());
    }

    private static void add(Map<Key, Total> totals, Total part) {
        totals.merge(
                Key.of(part.sellerId(), part.total()),
                part,
                (one, other) -> new Total(
                        one.sellerId(),
                        one.outstanding().plus(other.outstanding()),
                        one.unallocated().plus(other.unallocated()),
                        one.openCredits().plus(other.openCredits()),
                        one.total().plus(other.total()),
                        one.charges().plus(other.charges())));
    }

    private Conditions of(String customerId, Moment moment) {
        return Entries.known(tenancy.tenant(), moment).when(customerId, "e.customer_id = ?");
    }

    private static Item item(ResultSet row, LocalDate asOf) throws SQLException {
        LocalDate dueOn = Read.day(row, "due_on");
        return new Item(
                Read.id(row, "id"),
                row.getString("seller_id"),
                row.getString("invoice_number"),
                row.getString("order_id"),
                Read.day(row, "issued_on"),
                dueOn,
                Math.max(0, ChronoUnit.DAYS.between(dueOn, asOf)),
                Read.money(row, "total"),
                Read.money(row, "open"),
                Read.money(row, "costs"),
                Read.money(row, "interest"),
                row.getString("rest_reason"));
    }
}
