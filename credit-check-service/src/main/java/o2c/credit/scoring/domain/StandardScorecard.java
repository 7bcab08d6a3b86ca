package o2c.credit.scoring.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import o2c.credit.holds.domain.Scope;
import o2c.credit.scoring.domain.Characteristic.Bin;
import o2c.credit.scoring.domain.Characteristic.Points;
import o2c.credit.scoring.domain.Scorecard.RiskClass;

/**
 * What holds for a tenant that set no scorecard of his own: payment behaviour first, then accounts, agency and insurer.
 * The weights are a sensible start, not fitted to anybody's losses.
 */
public final class StandardScorecard {

    /** The id under which a tenant puts his own in its place. */
    public static final String ID = "standard";

    private StandardScorecard() {}

    public static Scorecard version0() {
        return new Scorecard(
                ID,
                0,
                LocalDate.of(2000, 1, 1),
                Scope.OPEN,
                new BigDecimal("500"),
                2,
                List.of(
                        of("weighted-days-late", "1 50, 8 20, 16 -20, 31 -80, 61 -140, -200"),
                        of("days-late-trend", "-5 20, 5 0, 15 -40, -80"),
                        of("oldest-overdue-days", "1 20, 15 -40, 31 -100, 61 -180, -250"),
                        of("promise-rate", "50 -80, 90 -20, 20"),
                        of("dispute-rate", "5 10, 20 -10, -40"),
                        of("altman-z-double-prime", "1.10 -100, 2.60 0, 80"),
                        of("agency-score", "20 -150, 40 -60, 60 0, 80 50, 90"),
                        of("insured-share", "1 -30, 50 0, 90 15, 25"),
                        of("relation-years", "1 -30, 3 0, 10 15, 30")),
                List.of(
                        new RiskClass("A", new BigDecimal("580"), 365),
                        new RiskClass("B", new BigDecimal("520"), 365),
                        new RiskClass("C", new BigDecimal("440"), 180),
                        new RiskClass("D", new BigDecimal("340"), 90),
                        new RiskClass("E", new BigDecimal("0"), 30)));
    }

    /** Bins as "below points, below points, points": each ends where the next begins, the last has no end. */
    private static Characteristic of(String fact, String table) {
        List<Bin> bins = new ArrayList<>();
        BigDecimal from = null;
        for (String row : table.split(", ")) {
            String[] cells = row.split(" ");
            BigDecimal below = cells.length == 1 ? null : new BigDecimal(cells[0]);
            BigDecimal points = new BigDecimal(cells[cells.length - 1]);
            bins.add(new Bin(from, below, points, fact + (points.signum() < 0 ? "-poor" : "-fair")));
            from = below;
        }
        return new Characteristic(fact, bins, new Points(BigDecimal.ZERO, fact + "-unknown"));
    }
}
