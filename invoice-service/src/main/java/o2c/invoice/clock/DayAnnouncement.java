package o2c.invoice.clock;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import o2c.contracts.InvoiceEvent.BusinessDayOpened;
import o2c.runtime.day.DayOpening;
import o2c.runtime.outbox.Outbox;

/** Tells the outside that a tenant's business day began, before anything of that day. */
@ApplicationScoped
@Priority(1_000)
class DayAnnouncement implements DayOpening {

    private final Outbox outbox;

    DayAnnouncement(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void open(LocalDate day) {
        outbox.announce(new BusinessDayOpened(day));
    }
}
