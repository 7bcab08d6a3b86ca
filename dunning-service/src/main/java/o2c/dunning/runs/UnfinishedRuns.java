package o2c.dunning.runs;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import o2c.dunning.cases.DunningRuns;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Work;
import org.jboss.logging.Logger;

/** Goes on with runs that a stop or a failure interrupted. */
@ApplicationScoped
class UnfinishedRuns {

    private static final Logger LOG = Logger.getLogger(UnfinishedRuns.class);

    private final DunningRun run;
    private final DunningRuns runs;
    private final Tenancy tenancy;
    private final Work work;

    UnfinishedRuns(DunningRun run, DunningRuns runs, Tenancy tenancy, Work work) {
        this.run = run;
        this.runs = runs;
        this.tenancy = tenancy;
        this.work = work;
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        tenancy.all().forEach(this::goOn);
    }

    private void goOn(String tenant) {
        try {
            work.reading(tenant, runs::interrupted).forEach(day -> run.goOn(tenant, day));
        } catch (RuntimeException e) {
            LOG.errorf(e, "a dunning run of tenant %s could not go on; tried again", tenant);
        }
    }
}
