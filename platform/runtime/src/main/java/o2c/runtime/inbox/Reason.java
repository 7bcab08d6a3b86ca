package o2c.runtime.inbox;

import java.util.Arrays;

/** Why an event was set aside instead of applied. */
enum Reason {
    /** Tenant, id, number or time cannot be read, so nobody knows whose turn it was. */
    UNREADABLE("unreadable", false),
    /** The data cannot be read. */
    UNDECODABLE("undecodable", true),
    /** Its schema has a higher major version than this service knows. */
    NEWER_VERSION("newer-version", true),
    /** A number before it is missing; it is fetched from the publisher. */
    GAP("gap", true),
    /** It stands behind a parked one of the same customer. */
    BEHIND_PARKED("behind-parked", true),
    /** The reaction to it failed. */
    FAILED("failed", true),
    /** Its number was used before by another event: the publisher was restored from an older state. */
    SEQUENCE_REUSED("sequence-reused", false);

    private final String code;
    private final boolean blocksCustomer;

    Reason(String code, boolean blocksCustomer) {
        this.code = code;
        this.blocksCustomer = blocksCustomer;
    }

    String code() {
        return code;
    }

    /** Whether what follows for the customer must wait. */
    boolean blocksCustomer() {
        return blocksCustomer;
    }

    static String[] blocking() {
        return Arrays.stream(values())
                .filter(Reason::blocksCustomer)
                .map(Reason::code)
                .toArray(String[]::new);
    }
}
