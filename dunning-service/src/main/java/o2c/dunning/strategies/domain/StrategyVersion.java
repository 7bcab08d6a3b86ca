package o2c.dunning.strategies.domain;

import java.time.LocalDate;

/**
 * One version of a strategy; its content never changes.
 *
 * @param version 1, 2, 3 …
 * @param author who drafted it
 * @param publisher who put it in force, or null while it is a draft
 * @param validFrom the first day it may be in force, or null while it is a draft
 */
public record StrategyVersion(
        String strategyId, int version, StrategyContent content, String author, String publisher, LocalDate validFrom) {

    static StrategyVersion drafted(String strategyId, int version, StrategyContent content, String author) {
        return new StrategyVersion(strategyId, version, content, author, null, null);
    }

    StrategyVersion publishedBy(String who, LocalDate from) {
        return new StrategyVersion(strategyId, version, content, author, who, from);
    }

    public boolean isPublished() {
        return publisher != null;
    }

    public boolean isPublishedBy(LocalDate day) {
        return isPublished() && !validFrom.isAfter(day);
    }

    public String status() {
        return isPublished() ? "published" : "draft";
    }
}
