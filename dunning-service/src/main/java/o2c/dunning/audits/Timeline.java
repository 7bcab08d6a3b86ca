package o2c.dunning.audits;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** All that dunning did, heard and agreed with one customer, in the order in which it happened. */
@ApplicationScoped
class Timeline {

    private static final String PART = " from %s where tenant = ? and customer_id = ?";

    private static final String ALL = String.join(
            " union all ",
            "select t.taken_on as day, 'step-taken' as kind, t.recorded_at, t.invoice_id as id, r.seller_id,"
                    + " r.invoice_number as subject, 'level ' || t.level || ': ' || t.step || ', ' || t.channel as text"
                    + " from step_taken t join receivable r using (tenant, invoice_id)"
                    + " where t.tenant = ? and r.customer_id = ?",
            "select sent_on, case channel when 'call' then 'call-due' else 'message-sent' end, recorded_at,"
                    + " message_id, seller_id, subject, 'level ' || level || ', ' || channel || ', ' || tone"
                    + PART.formatted("message"),
            "select called_on, 'call-logged', recorded_at, log_id, seller_id, null, outcome"
                    + PART.formatted("call_log"),
            "select opened_on, 'dispute-opened', recorded_at, dispute_id, seller_id, invoice_number, code"
                    + PART.formatted("dispute"),
            "select resolved_on, 'dispute-resolved', recorded_at, dispute_id, seller_id, invoice_number, outcome"
                    + PART.formatted("dispute") + " and resolved_on is not null",
            "select made_on, 'promise-made', recorded_at, promise_id, seller_id, null, 'by ' || promised_on"
                    + PART.formatted("promise"),
            "select ended_on, 'promise-ended', ended_at, promise_id, seller_id, null, outcome"
                    + PART.formatted("promise") + " and ended_on is not null",
            "select agreed_on, 'plan-agreed', recorded_at, plan_id, seller_id, null, amount || ' ' || currency"
                    + PART.formatted("payment_plan"),
            "select ended_on, 'plan-ended', ended_at, plan_id, seller_id, null, outcome"
                    + PART.formatted("payment_plan") + " and ended_on is not null",
            "select set_on, 'hold-set', recorded_at, hold_id, seller_id, invoice_number, 'until ' || until_on"
                    + PART.formatted("hold"),
            "select ended_on, 'hold-ended', ended_at, hold_id, seller_id, invoice_number, cause"
                    + PART.formatted("hold") + " and ended_on is not null",
            "select opened_on, 'inquiry-opened', recorded_at, inquiry_id, seller_id, invoice_number, kind"
                    + PART.formatted("inquiry"),
            "select answered_on, 'inquiry-answered', ended_at, inquiry_id, seller_id, invoice_number, kind"
                    + PART.formatted("inquiry") + " and answered_on is not null",
            "select claimed_on, 'charges-claimed', recorded_at, charge_id, seller_id, invoice_number,"
                    + " (interest + fixed_sum + collection_costs) || ' ' || currency"
                    + PART.formatted("late_charge"));

    private static final int PARTS = 14;

    private final Sql sql;
    private final Tenancy tenancy;

    Timeline(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * Something that happened.
     *
     * @param id of the invoice, message, call, dispute, promise, plan, hold, inquiry or claim of charges
     * @param subject the invoice's number, or what a message is about; null when it is about all
     */
    record Happening(
            LocalDate on, String kind, UUID id, String sellerId, String subject, String text, String position) {}

    /** Oldest first as of a moment, one more than the limit when there are more. */
    List<Happening> of(String customerId, Moment moment, Optional<String> after, int limit) {
        Object[] params = new Object[PARTS * 2 + 6];
        for (int i = 0; i < PARTS; i++) {
            params[i * 2] = tenancy.tenant();
            params[i * 2 + 1] = customerId;
        }
        params[PARTS * 2] = moment.asOf();
        params[PARTS * 2 + 1] = moment.knownOn();
        params[PARTS * 2 + 2] = moment.knownAt();
        params[PARTS * 2 + 3] = after.orElse(null);
        params[PARTS * 2 + 4] = after.orElse(null);
        params[PARTS * 2 + 5] = limit + 1;
        return sql.list(
                "select day, kind, id, seller_id, subject, text, position from (select a.*, day || '|'"
                        + " || to_char(recorded_at at time zone 'UTC', 'YYYYMMDDHH24MISSMS') || '|' || kind || '|'"
                        + " || id as position from (" + ALL + ") a where day <= ? and day <= ? and recorded_at <= ?) p"
                        + " where ?::varchar is null or position collate \"C\" > ? order by position collate \"C\""
                        + " limit ?",
                row -> new Happening(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)),
                params);
    }
}
