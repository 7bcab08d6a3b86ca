package o2c.invoice.insight;

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
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Read;
import o2c.invoice.insight.BooksTime.Moment;
import o2c.kernel.Money;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer's open items and cash, from the books. */
@ApplicationScoped
class Statements {

    private static final String ITEMS = """
            select r.id, r.seller_id, r.invoice_number, r.issued_on, r.due_on, r.currency, r.total, open_item.open
            from (select receivable_id as id, sum(amount) as open from receivable_entry
                  where %s group by receivable_id having sum(amount) <> 0) as open_item
              join receivable r on r.id = open_item.id
            where r.tenant = ? order by r.due_on, r.issued_on, r.invoice_number""";

    private static final String CASH = "select seller_id, currency, sum(amount) as amount from cash_entry"
            + " where %s group by seller_id, currency having sum(amount) <> 0 order by seller_id, currency";

    private final Sql sql;

    Statements(Sql sql) {
        this.sql = sql;
    }

    /** An open invoice; {@code daysPastDue} is 0 up to the due day. */
    @Schema(name = "StatementItem")
    record Item(
            UUID invoiceId,
            String sellerId,
            String invoiceNumber,
            LocalDate issuedOn,
            LocalDate dueOn,
            long daysPastDue,
            Money total,
            Money outstanding) {}

    /** Money that is not set against any invoice. */
    @Schema(name = "StatementCash")
    record Cash(String sellerId, Money unallocated) {}

    /** What is open less unallocated cash, of one seller and currency. */
    @Schema(name = "StatementTotal")
    record Total(String sellerId, Money outstanding, Money unallocated, Money total) {}

    List<Item> items(String customerId, Moment moment) {
        Conditions entries = of(customerId, moment);
        return sql.list(
                ITEMS.formatted(entries.clause()), row -> item(row, moment.asOf()), entries.paramsAnd(moment.tenant()));
    }

    List<Cash> cash(String customerId, Moment moment) {
        Conditions entries = of(customerId, moment);
        return sql.list(
                CASH.formatted(entries.clause()),
                row -> new Cash(row.getString("seller_id"), Read.money(row, "amount")),
                entries.paramsAnd());
    }

    /** Whether the books or credit-check-service ever named the customer. */
    boolean knows(String customerId, String tenant) {
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
    static List<Total> totals(List<Item> items, List<Cash> cash) {
        Map<Key, Total> totals = new TreeMap<>(Key.ORDER);
        items.forEach(item -> totals.merge(
                Key.of(item.sellerId(), item.outstanding()),
                total(
                        item.sellerId(),
                        item.outstanding(),
                        Money.zero(item.outstanding().currency())),
                Statements::added));
        cash.forEach(held -> totals.merge(
                Key.of(held.sellerId(), held.unallocated()),
                total(held.sellerId(), Money.zero(held.unallocated().currency()), held.unallocated()),
                Statements::added));
        return List.copyOf(totals.values());
    }

    private static Total added(Total one, Total other) {
        return total(
                one.sellerId(),
                one.outstanding().plus(other.outstanding()),
                one.unallocated().plus(other.unallocated()));
    }

    private static Total total(String sellerId, Money outstanding, Money unallocated) {
        return new Total(sellerId, outstanding, unallocated, outstanding.minus(unallocated));
    }

    private static Conditions of(String customerId, Moment moment) {
        return moment.entries().when(customerId, "customer_id = ?");
    }

    private static Item item(ResultSet row, LocalDate asOf) throws SQLException {
        LocalDate dueOn = Read.day(row, "due_on");
        return new Item(
                Read.id(row, "id"),
                row.getString("seller_id"),
                row.getString("invoice_number"),
                Read.day(row, "issued_on"),
                dueOn,
                Math.max(0, ChronoUnit.DAYS.between(dueOn, asOf)),
                Read.money(row, "total"),
                Read.money(row, "open"));
    }
}
