package o2c.dunning.runs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.cases.DunningRuns;
import o2c.dunning.cases.domain.DueStep;
import o2c.dunning.cases.domain.Outreach;
import o2c.dunning.cases.domain.Receivable;
import o2c.dunning.messages.Correspondence;
import o2c.dunning.messages.Correspondence.Recipient;
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
    private final Correspondence correspondence;
    private final Tenancy tenancy;

    DunningRunResource(DunningRun run, DunningRuns runs, Correspondence correspondence, Tenancy tenancy) {
        this.run = run;
        this.runs = runs;
        this.correspondence = correspondence;
        this.tenancy = tenancy;
    }

    /**
     * What a run did or would do.
     *
     * @param items what a dry run would send, 1,000 at most; empty for a run that happened: its messages stand in
     *     {@code /v1/messages}
     * @param comparedWith the last day before on which steps were taken; null when there is none, or for a run that
     *     happened
     * @param quiet who got a message on that day and would get none now, 1,000 at most
     */
    record RunView(
            LocalDate day,
            boolean dryRun,
            int accounts,
            int steps,
            int messages,
            List<BundleView> items,
            LocalDate comparedWith,
            List<QuietView> quiet) {

        static RunView of(DunningRuns.Result result) {
            return new RunView(
                    result.day(),
                    false,
                    result.accounts(),
                    result.steps(),
                    result.messages(),
                    List.of(),
                    null,
                    List.of());
        }
    }

    /** Who would get no message this time, and at which level the last one was. */
    record QuietView(String customerId, String sellerId, String currency, int lastLevel) {}

    /**
     * What one customer would get.
     *
     * @param amount what would be asked for; null when the customer would hear nothing
     * @param lastLevel the level of his message on the day it is compared with; null when he got none
     */
    record BundleView(
            String customerId,
            String sellerId,
            int level,
            String channel,
            String tone,
            Money amount,
            List<UUID> invoices,
            List<StepView> steps,
            Integer lastLevel) {

        static BundleView of(Outreach outreach, Integer lastLevel) {
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
                    outreach.steps().stream().map(StepView::of).toList(),
                    lastLevel);
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
                    + " stored and nothing can be: it reads only; the answer is compared with the last day on which"
                    + " steps were taken. With dryRun=false it goes on in transactions of its own; a day has one run,"
                    + " so no key is needed. Refusals: 409 already-run (dryRun=false on a day that had its run, with"
                    + " its result). Scope: dunning:write.")
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
        Optional<LocalDate> before = runs.lastWithStepsBefore(today);
        Map<Recipient, Integer> last =
                new HashMap<>(before.map(correspondence::levelsOn).orElse(Map.of()));
        List<BundleView> items = new ArrayList<>();
        DunningRuns.Result[] sum = {DunningRuns.Result.none(today)};
        run.preview(today, outreach -> {
            sum[0] = sum[0].plus(1, outreach.steps().size(), outreach.leading().isPresent() ? 1 : 0);
            Integer lastLevel = last.remove(Outreaching.recipient(outreach.account()));
            if (items.size() < LISTED) {
                items.add(BundleView.of(outreach, lastLevel));
            }
        });
        List<QuietView> quiet = last.entrySet().stream()
                .map(one -> new QuietView(
                        one.getKey().customerId(),
                        one.getKey().sellerId(),
                        one.getKey().currency(),
                        one.getValue()))
                .sorted(Comparator.comparing(QuietView::customerId).thenComparing(QuietView::sellerId))
                .limit(LISTED)
                .toList();
        return new RunView(
                today, true, sum[0].accounts(), sum[0].steps(), sum[0].messages(), items, before.orElse(null), quiet);
    }

    private RuleBroken alreadyRun(LocalDate today) {
        DunningRuns.Result result = runs.find(today).orElseThrow();
        return RuleBroken.conflict(
                "already-run",
                "the run of " + today + " took " + result.steps() + " steps and sent " + result.messages()
                        + " messages to " + result.accounts() + " accounts");
    }
}
