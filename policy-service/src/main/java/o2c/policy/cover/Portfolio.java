package o2c.policy.cover;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;
import o2c.policy.buyers.Buyers;
import o2c.policy.cover.KeptCover.Leaving;
import o2c.policy.cover.domain.CustomerCover;
import o2c.policy.policies.domain.AsKnown;
import o2c.runtime.tenancy.Tenancy;

/**
 * The cover of all customers, largest uninsured first. Today's figures come from the kept rows, those of customers
 * whose row is behind are computed from the facts; past days are computed for everybody, a chunk at a time.
 */
@ApplicationScoped
class Portfolio {

    private static final int CHUNK = 1000;
    private static final BigDecimal TOP = new BigDecimal("999999999999999");

    private final KeptCover kept;
    private final Covers covers;
    private final Buyers buyers;
    private final Tenancy tenancy;

    Portfolio(KeptCover kept, Covers covers, Buyers buyers, Tenancy tenancy) {
        this.kept = kept;
        this.covers = covers;
        this.buyers = buyers;
        this.tenancy = tenancy;
    }

    /** Where a page ended. */
    record Position(BigDecimal uninsured, String customerId) {

        static Position of(CoverSummary summary) {
            return new Position(summary.uninsured().amount(), summary.customerId());
        }

        static final Position START = new Position(TOP, "");

        static Position parse(String text) {
            if (!text.matches("[0-9]{1,15}\\.[0-9]{1,4}\\|.{1,64}")) {
                throw new IllegalArgumentException("not a position of this list");
            }
            String[] parts = text.split("\\|", 2);
            return new Position(new BigDecimal(parts[0]), parts[1]);
        }

        boolean isBefore(CoverSummary summary) {
            int order = summary.uninsured().amount().compareTo(uninsured);
            return order < 0 || order == 0 && summary.customerId().compareTo(customerId) > 0;
        }

        String text() {
            return uninsured.toPlainString() + "|" + customerId;
        }
    }

    /** The rows of a page and one more, with the totals of all. */
    record Slice(List<CoverSummary> rows, PortfolioTotals totals) {}

    Slice today(Position after, int limit) {
        List<String> behind = kept.behind(CHUNK + 1);
        PortfolioTotals totals = new PortfolioTotals(tenancy.baseCurrency());
        boolean canCatchUp = behind.size() <= CHUNK;
        List<String> anew = canCatchUp && !behind.isEmpty() ? buyers.companions(behind) : List.of();
        Leaving leaving = canCatchUp ? new Leaving(true, anew.toArray(String[]::new)) : Leaving.NOBODY;
        List<CoverSummary> rows = new ArrayList<>(kept.ranked(after, leaving, limit + 1));
        kept.addUp(totals, leaving);
        if (!anew.isEmpty()) {
            for (CustomerCover cover : covers.of(anew, tenancy.today(), AsKnown.NOW)) {
                take(CoverSummary.of(cover), after, rows, totals);
            }
        }
        rows.sort(CoverSummary.LARGEST_FIRST);
        return new Slice(rows.subList(0, Math.min(rows.size(), limit + 1)), totals);
    }

    Slice on(LocalDate day, AsKnown known, Position after, int limit) {
        PortfolioTotals totals = new PortfolioTotals(tenancy.baseCurrency());
        PriorityQueue<CoverSummary> smallestFirst = new PriorityQueue<>(CoverSummary.LARGEST_FIRST.reversed());
        covers.each(day, known, cover -> {
            take(CoverSummary.of(cover), after, smallestFirst, totals);
            if (smallestFirst.size() > limit + 1) {
                smallestFirst.poll();
            }
        });
        return new Slice(
                smallestFirst.stream().sorted(CoverSummary.LARGEST_FIRST).toList(), totals);
    }

    private static void take(
            CoverSummary summary, Position after, Collection<CoverSummary> rows, PortfolioTotals totals) {
        if (!summary.outstanding().isZero()) {
            totals.add(summary);
            if (after.isBefore(summary)) {
                rows.add(summary);
            }
        }
    }
}
