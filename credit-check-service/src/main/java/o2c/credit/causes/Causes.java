package o2c.credit.causes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import o2c.credit.causes.domain.MostTelling;
import o2c.kernel.Event;
import o2c.runtime.derive.Marks;
import o2c.runtime.inbox.Heard;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Remembers which facts changed what is known of a customer, until his figures are computed again. */
@ApplicationScoped
public class Causes {

    private final Sql sql;
    private final Marks marks;
    private final Tenancy tenancy;

    Causes(Sql sql, Marks marks, Tenancy tenancy) {
        this.sql = sql;
        this.marks = marks;
        this.tenancy = tenancy;
    }

    /**
     * A fact behind a change.
     *
     * @param type name of the event, such as PaymentOverdue
     * @param invoiceId the invoice it is about, or null
     */
    public record Cause(UUID eventId, String type, UUID invoiceId) {}

    /** A fact was heard: the customer is looked at again. */
    public void note(Event event, Heard heard, UUID invoiceId) {
        note(event.customerId(), new Cause(heard.eventId(), event.getClass().getSimpleName(), invoiceId));
    }

    /** A fact of this service itself. */
    public void note(String customerId, Cause cause) {
        sql.update(
                "insert into score_cause (tenant, customer_id, event_id, event_type, invoice_id)"
                        + " values (?, ?, ?, ?, ?)",
                tenancy.tenant(),
                customerId,
                cause.eventId(),
                cause.type(),
                cause.invoiceId());
        marks.mark(customerId);
    }

    /** Takes what was noted: the most telling fact, and of several of that name the one heard last. */
    public Optional<Cause> take(String customerId) {
        return sql
                .list(
                        "delete from score_cause where tenant = ? and customer_id = ?"
                                + " returning event_id, event_type, invoice_id, id",
                        row -> new Noted(
                                row.getLong(4),
                                new Cause(
                                        row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class))),
                        tenancy.tenant(),
                        customerId)
                .stream()
                .min(Comparator.<Noted, String>comparing(noted -> noted.cause().type(), MostTelling.first())
                        .thenComparing(Comparator.comparingLong(Noted::id).reversed()))
                .map(Noted::cause);
    }

    private record Noted(long id, Cause cause) {}
}
