package o2c.invoice.receivables;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import o2c.invoice.books.Columns;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/**
 * The open items of one customer, seller and currency, for whoever sets money or credit against them. The account is
 * locked before it is looked at: of two that come at once the second sees what the first left open.
 */
@ApplicationScoped
public class OpenItems {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    private static final String SELECT = "select " + OpenItem.COLUMNS + " from receivable";

    private static final String IN_ORDER = " order by due_on, issued_on, invoice_number for update";

    private static final String OF_ACCOUNT = " where tenant = ? and customer_id = ? and seller_id = ? and currency = ?";

    private static final String OPEN =
            OF_ACCOUNT + " and (outstanding > 0 or charge_costs > 0 or charge_interest > 0) and issued_on <= ?";

    /** What the order of law reaches with the amount, and whatever the reference or the amount points at. */
    private static final String WITHIN_REACH = SELECT + OPEN + " and id in (select id from ("
            + "select *, coalesce(sum(outstanding) over (order by due_on > ?, late_rate desc, due_on, issued_on"
            + " range between unbounded preceding and current row exclude group), 0) as before"
            + " from receivable" + OPEN + ") queue where before < ? or charge_costs + charge_interest > 0"
            + " or ? in (outstanding, outstanding + charge_costs + charge_interest)"
            + " or discounts is not null and outstanding between ? and 2 * ?"
            + " or invoice_number = ? or reference = ?)" + IN_ORDER;

    private static final String BOOK = """
        with after as (
          select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as t(
            id, outstanding, status, overdue_on, last_paid_on, opening, costs, interest, rest_reason)),
        changed as (
          update receivable r set outstanding = after.outstanding, status = after.status,
            overdue_on = after.overdue_on, last_paid_on = after.last_paid_on, opening = after.opening,
            charge_costs = after.costs, charge_interest = after.interest, rest_reason = after.rest_reason,
            version = r.version + 1, updated_at = now()
          from after where r.id = after.id and r.tenant = ?
          returning r.tenant, r.id, r.customer_id, r.seller_id, r.currency),
        entry as (
          select changed.*, t.part, t.kind, t.amount, t.business_day, ?::date as recorded_on, ?::uuid as cause, t.nr
          from unnest(?, ?, ?, ?, ?) with ordinality as t(id, part, kind, amount, business_day, nr)
            join changed using (id)),
        charged as (
          insert into charge_entry (tenant, receivable_id, customer_id, seller_id, currency, part, kind, amount,
            business_day, recorded_on, cause)
          select tenant, id, customer_id, seller_id, currency, part, kind, amount, business_day, recorded_on, cause
          from entry where part <> 'principal' order by nr)
        insert into receivable_entry (tenant, receivable_id, customer_id, seller_id, currency, kind, amount,
          business_day, recorded_on, cause)
        select tenant, id, customer_id, seller_id, currency, kind, amount, business_day, recorded_on, cause
        from entry where part = 'principal' order by nr\
        """;

    private final Sql sql;
    private final Tenancy tenancy;

    OpenItems(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Whose open items are meant. */
    public record Account(String customerId, String sellerId, String currency) {}

    /** What of an item an entry moves. */
    public enum Part {
        PRINCIPAL("principal"),
        COSTS("costs"),
        INTEREST("interest");

        private final String label;

        Part(String label) {
            this.label = label;
        }
    }

    /**
     * One line of the books.
     *
     * @param kind allocated, discount, small-difference, reversed, claimed or waived
     * @param amount signed
     * @param on the business day it counts from
     */
    public record Entry(Part part, String kind, Money amount, LocalDate on) {}

    /**
     * An item after something happened to it, with the entries that say what.
     *
     * @param restReason why a part stays open although it was paid for, or null
     */
    public record Moved(Invoice after, Money costs, Money interest, String restReason, List<Entry> entries) {}

    /** Keeps others from the account until this transaction ends. */
    public void lock(Account account) {
        sql.first(
                LOCK,
                row -> row.getString(1),
                String.join("|", tenancy.tenant(), account.customerId(), account.sellerId(), account.currency()));
    }

    /** Those items of the account that have these numbers, open or not. */
    public List<OpenItem> named(Account account, Collection<String> invoiceNumbers) {
        return find(account, " and invoice_number = any(?)", (Object) invoiceNumbers.toArray(String[]::new));
    }

    /** Those items of the account that have these ids, open or not. */
    public List<OpenItem> byId(Account account, Collection<UUID> ids) {
        return find(account, " and id = any(?)", (Object) ids.toArray(UUID[]::new));
    }

    /** The open items that bill an order. */
    public List<OpenItem> ofOrder(Account account, String orderId) {
        return find(account, " and issued_on <= ? and order_id = ?", tenancy.today(), orderId);
    }

    /**
     * The open items that money may go to: in the order of law as far as it reaches, those open for exactly this
     * amount or short of a discount, the one with the quoted number or reference, and those with claimed charges.
     * What is issued after the business date is left out.
     *
     * @param on what is due on this day is due
     */
    public List<OpenItem> withinReach(Account account, Money amount, String quoted, LocalDate on) {
        lock(account);
        String tenant = tenancy.tenant();
        LocalDate today = tenancy.today();
        return sql.list(
                WITHIN_REACH,
                OpenItem::read,
                tenant,
                account.customerId(),
                account.sellerId(),
                account.currency(),
                today,
                on,
                tenant,
                account.customerId(),
                account.sellerId(),
                account.currency(),
                today,
                amount.amount(),
                amount.amount(),
                amount.amount(),
                amount.amount(),
                quoted,
                quoted);
    }

    /** A formal notice left for that item. */
    public void notice(UUID id) {
        sql.update(
                "update receivable set noticed = true, version = version + 1, updated_at = now()"
                        + " where tenant = ? and id = ? and not noticed",
                tenancy.tenant(),
                id);
    }

    /** Keeps the items as they are now and writes what happened to them; {@code cause} is what moved them. */
    public void book(UUID cause, List<Moved> all) {
        if (all.isEmpty()) {
            return;
        }
        Columns<Moved> moved = new Columns<>(all);
        Columns<Line> lines = new Columns<>(all.stream()
                .flatMap(one ->
                        one.entries().stream().map(entry -> new Line(one.after().id(), entry)))
                .toList());
        sql.update(
                BOOK,
                moved.ids(one -> one.after().id()),
                moved.amounts(one -> one.after().outstanding()),
                moved.texts(one -> one.after().status().label()),
                moved.days(one -> one.after().overdueOn()),
                moved.days(one -> one.after().lastPaidOn()),
                all.stream().map(one -> one.after().opening()).toArray(Integer[]::new),
                moved.amounts(Moved::costs),
                moved.amounts(Moved::interest),
                moved.texts(Moved::restReason),
                tenancy.tenant(),
                tenancy.today(),
                cause,
                lines.ids(Line::id),
                lines.texts(line -> line.entry().part().label),
                lines.texts(line -> line.entry().kind()),
                lines.amounts(line -> line.entry().amount()),
                lines.days(line -> line.entry().on()));
    }

    private record Line(UUID id, Entry entry) {}

    private List<OpenItem> find(Account account, String condition, Object... params) {
        lock(account);
        Object[] all = new Object[params.length + 4];
        all[0] = tenancy.tenant();
        all[1] = account.customerId();
        all[2] = account.sellerId();
        all[3] = account.currency();
        System.arraycopy(params, 0, all, 4, params.length);
        return sql.list(SELECT + OF_ACCOUNT + condition + IN_ORDER, OpenItem::read, all);
    }
}
