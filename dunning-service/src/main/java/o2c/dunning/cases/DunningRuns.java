package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Which days had their run, and what came of it. */
@ApplicationScoped
public class DunningRuns {

    private final Sql sql;
    private final Tenancy tenancy;

    DunningRuns(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
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

    /** Takes the day for the running transaction; false when it had its run. */
    public boolean begin(LocalDate day) {
        return sql.update(
                        "insert into dunning_run (tenant, day) values (?, ?) on conflict do nothing",
                        tenancy.tenant(),
                        day)
                == 1;
    }

    public void finish(Result result) {
        sql.update(
                "update dunning_run set accounts = ?, steps = ?, messages = ? where tenant = ? and day = ?",
                result.accounts,
                result.steps,
                result.messages,
                tenancy.tenant(),
                result.day);
    }

    public Optional<Result> find(LocalDate day) {
        return sql.first(
                "select accounts, steps, messages from dunning_run where tenant = ? and day = ?",
                row -> new Result(day, row.getInt(1), row.getInt(2), row.getInt(3)),
                tenancy.tenant(),
                day);
    }

    /** The first day on which a step can still be taken: today, or tomorrow after today's run. */
    LocalDate firstOpenDay() {
        LocalDate today = tenancy.today();
        return find(today).isPresent() ? today.plusDays(1) : today;
    }
}
