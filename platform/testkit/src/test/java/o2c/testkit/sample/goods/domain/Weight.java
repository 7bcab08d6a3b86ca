package o2c.testkit.sample.goods.domain;

import java.time.LocalDate;

/** Breaks three rules on purpose: it counts with a double, reads the clock and knows a framework. */
public final class Weight {

    private final double grams;
    private final org.assertj.core.api.AssertFactory<?, ?> framework = null;

    Weight(double grams) {
        this.grams = grams;
    }

    boolean isOld() {
        return LocalDate.now().getYear() > grams || framework != null;
    }
}
