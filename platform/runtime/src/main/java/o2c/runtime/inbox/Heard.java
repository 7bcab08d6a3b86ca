package o2c.runtime.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import o2c.contracts.Publisher;

/**
 * How an event reached this service; observers may take it as a second parameter.
 *
 * @param sequence its gapless number in the publisher's order for this customer
 * @param businessDate the publisher's business date when it was recorded
 * @param recordedAt the real instant at which the publisher recorded it
 * @param correlationId the trace of the request that started it all
 * @param traceparent its W3C trace context, or null
 */
public record Heard(
        UUID eventId,
        Publisher publisher,
        long sequence,
        LocalDate businessDate,
        Instant recordedAt,
        String correlationId,
        String traceparent) {}
