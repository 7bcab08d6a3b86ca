package o2c.suite.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/** How well scores tell sound companies from those that failed: the area under the curve, and its cross-validation. */
final class Discrimination {

    private Discrimination() {}

    /** The chance that a sound company scores higher than one that failed; equal scores count half. */
    static double area(double[] scores, boolean[] failed) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double rankSum = 0;
        long sound = 0;
        for (int i = 0; i < order.length; ) {
            int end = i;
            while (end < order.length && scores[order[end]] == scores[order[i]]) {
                end++;
            }
            double rank = (i + 1 + end) / 2.0;
            for (; i < end; i++) {
                if (!failed[order[i]]) {
                    rankSum += rank;
                    sound++;
                }
            }
        }
        long bad = scores.length - sound;
        return (rankSum - sound * (sound + 1) / 2.0) / ((double) sound * bad);
    }

    /** The area per fold: everything, the choice of figures included, is fitted on the other folds. */
    static double[] crossValidated(Sample sample, int folds, int most, long seed) {
        int[] foldOf = folds(sample, folds, seed);
        return IntStream.range(0, folds)
                .mapToDouble(fold -> {
                    int[] rest = places(foldOf, fold, false);
                    int[] held = places(foldOf, fold, true);
                    FittedCard card = FittedCard.of(sample.at(rest), most);
                    Sample test = sample.at(held);
                    double[] scores =
                            Arrays.stream(test.rows()).mapToDouble(card::score).toArray();
                    return area(scores, test.failed());
                })
                .toArray();
    }

    /** Each fold gets its share of the failures. */
    private static int[] folds(Sample sample, int folds, long seed) {
        int[] order = IntStream.range(0, sample.size()).toArray();
        Random random = new Random(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        int[] foldOf = new int[sample.size()];
        int failures = 0;
        int others = 0;
        for (int place : order) {
            foldOf[place] = (sample.failed()[place] ? failures++ : others++) % folds;
        }
        return foldOf;
    }

    private static int[] places(int[] foldOf, int fold, boolean inside) {
        return IntStream.range(0, foldOf.length)
                .filter(i -> (foldOf[i] == fold) == inside)
                .toArray();
    }
}
