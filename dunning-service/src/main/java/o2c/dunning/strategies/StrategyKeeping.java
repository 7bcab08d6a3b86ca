package o2c.dunning.strategies;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import o2c.dunning.strategies.domain.Strategy;
import o2c.dunning.strategies.domain.StrategyContent;
import o2c.dunning.strategies.domain.StrategyVersion;
import o2c.kernel.RuleBroken;
import o2c.runtime.access.Caller;
import o2c.runtime.tenancy.Tenancy;

/** Keeps the tenant's strategy: which version is in force, who drafted the next one, who published it. */
@ApplicationScoped
public class StrategyKeeping {

    private final StrategyVersions versions;
    private final Tenancy tenancy;
    private final Caller caller;

    StrategyKeeping(StrategyVersions versions, Tenancy tenancy, Caller caller) {
        this.versions = versions;
        this.tenancy = tenancy;
        this.caller = caller;
    }

    /** The version that decides on a day; the shipped one is in force until another is. */
    public StrategyVersion inForceOn(LocalDate day) {
        Strategy strategy = versions.load();
        return strategy.inForceOn(day).orElse(strategy.versions().get(0));
    }

    Strategy only() {
        return versions.load();
    }

    /** Refuses {@code strategy-unknown}. */
    Strategy get(String strategyId) {
        Strategy strategy = versions.load();
        if (!strategy.strategyId().equals(strategyId)) {
            throw RuleBroken.notFound("strategy-unknown", "there is no such strategy");
        }
        return strategy;
    }

    Strategy draft(Strategy strategy, StrategyContent content) {
        Strategy next = strategy.draft(content, caller.subject());
        if (next.latest().version() > strategy.latest().version()) {
            versions.insert(next.latest());
        }
        return next;
    }

    Strategy publish(String strategyId, LocalDate validFrom) {
        Strategy next = get(strategyId).publish(caller.subject(), validFrom, tenancy.today());
        versions.publish(next.latest());
        return next;
    }
}
