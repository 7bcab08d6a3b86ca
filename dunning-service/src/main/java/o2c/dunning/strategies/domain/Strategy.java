package o2c.dunning.strategies.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import o2c.kernel.RuleBroken;

/** A strategy with all its versions, oldest first. A version in force is never overwritten: a new one follows it. */
public record Strategy(String strategyId, List<StrategyVersion> versions) {

    public Strategy {
        versions = List.copyOf(versions);
    }

    /** The published version whose first day came last; of two with the same first day the newer one. */
    public Optional<StrategyVersion> inForceOn(LocalDate day) {
        return versions.stream()
                .filter(version -> version.isPublishedBy(day))
                .max(Comparator.comparing(StrategyVersion::validFrom).thenComparing(StrategyVersion::version));
    }

    public StrategyVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /** Counts every draft and every publication; it tells two states of the strategy apart. */
    public long revision() {
        return versions.size()
                + versions.stream().filter(StrategyVersion::isPublished).count();
    }

    /** The next version as a draft; unchanged content makes none. */
    public Strategy draft(StrategyContent content, String author) {
        if (content.equals(latest().content())) {
            return this;
        }
        StrategyVersion next = StrategyVersion.drafted(strategyId, latest().version() + 1, content, author);
        return new Strategy(
                strategyId, Stream.concat(versions.stream(), Stream.of(next)).toList());
    }

    /**
     * Puts the latest version in force from a day on. Refuses {@code no-draft} when it is published already,
     * {@code four-eyes} when the author publishes his own draft, and {@code valid-from-in-past}: what was taken under
     * an earlier version stays explained by it.
     */
    public Strategy publish(String publisher, LocalDate validFrom, LocalDate today) {
        StrategyVersion draft = latest();
        if (draft.isPublished()) {
            throw RuleBroken.refused("no-draft", "the latest version is published already");
        }
        if (draft.author().equals(publisher)) {
            throw RuleBroken.forbidden("four-eyes", "the author of a draft does not publish it himself");
        }
        if (validFrom.isBefore(today)) {
            throw RuleBroken.refused("valid-from-in-past", "a version is in force from " + today + " on or later")
                    .at("/validFrom");
        }
        Stream<StrategyVersion> before = versions.stream().limit(versions.size() - 1L);
        return new Strategy(
                strategyId,
                Stream.concat(before, Stream.of(draft.publishedBy(publisher, validFrom)))
                        .toList());
    }
}
