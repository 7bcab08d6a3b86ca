package o2c.suite.bench;

import java.util.Arrays;
import java.util.Collection;

/** The spread of measured times, in milliseconds. */
public record Percentiles(double p50, double p99) {

    /** Of times in nanoseconds; the p-th percentile is the smallest time that p % do not exceed. */
    public static Percentiles of(Collection<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Percentiles(at(sorted, 50), at(sorted, 99));
    }

    private static double at(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return Arrays.stream(sorted).skip(Math.max(0, index)).findFirst().orElseThrow() / 1e6;
    }
}
