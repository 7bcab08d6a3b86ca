package o2c.runtime.day;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Unit;
import o2c.runtime.work.Work;
import org.jboss.logging.Logger;

/**
 * Opens business days: every calendar day, once, in order. Live tenants follow the calendar of their time zone and
 * catch up on days that were missed; a sandbox's days open when its test clock says so.
 */
@ApplicationScoped
public class DayOpener {

    private static final Logger LOG = Logger.getLogger(DayOpener.class);

    private final Tenancy tenancy;
    private final BusinessDays days;
    private final Work work;
    private final List<DayOpening> openings;
    private final List<DaySweep> sweeps;

    DayOpener(
            Tenancy tenancy, BusinessDays days, Work work, @All List<DayOpening> openings, @All List<DaySweep> sweeps) {
        this.tenancy = tenancy;
        this.days = days;
        this.work = work;
        this.openings = openings;
        this.sweeps = sweeps;
    }

    /**
     * What came of opening a day.
     *
     * @param opened whether this call opened it
     * @param leavesWork whether that announced, marked or started anything that goes on now
     */
    public record Opening(boolean opened, boolean leavesWork) {

        private Opening and(boolean more) {
            return new Opening(opened, leavesWork || more);
        }
    }

    /**
     * Opens the day unless it is open already, and returns when its sweeps have ended; outside any transaction.
     *
     * @throws RuleBroken {@code day-out-of-order} when the day is not the one after the business date
     */
    public Opening open(String tenant, LocalDate day) {
        Opening opening = work.in(tenant, () -> openNext(day));
        return opening.and(finish(tenant));
    }

    private Opening openNext(LocalDate day) {
        LocalDate today = tenancy.today();
        if (!day.isAfter(today)) {
            return new Opening(false, false);
        }
        if (!day.equals(today.plusDays(1))) {
            throw RuleBroken.refused("day-out-of-order", "the business date is " + today + "; days open one by one");
        }
        return new Opening(begin(day), Unit.current().leavesWork());
    }

    /** Opens the day in the running transaction, and does the first part of its sweeps. */
    private boolean begin(LocalDate day) {
        boolean first = days.note(day);
        if (first) {
            openings.forEach(opening -> opening.open(day));
            if (sweeps.stream().anyMatch(sweep -> sweep.some(day))) {
                days.goesOn(day);
            }
        }
        return first;
    }

    /** Ends the sweeps of every day that has some left; tells whether that left work that goes on now. */
    private boolean finish(String tenant) {
        boolean leavesWork = false;
        Optional<LocalDate> day = work.reading(tenant, days::unfinished);
        while (day.isPresent()) {
            leavesWork |= sweep(tenant, day.get());
            day = work.reading(tenant, days::unfinished);
        }
        return leavesWork;
    }

    private boolean sweep(String tenant, LocalDate day) {
        boolean leavesWork = false;
        for (Part part = new Part(true, false); part.goesOn(); leavesWork |= part.leavesWork()) {
            part = work.in(tenant, () -> part(day));
        }
        return leavesWork;
    }

    /** One part, in a transaction of its own; nobody else sweeps this day meanwhile. */
    private record Part(boolean goesOn, boolean leavesWork) {}

    private Part part(LocalDate day) {
        boolean goesOn = days.isOurs(day) && sweeps.stream().anyMatch(sweep -> sweep.some(day));
        if (!goesOn) {
            days.finish(day);
        }
        return new Part(goesOn, Unit.current().leavesWork());
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

    /** Follows the calendar for live tenants, and for all goes on with what a crash or a failure interrupted. */
    @Scheduled(every = "10s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void followTheCalendar() {
        tenancy.all().forEach(this::catchUp);
    }

    private void catchUp(String tenant) {
        try {
            finish(tenant);
            if (!tenancy.isSandbox(tenant)) {
                LocalDate calendar = LocalDate.now(tenancy.of(tenant).timeZone());
                while (work.in(tenant, () -> openBy(calendar))) {
                    finish(tenant);
                }
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "the day of tenant %s could not be opened or finished; tried again", tenant);
        }
    }

    /** Opens the day after the business date; the very first day of a tenant is the calendar's. */
    private boolean openBy(LocalDate calendar) {
        String tenant = Unit.current().tenant();
        LocalDate next = days.lastOpened(tenant).map(day -> day.plusDays(1)).orElse(calendar);
        if (next.isAfter(calendar)) {
            return false;
        }
        begin(next);
        return true;
    }
}
