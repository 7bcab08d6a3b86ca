package o2c.suite.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A scorecard fitted to a sample: whole points by range, so that it scores exactly as the service will. */
final class FittedCard {

    /** Twenty points double the odds of being sound. */
    private static final double POINTS = 20 / Math.log(2);

    private static final double ALIKE = 0.75;

    private final List<Binning> figures;
    private final double[] weights;

    private FittedCard(List<Binning> figures, double[] weights) {
        this.figures = figures;
        this.weights = weights;
    }

    /** Takes the most telling figures that are not too alike, and weighs them together. */
    static FittedCard of(Sample sample, int most) {
        List<Binning> ranked = IntStream.range(0, sample.names().size())
                .mapToObj(figure -> Binning.of(sample, figure))
                .sorted(Comparator.comparingDouble(Binning::information).reversed())
                .toList();
        List<Binning> chosen = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (Binning candidate : ranked) {
            double[] column = column(candidate, sample);
            boolean isNew = columns.stream().noneMatch(other -> Math.abs(correlation(other, column)) > ALIKE);
            if (chosen.size() < most && isNew) {
                chosen.add(candidate);
                columns.add(column);
            }
        }
        double[][] inputs = new double[sample.size()][chosen.size()];
        for (int i = 0; i < inputs.length; i++) {
            for (int k = 0; k < chosen.size(); k++) {
                inputs[i][k] = columns.get(k)[i];
            }
        }
        return new FittedCard(chosen, Logistic.fit(inputs, sample.failed()));
    }

    /** Whole points of a range. */
    long points(int characteristic, int place) {
        return Math.round(POINTS
                * weights[characteristic + 1]
                * figures.get(characteristic).evidenceOf(place));
    }

    long base() {
        return Math.round(500 + POINTS * (weights[0] - Math.log(20)));
    }

    long score(double[] row) {
        long score = base();
        for (int k = 0; k < figures.size(); k++) {
            score += points(k, figures.get(k).place(row));
        }
        return score;
    }

    List<Binning> figures() {
        return figures;
    }

    private static double[] column(Binning binning, Sample sample) {
        return IntStream.range(0, sample.size())
                .mapToDouble(i -> binning.evidence(sample.rows()[i]))
                .toArray();
    }

    private static double correlation(double[] one, double[] other) {
        double meanOne = java.util.Arrays.stream(one).average().orElse(0);
        double meanOther = java.util.Arrays.stream(other).average().orElse(0);
        double product = 0;
        double squareOne = 1e-12;
        double squareOther = 1e-12;
        for (int i = 0; i < one.length; i++) {
            product += (one[i] - meanOne) * (other[i] - meanOther);
            squareOne += (one[i] - meanOne) * (one[i] - meanOne);
            squareOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        return product / Math.sqrt(squareOne * squareOther);
    }
}
