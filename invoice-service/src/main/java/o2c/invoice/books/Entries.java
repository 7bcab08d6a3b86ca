package o2c.invoice.books;

import o2c.runtime.books.Moment;

/** Which entries of the books count at a moment; statements call their table of entries {@code e}. */
public final class Entries {

    private Entries() {}

    public static Conditions known(String tenant, Moment moment) {
        return new Conditions(
                "e.tenant = ? and e.business_day <= ? and e.recorded_at <= ? and e.recorded_on <= ?",
                tenant,
                moment.asOf(),
                moment.knownAt(),
                moment.knownOn());
    }
}
