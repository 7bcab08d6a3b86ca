package o2c.runtime.day;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import o2c.runtime.tenancy.Settings;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Unit;

/** The business days a tenant has opened in this service. The last one is its business date. */
@ApplicationScoped
public class BusinessDays {

    private final Sql sql;

    BusinessDays(Sql sql) {
        this.sql = sql;
    }

    /** The tenant's business date; before any day was opened, where its clock stands at first. */
    public LocalDate dateOf(String tenant, Settings.Tenant settings) {
        return lastOpened(tenant).orElseGet(() -> settings.clock().orElseGet(() -> LocalDate.now(settings.timeZone())));
    }

    Optional<LocalDate> lastOpened(String tenant) {
        return sql.first(
                        "select max(day) from business_day where tenant = ?",
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)),
                        tenant)
                .flatMap(day -> day);
    }

    /** Notes that the day is open; false when it was already. */
    boolean note(LocalDate day) {
        boolean first = sql.update(
                        "insert into business_day (tenant, day) values (?, ?) on conflict do nothing",
                        Unit.current().tenant(),
                        day)
                == 1;
        Unit.current().dayOpened(day);
        return first;
    }

    /** Some of the day's sweeps go on in transactions of their own. */
    void goesOn(LocalDate day) {
        sql.update(
                "update business_day set finished = false where tenant = ? and day = ?",
                Unit.current().tenant(),
                day);
    }

    void finish(LocalDate day) {
        sql.update(
                "update business_day set finished = true where tenant = ? and day = ?",
                Unit.current().tenant(),
                day);
    }

    /** The first day whose sweeps have not ended. */
    Optional<LocalDate> unfinished() {
        return sql.first(
                "select day from business_day where tenant = ? and not finished order by day limit 1",
                row -> row.getObject(1, LocalDate.class),
                Unit.current().tenant());
    }

    /** Keeps others from sweeping this day until the transaction ends; false when its sweeps have ended. */
    boolean isOurs(LocalDate day) {
        return sql.first(
                        "select true from business_day where tenant = ? and day = ? and not finished for update",
                        row -> row.getBoolean(1),
                        Unit.current().tenant(),
                        day)
                .orElse(false);
    }

    /** Puts an unused clock on a day. */
    void set(LocalDate day) {
        sql.update("delete from business_day where tenant = ?", Unit.current().tenant());
        note(day);
    }

    /** Whether anything was ever announced or heard for the tenant. */
    boolean hasEntries() {
        String tenant = Unit.current().tenant();
        return sql.first(
                        "select exists (select from outbox where tenant = ?)"
                                + " or exists (select from inbox where tenant = ?)",
                        row -> row.getBoolean(1),
                        tenant,
                        tenant)
                .orElse(false);
    }
}
