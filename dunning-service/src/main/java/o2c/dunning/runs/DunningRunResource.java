package o2c.dunning.runs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import o2c.dunning.cases.DunningRuns;
import o2c.dunning.cases.domain.DueStep;
import o2c.dunning.cases.domain.Outreach;
import o2c.dunning.cases.domain.Receivable;
import o2c.dunning.strategies.domain.StrategyStep;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The daily run: it happens by itself when the day opens; here it is tried out and looked up. */
@Path("/v1/dunning-runs")
@Tag(name = "Runs")
class DunningRunResource {

    /** How many bundles an answer lists at most; the counts are of all. */
    private static final int LISTED = 1000;

    private final DunningRun run;
    private final DunningRuns runs;
    private final Tenancy tenancy;

    DunningRunResource(DunningRun run, DunningRuns runs, Tenancy tenancy) {
        this.run = run;
        this.runs = runs;
        this.tenancy = tenancy;
    }

    /**
     * What a run did or would do.
     *
     * @param items what a dry run would send, 1,000 at most; empty for a run that happened: its messages stand in
     *     {@code /v1/messages}
     */
    record RunView(LocalDate day, boolean dryRun, int accounts, int steps, int messages, List<BundleView> items) {

        static RunView of(DunningRuns.Result result) {
            return new RunView(result.day(), false, result.accounts(), result.steps(), result.messages(), List.of());
        }
    }

    /**
     * What one customer would get.
     *
     * @param amount what would be asked for; null when the customer would hear nothing
     */
    record BundleView(
            String customerId,
            String sellerId,
            int level,
            String channel,
            String tone,
            Money amount,
            List<UUID> invoices,
            List<StepView> steps) {

        static BundleView of(Outreach outreach) {
            DueStep leading = outreach.leading().orElse(outreach.steps().get(0));
            StrategyStep step = leading.planned().step();
            return new BundleView(
                    outreach.account().key().customerId(),
                    outreach.account().key().sellerId(),
                    step.level(),
                    step.channel().code(),
                    leading.planned().tone().code(),
                    outreach.leading().map(any -> outreach.amount()).orElse(null),
                    outreach.leading().stream()
                            .flatMap(any -> outreach.listed().stream())
                            .map(Receivable::invoiceId)
                            .toList(),
                    outreach.steps().stream().map(StepView::of).toList());
        }
    }

    /** A step that would be taken. */
    record StepView(UUID invoiceId, String invoiceNumber, int level, String step) {

        static StepView of(DueStep due) {
            return new StepView(
                    due.receivable().invoiceId(),
                    due.receivable().invoiceNumber(),
                    due.level(),
                    due.planned().step().name());
        }
    }

    @POST
    @RolesAllowed("dunning:write")
    @Reads
    @Operation(
            operationId = "runDunning",
            summary = "Try out today's run, or make up for it",
            description = "The run happens by itself when a day opens. With dryRun=true (unless told) nothing is"
                    + " stored and nothing can be: it reads only. With dryRun=false it goes on in transactions of its"
                    + " own; a day has one run, so no key is needed. Refusals: 409 already-run (dryRun=false on a day that had its run, with its result)."
                    + " Scope: dunning:write.")
    public RunView run(@QueryParam("dryRun") @DefaultValue("true") boolean dryRun) {
        LocalDate today = tenancy.today();
        return dryRun ? preview(today) : run.run(today).map(RunView::of).orElseThrow(() -> alreadyRun(today));
    }

    @GET
    @Path("/{day}")
    @RolesAllowed("dunning:read")
    @Reads
    @Operation(
            operationId = "getDunningRun",
            summary = "What the run of a day did",
            description = "Refusals: 404 run-unknown. Scope: dunning:read.")
    public RunView get(@RestPath LocalDate day) {
        return runs.find(day)
                .map(RunView::of)
                .orElseThrow(() -> RuleBroken.notFound("run-unknown", "that day had no run"));
    }

    private RunView preview(LocalDate today) {
        List<BundleView> items = new ArrayList<>();
        DunningRuns.Result[] sum = {DunningRuns.Result.none(today)};
        run.preview(today, outreach -> {
            sum[0] = sum[0].plus(1, outreach.steps().size(), outreach.leading().isPresent() ? 1 : 0);
            if (items.size() < LISTED) {
                items.add(BundleView.of(outreach));
            }
        });
        return new RunView(today, true, sum[0].accounts(), sum[0].steps(), sum[0].messages(), items);
    }

    private RuleBroken alreadyRun(LocalDate today) {
        DunningRuns.Result result = runs.find(today).orElseThrow();
        return RuleBroken.conflict(
                "already-run",
                "the run of " + today + " took " + result.steps() + " steps and sent " + result.messages()
                        + " messages to " + result.accounts() + " accounts");
    }
}
