package o2c.dunning.runs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import o2c.dunning.cases.DunningRuns;
import o2c.dunning.cases.Receivables;
import o2c.dunning.cases.domain.Outreach;
import o2c.dunning.strategies.StrategyKeeping;
import o2c.dunning.strategies.domain.StrategyVersion;
import o2c.runtime.day.DaySweep;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Work;

/**
 * The run of a day: takes every step that falls on it, and sends one message per customer, seller and currency. It
 * goes on customer by customer in transactions of its own, and from where it was when it is interrupted.
 */
@ApplicationScoped
class DunningRun implements DaySweep {

    /** How many customers one transaction sees to: bounds its memory, and how long anybody waits for it. */
    private static final int CUSTOMERS_AT_ONCE = 1000;

    private final Receivables receivables;
    private final StrategyKeeping strategies;
    private final Outreaching outreaching;
    private final DunningRuns runs;
    private final Work work;
    private final Tenancy tenancy;

    DunningRun(
            Receivables receivables,
            StrategyKeeping strategies,
            Outreaching outreaching,
            DunningRuns runs,
            Work work,
            Tenancy tenancy) {
        this.receivables = receivables;
        this.strategies = strategies;
        this.outreaching = outreaching;
        this.runs = runs;
        this.work = work;
        this.tenancy = tenancy;
    }

    /** The day's steps for the next customers; it runs to its end before anything else happens on that day. */
    @Override
    public boolean some(LocalDate day) {
        runs.begin(day);
        return takeNext(day);
    }

    /** Takes the day's steps; empty when the day had its run. */
    Optional<DunningRuns.Result> run(LocalDate day) {
        String tenant = tenancy.tenant();
        if (!work.in(tenant, () -> runs.beginByHand(day))) {
            return Optional.empty();
        }
        boolean more = true;
        while (more) {
            more = work.in(tenant, () -> takeNext(day));
        }
        return work.reading(tenant, () -> runs.find(day));
    }

    /** Tells what the day's run would do, bundle by bundle, and stores nothing. */
    void preview(LocalDate day, Consumer<Outreach> reader) {
        StrategyVersion strategy = strategies.inForceOn(day);
        List<String> customers = customersAfter("", day, strategy);
        while (!customers.isEmpty()) {
            outreaching.dueFor(customers, day, strategy).forEach(reader);
            customers = customersAfter(customers.get(customers.size() - 1), day, strategy);
        }
    }

    /** The next customers; false when the run is over. */
    private boolean takeNext(LocalDate day) {
        Optional<String> position = runs.position(day);
        if (position.isEmpty()) {
            return false;
        }
        StrategyVersion strategy = strategies.inForceOn(day);
        List<String> customers = customersAfter(position.get(), day, strategy);
        if (!customers.isEmpty()) {
            receivables.lockAll(customers);
            List<Outreach> due = outreaching.dueFor(customers, day, strategy);
            runs.advance(outreaching.take(day, strategy.strategyId(), due), customers.get(customers.size() - 1));
        }
        boolean more = customers.size() == CUSTOMERS_AT_ONCE;
        if (!more) {
            runs.finish(day);
        }
        return more;
    }

    private List<String> customersAfter(String position, LocalDate day, StrategyVersion strategy) {
        return Outreaching.CALENDAR.isBusinessDay(day)
                ? receivables.customersDue(strategy.content().lastDueDayOn(day), position, CUSTOMERS_AT_ONCE)
                : List.of();
    }
}
