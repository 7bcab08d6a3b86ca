package o2c.dunning.audits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import o2c.dunning.audits.domain.DayAudit;
import o2c.dunning.audits.domain.DayAudit.OnRecord;
import o2c.dunning.cases.Receivables;
import o2c.dunning.strategies.StrategyKeeping;
import o2c.kernel.BusinessCalendar;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Looks back on a day, customer by customer. */
@ApplicationScoped
class ConsistencyAudit {

    private static final int CUSTOMERS_AT_ONCE = 500;

    private final Receivables receivables;
    private final StrategyKeeping strategies;
    private final Sql sql;
    private final Tenancy tenancy;

    ConsistencyAudit(Receivables receivables, StrategyKeeping strategies, Sql sql, Tenancy tenancy) {
        this.receivables = receivables;
        this.strategies = strategies;
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** A message that left although the money had reached the account, which nobody could know yet. */
    record Crossed(UUID messageId, UUID invoiceId, String invoiceNumber, String customerId, LocalDate paidOn) {}

    DayAudit of(LocalDate day) {
        DayAudit audit = new DayAudit(day, strategies.inForceOn(day), BusinessCalendar.WEEKENDS_ONLY);
        List<String> customers = customersAfter("", day);
        while (!customers.isEmpty()) {
            Map<UUID, OnRecord> records = records(customers, day);
            receivables.accountsAtOpening(customers, day).forEach(account -> audit.look(account, records));
            customers = customersAfter(customers.get(customers.size() - 1), day);
        }
        return audit;
    }

    /** At most this many of the day's messages that crossed with a payment. */
    List<Crossed> crossedOn(LocalDate day, int limit) {
        return sql.list(
                "select distinct on (m.message_id, l.invoice_id) m.message_id, l.invoice_id, l.invoice_number,"
                        + " m.customer_id, e.valued_on from message m join message_line l using (tenant, message_id)"
                        + " join receivable_entry e on e.tenant = l.tenant and e.invoice_id = l.invoice_id"
                        + " and e.kind = 'allocated' and e.amount > 0 and e.valued_on < m.sent_on"
                        + " and e.known_on >= m.sent_on where m.tenant = ? and m.sent_on = ?"
                        + " order by m.message_id, l.invoice_id, e.valued_on limit ?",
                row -> new Crossed(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class)),
                tenancy.tenant(),
                day,
                limit);
    }

    private List<String> customersAfter(String position, LocalDate day) {
        return sql.list(
                "select distinct customer_id from receivable where tenant = ? and total is not null"
                        + " and least(due_on, agreed_due_on) <= ? and customer_id > ? order by customer_id limit ?",
                row -> row.getString(1),
                tenancy.tenant(),
                strategies.inForceOn(day).content().lastDueDayOn(day),
                position,
                CUSTOMERS_AT_ONCE);
    }

    private record Step(UUID invoiceId, int level, LocalDate takenOn) {}

    private Map<UUID, OnRecord> records(List<String> customers, LocalDate day) {
        Map<UUID, OnRecord> records = new HashMap<>();
        sql.list(
                        "select t.invoice_id, t.level, t.taken_on from step_taken t join receivable r"
                                + " using (tenant, invoice_id) where t.tenant = ? and r.customer_id = any(?)"
                                + " and t.taken_on <= ? and t.opening = 1 + (select count(*) from receivable_entry e"
                                + " where e.tenant = t.tenant and e.invoice_id = t.invoice_id and e.kind = 'reopened'"
                                + " and e.known_on < ?)",
                        row -> new Step(row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, LocalDate.class)),
                        tenancy.tenant(),
                        customers.toArray(String[]::new),
                        day,
                        day)
                .forEach(step -> records.merge(
                        step.invoiceId,
                        step.takenOn.equals(day)
                                ? new OnRecord(step.level, Set.of())
                                : new OnRecord(null, Set.of(step.level)),
                        ConsistencyAudit::both));
        return records;
    }

    private static OnRecord both(OnRecord one, OnRecord other) {
        Set<Integer> before = new HashSet<>(one.before());
        before.addAll(other.before());
        return new OnRecord(one.onTheDay() == null ? other.onTheDay() : one.onTheDay(), before);
    }
}
