package o2c.invoice.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import o2c.contracts.Publisher;
import o2c.runtime.jobs.JobKind;
import o2c.runtime.jobs.JobRun;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Work;

/**
 * Opens day after day in all four services. A day opens in phases: invoice, credit, policy, dunning; each phase starts
 * when nothing of the one before is under way any more. After a crash it goes on where the days of the services stand.
 */
@ApplicationScoped
class ClockAdvance implements JobKind {

    static final String KIND = "test-clock";

    private final Suite suite;
    private final RestWatch watch;
    private final Tenancy tenancy;
    private final Work work;

    ClockAdvance(Suite suite, RestWatch watch, Tenancy tenancy, Work work) {
        this.suite = suite;
        this.watch = watch;
        this.tenancy = tenancy;
        this.work = work;
    }

    /** What the job is to reach. */
    record Advance(LocalDate to) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean waitsForOthers() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        LocalDate target = run.parameters(Advance.class).to();
        LocalDate today = work.reading(run.tenant(), tenancy::today);
        Rest rest = watch.await(run.tenant(), run::check);
        if (!rest.isEverywhere(today)) {
            openEverywhere(run, today);
        }
        run.inBatch(() -> run.total(run.position() + ChronoUnit.DAYS.between(today, target)));
        for (LocalDate day = today.plusDays(1); !day.isAfter(target); day = day.plusDays(1)) {
            openEverywhere(run, day);
            run.inBatch(() -> run.commit(1, List.of()));
        }
    }

    /** Opens the day where it is not open yet; after a lost answer nobody knows what that left under way. */
    private void openEverywhere(JobRun run, LocalDate day) {
        for (Publisher member : suite.members()) {
            AtomicInteger tries = new AtomicInteger();
            boolean leavesWork = watch.patiently(
                    () -> {
                        tries.incrementAndGet();
                        return suite.open(member, run.tenant(), day);
                    },
                    run::check);
            if (leavesWork || tries.get() > 1) {
                watch.await(run.tenant(), run::check);
            }
        }
    }
}
