package o2c.dunning.cases;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import o2c.dunning.cases.domain.AccountKey;
import o2c.dunning.cases.domain.Progress;
import o2c.dunning.cases.domain.Receivable;
import o2c.kernel.Money;

/** How a receivable is read with the progress of its dunning: as it is, or as the run that opened a day saw it. */
final class ReceivableQuery {

    private static final String COLUMNS =
            "select r.invoice_id, r.invoice_number, r.customer_id, r.seller_id, r.currency, r.issued_on, r.due_on,"
                    + " r.payable_on, r.known_on, r.total, r.allocated, r.contested, r.settlements, r.reopenings,"
                    + " r.overdues, r.withdrawals, s.level, s.last_step_on, s.last_written_on, r.lives_on,"
                    + " r.overdues > r.withdrawals and not r.declared as lifted from ";

    /** Steps of this opening, and before its first one what was reached before the receivable was taken over. */
    private static final String STEPS =
            " r left join lateral (select max(level) as level, max(taken_on) as last_step_on, max(taken_on)"
                    + " filter (where written) as last_written_on from (select level, taken_on,"
                    + " channel in ('email', 'letter') and level > 0 as written"
                    + " from step_taken t where t.tenant = r.tenant and t.invoice_id = r.invoice_id"
                    + " and t.opening = 1 + r.reopenings and t.taken_on < ? union all"
                    + " select r.level_reached, r.level_reached_on, true where r.level_reached is not null"
                    + " and r.reopenings = 0) u) s on true";

    private static final String KEPT = " r cross join lateral (select r.step_level as level, r.last_step_on,"
            + " r.last_written_on where r.step_opening = 1 + r.reopenings union all select null, null, null"
            + " where r.step_opening is distinct from 1 + r.reopenings) s";

    /** Every receivable the ledger has announced, as it is now; the tenant is the first parameter. */
    static final String NOW = COLUMNS + "receivable" + KEPT + " where r.tenant = ? and r.total is not null";

    /**
     * What customers owe as the run that opened a day saw it: what was told before that day, and what the ledger's own
     * opening of the day declared overdue. Parameters: day, day, day, tenant, customers, day, day.
     */
    static final String AT_OPENING = COLUMNS
            + "(select q.*, q.overdues > q.withdrawals and (q.lifted_on is null"
            + " or coalesce(q.overdue_on > q.lifted_on, false)) as declared from (select i.tenant, i.invoice_id,"
            + " i.invoice_number, i.customer_id, i.seller_id, i.currency, i.issued_on,"
            + " coalesce(d.due_on, i.agreed_due_on, i.due_on) as due_on,"
            + " coalesce(d.payable_on, i.agreed_payable_on, i.payable_on) as payable_on, i.known_on, i.total,"
            + " i.level_reached, i.level_reached_on, coalesce(sum(e.amount) filter (where e.kind in"
            + " ('allocated', 'credited', 'discounted', 'given-up')), 0) as allocated,"
            + " coalesce(sum(e.amount) filter (where e.kind = 'contested'), 0) as contested,"
            + " coalesce(sum(e.amount) filter (where e.kind = 'lives-on'), 0) as lives_on,"
            + " count(*) filter (where e.kind = 'settled') as settlements,"
            + " count(*) filter (where e.kind = 'reopened') as reopenings,"
            + " count(*) filter (where e.kind = 'overdue') as overdues,"
            + " count(*) filter (where e.kind = 'withdrawn') as withdrawals,"
            + " max(coalesce(e.valued_on, e.known_on)) filter (where e.kind = 'overdue') as overdue_on,"
            + " max(coalesce(e.valued_on, e.known_on)) filter (where e.kind in"
            + " ('reopened', 'withdrawn', 'deferred')) as lifted_on"
            + " from receivable i left join receivable_entry e on e.tenant = i.tenant and e.invoice_id = i.invoice_id"
            + " and (e.known_on < ? or e.known_on = ? and e.kind = 'overdue')"
            + " left join lateral (select c.due_on, c.payable_on from due_day c where c.tenant = i.tenant"
            + " and c.invoice_id = i.invoice_id and c.known_on < ? order by c.sequence desc limit 1) d on true"
            + " where i.tenant = ? and i.customer_id = any(?) and i.known_on < ?"
            + " group by i.tenant, i.invoice_id, d.due_on, d.payable_on) q)"
            + STEPS;

    private ReceivableQuery() {}

    static Receivable read(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(5));
        int level = row.getInt(17);
        Progress progress = row.wasNull()
                ? Progress.NONE
                : new Progress(level, row.getObject(18, LocalDate.class), row.getObject(19, LocalDate.class));
        return new Receivable(
                row.getObject(1, UUID.class),
                row.getString(2),
                new AccountKey(row.getString(3), row.getString(4), currency),
                new Receivable.Terms(
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, LocalDate.class),
                        row.getObject(9, LocalDate.class)),
                money(row.getBigDecimal(10), currency),
                money(row.getBigDecimal(11), currency),
                money(row.getBigDecimal(12), currency),
                money(row.getBigDecimal(20), currency),
                new Receivable.Marks(
                        row.getInt(13), row.getInt(14), row.getInt(15), row.getInt(16), row.getBoolean(21)),
                progress,
                List.of());
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.padded(amount.stripTrailingZeros(), currency);
    }
}
