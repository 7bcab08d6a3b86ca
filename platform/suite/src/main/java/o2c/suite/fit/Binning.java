package o2c.suite.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.TreeSet;

/**
 * Ranges of one figure, with the weight of evidence of each: the logarithm of how much likelier a sound company is to
 * lie there than one that failed. The last place is for missing values.
 */
final class Binning {

    private static final int BINS = 8;
    private static final double PRIOR = 8;
    private static final MathContext DIGITS = new MathContext(4);

    private final int figure;
    private final double[] cuts;
    private final double[] evidence;
    private double information;

    private Binning(int figure, double[] cuts) {
        this.figure = figure;
        this.cuts = cuts;
        this.evidence = new double[cuts.length + 2];
    }

    /** Ranges of equal size for one figure of a sample. */
    static Binning of(Sample sample, int figure) {
        double[] known = Arrays.stream(sample.rows())
                .mapToDouble(row -> row[figure])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        TreeSet<Double> cuts = new TreeSet<>();
        for (int i = 1; i < BINS && known.length > 0; i++) {
            double cut =
                    new BigDecimal(known[known.length * i / BINS]).round(DIGITS).doubleValue();
            if (cut > known[0] && cut <= known[known.length - 1]) {
                cuts.add(cut);
            }
        }
        Binning binning = new Binning(
                figure, cuts.stream().mapToDouble(Double::doubleValue).toArray());
        binning.weigh(sample);
        return binning;
    }

    /** Few companies in a range say little: a prior of the average draws them to no evidence. */
    private void weigh(Sample sample) {
        double[] sound = new double[evidence.length];
        double[] failed = new double[evidence.length];
        for (int i = 0; i < sample.size(); i++) {
            (sample.failed()[i] ? failed : sound)[place(sample.rows()[i])]++;
        }
        double allFailed = sample.failures();
        double allSound = sample.size() - allFailed;
        double rate = allFailed / sample.size();
        for (int bin = 0; bin < evidence.length; bin++) {
            double likelySound = (sound[bin] + PRIOR * (1 - rate)) / allSound;
            double likelyFailed = (failed[bin] + PRIOR * rate) / allFailed;
            evidence[bin] = sound[bin] + failed[bin] == 0 ? 0 : Math.log(likelySound / likelyFailed);
            information += (sound[bin] / allSound - failed[bin] / allFailed) * evidence[bin];
        }
    }

    /** Which range a row lies in. */
    int place(double[] row) {
        double value = row[figure];
        if (Double.isNaN(value)) {
            return evidence.length - 1;
        }
        int place = 0;
        while (place < cuts.length && value >= cuts[place]) {
            place++;
        }
        return place;
    }

    double evidence(double[] row) {
        return evidence[place(row)];
    }

    double evidenceOf(int place) {
        return evidence[place];
    }

    int figure() {
        return figure;
    }

    double[] cuts() {
        return cuts;
    }

    /** How much the figure tells apart, over all ranges. */
    double information() {
        return information;
    }
}
