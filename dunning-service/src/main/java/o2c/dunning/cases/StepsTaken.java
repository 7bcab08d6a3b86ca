package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.dunning.cases.domain.DueStep;
import o2c.dunning.strategies.domain.StrategyStep;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The steps that were taken; they are never changed, and none is taken twice for one opening of a receivable. */
@ApplicationScoped
public class StepsTaken {

    private final Sql sql;
    private final Tenancy tenancy;

    StepsTaken(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * A step that was taken.
     *
     * @param opening which opening of the receivable it belongs to, from 1
     * @param messageId the message that carried it, or null when the customer heard nothing
     */
    record Taken(
            LocalDate on,
            int level,
            String step,
            String channel,
            String tone,
            int strategyVersion,
            int opening,
            UUID messageId) {}

    /** A step to note, with the message that carries it, or null. */
    public record Noted(DueStep due, String strategyId, UUID messageId) {}

    public void insert(List<Noted> steps, LocalDate day) {
        sql.batch(
                "insert into step_taken (tenant, invoice_id, opening, level, step, channel, tone, strategy_id,"
                        + " strategy_version, taken_on, message_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                steps.stream().map(step -> row(step, day)).toList());
        keepProgress(steps, day);
    }

    private void keepProgress(List<Noted> steps, LocalDate day) {
        sql.update(
                "update receivable r set step_opening = s.opening, step_level = s.level, last_step_on = ?,"
                        + " last_written_on = case when s.written then ?"
                        + " when r.step_opening = s.opening then r.last_written_on end"
                        + " from unnest(?, ?, ?, ?) as s(invoice_id, opening, level, written)"
                        + " where r.tenant = ? and r.invoice_id = s.invoice_id",
                day,
                day,
                steps.stream().map(one -> one.due.receivable().invoiceId()).toArray(UUID[]::new),
                steps.stream().map(one -> one.due.receivable().opening()).toArray(Integer[]::new),
                steps.stream().map(one -> one.due.level()).toArray(Integer[]::new),
                steps.stream()
                        .map(one -> one.due.planned().step().isWrittenReminder())
                        .toArray(Boolean[]::new),
                tenancy.tenant());
    }

    /** Of one invoice, oldest first. */
    List<Taken> of(UUID invoiceId) {
        return sql.list(
                "select taken_on, level, step, channel, tone, strategy_version, opening, message_id from step_taken"
                        + " where tenant = ? and invoice_id = ? order by taken_on, level",
                row -> new Taken(
                        row.getObject(1, LocalDate.class),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getObject(8, UUID.class)),
                tenancy.tenant(),
                invoiceId);
    }

    private Object[] row(Noted noted, LocalDate day) {
        StrategyStep step = noted.due.planned().step();
        return new Object[] {
            tenancy.tenant(),
            noted.due.receivable().invoiceId(),
            noted.due.receivable().opening(),
            step.level(),
            step.name(),
            step.channel().code(),
            noted.due.planned().tone().code(),
            noted.strategyId,
            noted.due.planned().strategyVersion(),
            day,
            noted.messageId
        };
    }
}
