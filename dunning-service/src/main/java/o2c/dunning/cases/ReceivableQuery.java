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
                    + " r.overdues, r.withdrawals, s.level, s.last_step_on, s.last_written_on from ";

    private static final String STEPS =
            " r left join lateral (select max(level) as level, max(taken_on) as last_step_on, max(taken_on)"
                    + " filter (where channel in ('email', 'letter') and level > 0) as last_written_on"
                    + " from step_taken t where t.tenant = r.tenant and t.invoice_id = r.invoice_id"
                    + " and t.opening = 1 + r.reopenings";

    private static final String KEPT = " r cross join lateral (select r.step_level as level, r.last_step_on,"
            + " r.last_written_on where r.step_opening = 1 + r.reopenings union all select null, null, null"
            + " where r.step_opening is distinct from 1 + r.reopenings) s";

    /** Every receivable the ledger has announced, as it is now; the tenant is the first parameter. */
    static final String NOW = COLUMNS + "receivable" + KEPT + " where r.tenant = ? and r.total is not null";

    /**
     * What customers owe as the run that opened a day saw it: what was told before that day, and what the ledger's own
     * opening of the day declared overdue. Parameters: day, day, tenant, customers, day, day.
     */
    static final String AT_OPENING = COLUMNS
            + "(select i.tenant, i.invoice_id, i.invoice_number, i.customer_id, i.seller_id, i.currency, i.issued_on,"
            + " i.due_on, i.payable_on, i.known_on, i.total,"
            + " coalesce(sum(e.amount) filter (where e.kind = 'allocated'), 0) as allocated,"
            + " coalesce(sum(e.amount) filter (where e.kind = 'contested'), 0) as contested,"
            + " count(*) filter (where e.kind = 'settled') as settlements,"
            + " count(*) filter (where e.kind = 'reopened') as reopenings,"
            + " count(*) filter (where e.kind = 'overdue') as overdues,"
            + " count(*) filter (where e.kind = 'withdrawn') as withdrawals"
            + " from receivable i left join receivable_entry e on e.tenant = i.tenant and e.invoice_id = i.invoice_id"
            + " and (e.known_on < ? or e.known_on = ? and e.kind in ('overdue', 'reopened'))"
            + " where i.tenant = ? and i.customer_id = any(?) and i.known_on < ?"
            + " group by i.tenant, i.invoice_id)"
            + STEPS + " and t.taken_on < ?) s on true";

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
                new Receivable.Marks(row.getInt(13), row.getInt(14), row.getInt(15), row.getInt(16)),
                progress,
                List.of());
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.padded(amount.stripTrailingZeros(), currency);
    }
}
