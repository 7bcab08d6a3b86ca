package o2c.dunning.calls;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.calls.domain.CallOutcome;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Calls that are due, and what came of calls. */
@ApplicationScoped
class CallLog {

    private static final String DUE = "select m.message_id, m.customer_id, m.seller_id, m.currency, m.amount, m.level,"
            + " m.subject, m.body, m.sent_on, l.outcome, l.next_call_on, l.tries from message m left join lateral"
            + " (select outcome, next_call_on, (select count(*) from call_log n where n.tenant = c.tenant"
            + " and n.call_id = c.call_id and n.outcome = 'no-answer') as tries from call_log c"
            + " where c.tenant = m.tenant and c.call_id = m.message_id order by log_id desc limit 1) l on true"
            + " where m.tenant = ? and m.channel = 'call'";

    private static final String LOGGED = "select log_id, call_id, customer_id, seller_id, purpose, outcome,"
            + " reason_code, note, person, made_by, called_on, next_call_on, effect_id from call_log where tenant = ?";

    private final Sql sql;
    private final Tenancy tenancy;

    CallLog(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * A call that a step asks for.
     *
     * @param lastOutcome of its latest try; null before the first
     * @param dueOn the day of the next try; null when it is done
     */
    record Due(
            UUID callId,
            String customerId,
            String sellerId,
            Money amount,
            int level,
            String subject,
            String script,
            CallOutcome lastOutcome,
            LocalDate dueOn,
            int tries) {

        String status() {
            return dueOn == null ? "done" : "due";
        }
    }

    /**
     * A call that was made.
     *
     * @param effectId the promise, dispute or inquiry it led to, or null
     */
    record Entry(
            UUID logId,
            UUID callId,
            String customerId,
            String sellerId,
            String purpose,
            CallOutcome outcome,
            String reasonCode,
            String note,
            String person,
            String madeBy,
            LocalDate calledOn,
            LocalDate nextCallOn,
            UUID effectId) {}

    /** Which calls a list asks for; null where any will do. */
    record Wanted(String customerId, String sellerId, Boolean due) {}

    void insert(Entry entry) {
        sql.update(
                "insert into call_log (tenant, log_id, call_id, customer_id, seller_id, purpose, outcome, reason_code,"
                        + " note, person, made_by, called_on, next_call_on, effect_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                entry.logId,
                entry.callId,
                entry.customerId,
                entry.sellerId,
                entry.purpose,
                entry.outcome.code(),
                entry.reasonCode,
                entry.note,
                entry.person,
                entry.madeBy,
                entry.calledOn,
                entry.nextCallOn,
                entry.effectId);
    }

    Optional<Due> find(UUID callId) {
        return sql.first(DUE + " and m.message_id = ?", CallLog::due, tenancy.tenant(), callId);
    }

    /** Locked, so that two people do not log the same call. */
    Optional<Due> lock(UUID callId) {
        sql.list(
                "select 1 from message where tenant = ? and message_id = ? for update",
                row -> row.getInt(1),
                tenancy.tenant(),
                callId);
        return find(callId);
    }

    /** The numbers of the invoices a call is about. */
    List<String> invoicesOf(UUID callId) {
        return sql.list(
                "select invoice_number from message_line where tenant = ? and message_id = ? order by due_on,"
                        + " invoice_number",
                row -> row.getString(1),
                tenancy.tenant(),
                callId);
    }

    /** Oldest first, one more than the limit when there are more. */
    List<Due> list(Wanted wanted, Optional<UUID> after, int limit) {
        return sql.list(
                DUE + " and (?::varchar is null or m.customer_id = ?) and (?::varchar is null or m.seller_id = ?)"
                        + " and (?::boolean is null or (l.outcome is null or l.next_call_on is not null) = ?)"
                        + " and (?::uuid is null or m.message_id > ?) order by m.message_id limit ?",
                CallLog::due,
                tenancy.tenant(),
                wanted.customerId,
                wanted.customerId,
                wanted.sellerId,
                wanted.sellerId,
                wanted.due,
                wanted.due,
                after.orElse(null),
                after.orElse(null),
                limit + 1);
    }

    /** What was said with a customer, oldest first, one more than the limit when there are more. */
    List<Entry> entries(String customerId, Optional<UUID> after, int limit) {
        return sql.list(
                LOGGED + " and (?::varchar is null or customer_id = ?) and (?::uuid is null or log_id > ?)"
                        + " order by log_id limit ?",
                CallLog::entry,
                tenancy.tenant(),
                customerId,
                customerId,
                after.orElse(null),
                after.orElse(null),
                limit + 1);
    }

    private static Due due(ResultSet row) throws SQLException {
        String outcome = row.getString(10);
        LocalDate next = row.getObject(11, LocalDate.class);
        return new Due(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Money.padded(row.getBigDecimal(5).stripTrailingZeros(), Currency.getInstance(row.getString(4))),
                row.getInt(6),
                row.getString(7),
                row.getString(8),
                outcome == null ? null : CallOutcome.ofCode(outcome),
                outcome == null ? row.getObject(9, LocalDate.class) : next,
                row.getInt(12));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                CallOutcome.ofCode(row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getObject(11, LocalDate.class),
                row.getObject(12, LocalDate.class),
                row.getObject(13, UUID.class));
    }
}
