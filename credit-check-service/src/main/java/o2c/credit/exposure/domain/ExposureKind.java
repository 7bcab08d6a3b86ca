package o2c.credit.exposure.domain;

import java.util.Arrays;

/** The lines an exposure is made of; credits and cash count against it. */
public enum ExposureKind {
    OPEN_INVOICES("open-invoices", false),
    DELIVERED_NOT_INVOICED("delivered-not-invoiced", false),
    RESERVED_ORDERS("reserved-orders", false),
    OPEN_CREDITS("open-credits", true),
    UNALLOCATED_CASH("unallocated-cash", true);

    private final String code;
    private final boolean lowers;

    ExposureKind(String code, boolean lowers) {
        this.code = code;
        this.lowers = lowers;
    }

    /** The word in answers and in the books. */
    public String code() {
        return code;
    }

    /** Whether this line lowers the total. */
    public boolean lowers() {
        return lowers;
    }

    /** The kind behind a word of the books. */
    public static ExposureKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }
}
