package o2c.policy.clauses.domain;

import java.time.LocalDate;

/** The day from which the extension period runs; insurers differ. A postponed due day never moves it. */
public enum ExtensionAnchor {
    DUE,
    INVOICE;

    public LocalDate of(LocalDate invoicedOn, LocalDate dueOn) {
        return this == DUE ? dueOn : invoicedOn;
    }
}
