package o2c.runtime.day;

import java.time.LocalDate;

/**
 * What a service does once when a tenant's business day opens; several run in the order of their {@code @Priority}.
 * Work that grows with the books is a {@link DaySweep}.
 */
public interface DayOpening {

    /** Called once per tenant and day, in the transaction that opens the day. */
    void open(LocalDate day);
}
