package o2c.invoice.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import o2c.contracts.Publisher;
import o2c.kernel.RuleBroken;
import o2c.runtime.jobs.Jobs;
import o2c.runtime.peers.PeerRefused;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import org.jboss.logging.Logger;

/** Sets and advances the clock of a sandbox tenant in all four services. */
@ApplicationScoped
class TestClock {

    private static final Logger LOG = Logger.getLogger(TestClock.class);

    private final Suite suite;
    private final RestWatch watch;
    private final Tenancy tenancy;
    private final Jobs jobs;
    private final Work work;
    private final Sql sql;

    TestClock(Suite suite, RestWatch watch, Tenancy tenancy, Jobs jobs, Work work, Sql sql) {
        this.suite = suite;
        this.watch = watch;
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.work = work;
        this.sql = sql;
    }

    TestClockResource.ClockView view(String tenant) {
        Optional<UUID> moving = work.reading(tenant, () -> running(tenant));
        LocalDate date = work.reading(tenant, tenancy::today);
        boolean settled = moving.isEmpty() && watch.isAtRest(tenant);
        return new TestClockResource.ClockView(date, settled, moving.orElse(null));
    }

    /** Puts the clock on a day; everywhere or nowhere; each service refuses when it holds entries. */
    void set(String tenant, LocalDate day) {
        refuseUnlessSandbox(tenant);
        LocalDate before = work.reading(tenant, tenancy::today);
        List<Publisher> inReverse = new ArrayList<>(suite.members());
        Collections.reverse(inReverse);
        List<Publisher> done = new ArrayList<>();
        try {
            for (Publisher member : inReverse) {
                setIn(member, tenant, day);
                done.add(member);
            }
        } catch (RuntimeException refused) {
            done.forEach(member -> putBack(member, tenant, before));
            throw refused;
        }
    }

    /** Starts the job that opens every day up to this one. */
    UUID advance(String tenant, LocalDate day) {
        refuseUnlessSandbox(tenant);
        return work.in(tenant, () -> {
            LocalDate today = tenancy.today();
            if (day.isBefore(today)) {
                throw RuleBroken.refused("clock-backwards", "the clock stands on " + today + " and never goes back")
                        .at("/advanceTo");
            }
            sql.first("select pg_advisory_xact_lock(hashtext(?))", row -> 0, "test-clock " + tenant);
            if (running(tenant).isPresent()) {
                throw RuleBroken.conflict("clock-is-moving", "an advance is running; it has to end first");
            }
            return jobs.start(ClockAdvance.KIND, new ClockAdvance.Advance(day));
        });
    }

    /** What was empty a moment ago can be set once more; where that fails, setting again mends it. */
    private void putBack(Publisher member, String tenant, LocalDate day) {
        try {
            suite.set(member, tenant, day);
        } catch (RuntimeException e) {
            LOG.warnf("the clock of %s stays where it was put: %s", member.key(), e.getMessage());
        }
    }

    private void setIn(Publisher member, String tenant, LocalDate day) {
        try {
            suite.set(member, tenant, day);
        } catch (CompletionException e) {
            if (e.getCause() instanceof PeerRefused refusal && refusal.status() == 409) {
                throw RuleBroken.conflict(refusal.code(), "the clock can only be set while the tenant is empty");
            }
            throw e;
        }
    }

    private void refuseUnlessSandbox(String tenant) {
        if (!tenancy.isSandbox(tenant)) {
            throw RuleBroken.conflict("not-a-sandbox", "the days of a live tenant follow the calendar");
        }
    }

    private Optional<UUID> running(String tenant) {
        return sql.first(
                "select id from job where tenant = ? and kind = ? and status = 'running'",
                row -> row.getObject(1, UUID.class),
                tenant,
                ClockAdvance.KIND);
    }
}
