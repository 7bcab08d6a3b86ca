package o2c.runtime.day;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Unit;
import o2c.runtime.work.Work;
import org.jboss.logging.Logger;

/**
 * Opens business days: every calendar day, once, in order. Live tenants follow the calendar of their time
 * zone and catch
 * up on days that were missed; a sandbox's days open when its test clock says so.
 */
@ApplicationScoped
public class DayOpener {

    private static final Logger LOG = Logger.getLogger(DayOpener.class);

    private final Tenancy tenancy;
    private final BusinessDays days;
    private final Work work;
    private final List<DayOpening> openings;

    DayOpener(Tenancy tenancy, BusinessDays days, Work work, @All List<DayOpening> openings) {
        this.tenancy = tenancy;
        this.days = days;
        this.work = work;
        this.openings = openings;
    }

    /**
     * Opens the day in the running transaction; false when it is open already.
     *
     * @throws RuleBroken {@code day-out-of-order} when the day is not the one after the business date
     */
    public boolean open(LocalDate day) {
        LocalDate today = tenancy.today();
        if (!day.isAfter(today)) {
            return false;
        }
        if (!day.equals(today.plusDays(1))) {
            throw RuleBroken.refused("day-out-of-order", "the business date is " + today + "; days open one by one");
        }
        boolean first = days.note(day);
        if (first) {
            openings.forEach(opening -> opening.open(day));
        }
        return first;
    }

    /**
     * Puts the clock of a sandbox on a day in the running transaction.
     *
     * @throws RuleBroken {@code test-clock-in-use} when the tenant has entries
     */
    public void set(LocalDate day) {
        if (!tenancy.isSandbox(tenancy.tenant())) {
            throw RuleBroken.conflict("not-a-sandbox", "the days of a live tenant follow the calendar");
        }
        if (days.hasEntries()) {
            throw RuleBroken.conflict("test-clock-in-use", "the clock can only be set while the tenant is empty");
        }
        days.set(day);
    }

    @Scheduled(every = "10s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void followTheCalendar() {
        tenancy.all().stream().filter(tenant -> !tenancy.isSandbox(tenant)).forEach(this::catchUp);
    }

    private void catchUp(String tenant) {
        try {
            LocalDate calendar = LocalDate.now(tenancy.of(tenant).timeZone());
            boolean behind = true;
            while (behind) {
                behind = work.in(tenant, () -> openNext(calendar));
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "the day of tenant %s could not be opened; tried again", tenant);
        }
    }

    /** Opens the day after the business date; the very first day of a tenant is the calendar's. */
    private boolean openNext(LocalDate calendar) {
        String tenant = Unit.current().tenant();
        LocalDate next = days.lastOpened(tenant).map(day -> day.plusDays(1)).orElse(calendar);
        if (next.isAfter(calendar)) {
            return false;
        }
        if (days.note(next)) {
            openings.forEach(opening -> opening.open(next));
        }
        return true;
    }
}
