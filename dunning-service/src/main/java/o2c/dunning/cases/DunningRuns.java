package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import o2c.runtime.audit.AuditTrail;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Which days had their run, and what came of it. */
@ApplicationScoped
public class DunningRuns {

    private final Sql sql;
    private final Tenancy tenancy;
    private final AuditTrail audit;

    DunningRuns(Sql sql, Tenancy tenancy, AuditTrail audit) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.audit = audit;
    }

    /**
     * What a run did.
     *
     * @param accounts customers, by seller and currency, for whom a step was taken
     * @param steps steps taken, one per invoice at most
     * @param messages messages sent and calls set up
     */
    public record Result(LocalDate day, int accounts, int steps, int messages) {

        public static Result none(LocalDate day) {
            return new Result(day, 0, 0, 0);
        }

        public Result plus(int moreAccounts, int moreSteps, int moreMessages) {
            return new Result(day, accounts + moreAccounts, steps + moreSteps, messages + moreMessages);
        }
    }

    /** Notes that the day has a run to be done; false when it had its run, or is having it. */
    public boolean begin(LocalDate day) {
        return sql.update(
                        "insert into dunning_run (tenant, day) values (?, ?) on conflict do nothing",
                        tenancy.tenant(),
                        day)
                == 1;
    }

    /** The same, asked for by a person; it stays on record. */
    public boolean beginByHand(LocalDate day) {
        boolean begun = begin(day);
        if (begun) {
            audit.record("dunning.run", day.toString(), Map.of("day", day));
        }
        return begun;
    }

    /** The customer up to whom the run of a day has come, locked until the transaction ends; empty when it is over. */
    public Optional<String> position(LocalDate day) {
        return sql.first(
                "select position from dunning_run where tenant = ? and day = ? and finished_at is null for update",
                row -> row.getString(1),
                tenancy.tenant(),
                day);
    }

    /** Adds what was done for the customers up to this one. */
    public void advance(Result done, String position) {
        sql.update(
                "update dunning_run set position = ?, accounts = accounts + ?, steps = steps + ?,"
                        + " messages = messages + ? where tenant = ? and day = ?",
                position,
                done.accounts,
                done.steps,
                done.messages,
                tenancy.tenant(),
                done.day);
    }

    public void finish(LocalDate day) {
        sql.update("update dunning_run set finished_at = now() where tenant = ? and day = ?", tenancy.tenant(), day);
    }

    public Optional<Result> find(LocalDate day) {
        return sql.first(
                "select accounts, steps, messages from dunning_run where tenant = ? and day = ?",
                row -> new Result(day, row.getInt(1), row.getInt(2), row.getInt(3)),
                tenancy.tenant(),
                day);
    }

    /** The latest day before this one whose run took a step. */
    public Optional<LocalDate> lastWithStepsBefore(LocalDate day) {
        return sql.first(
                "select day from dunning_run where tenant = ? and day < ? and steps > 0 order by day desc limit 1",
                row -> row.getObject(1, LocalDate.class),
                tenancy.tenant(),
                day);
    }

    /** The first day on which a step can still be taken: today, or tomorrow after today's run. */
    LocalDate firstOpenDay() {
        LocalDate today = tenancy.today();
        return find(today).isPresent() ? today.plusDays(1) : today;
    }
}
