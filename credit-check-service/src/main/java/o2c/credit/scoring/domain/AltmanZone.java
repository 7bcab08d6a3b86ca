package o2c.credit.scoring.domain;

import java.math.BigDecimal;
import java.util.Optional;

/** Where an Altman figure lies: safe, grey, distress, or not computable. */
public enum AltmanZone {
    SAFE,
    GREY,
    DISTRESS,
    NOT_COMPUTABLE;

    /** Z': safe above 2.90, distress below 1.23. */
    public static AltmanZone ofZPrime(Optional<BigDecimal> z) {
        return of(z, "1.23", "2.90");
    }

    /** Z'': safe above 2.60, distress below 1.10. */
    public static AltmanZone ofZDoublePrime(Optional<BigDecimal> z) {
        return of(z, "1.10", "2.60");
    }

    private static AltmanZone of(Optional<BigDecimal> z, String distressBelow, String safeAbove) {
        if (z.isEmpty()) {
            return NOT_COMPUTABLE;
        }
        if (z.get().compareTo(new BigDecimal(safeAbove)) > 0) {
            return SAFE;
        }
        return z.get().compareTo(new BigDecimal(distressBelow)) < 0 ? DISTRESS : GREY;
    }
}
