package o2c.runtime.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.util.Optional;
import o2c.contracts.json.EventJson;
import o2c.kernel.Event;
import o2c.runtime.work.Unit;
import org.jboss.logging.MDC;

/** Hands an event to the observers of its type. A type without observers only counts. */
@ApplicationScoped
class Reactions {

    private static final ObjectMapper JSON = EventJson.mapper();

    private final jakarta.enterprise.event.Event<Event> observers;
    private final MeterRegistry meters;

    Reactions(jakarta.enterprise.event.Event<Event> observers, MeterRegistry meters) {
        this.observers = observers;
        this.meters = meters;
    }

    /** The event cannot be understood by this service. */
    static final class Undecodable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Reason reason;

        Undecodable(Reason reason, String detail) {
            super(detail);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    /**
     * Decodes the event and lets the service react, in the running transaction.
     *
     * @throws Undecodable before anything was done
     */
    void to(Envelope envelope) {
        Class<? extends Event> type = envelope.publisher().types().get(envelope.type());
        if (type == null) {
            meters.counter(
                            "o2c.events.unknown",
                            "publisher",
                            envelope.publisher().key())
                    .increment();
            return;
        }
        Event event = decode(envelope, type);
        MDC.put("traceId", envelope.heard().correlationId());
        try {
            Unit.current().causedBy(envelope.heard(), () -> observers.fire(event));
        } finally {
            MDC.remove("traceId");
        }
        meters.counter("o2c.events.applied", "publisher", envelope.publisher().key())
                .increment();
    }

    @Produces
    @Dependent
    Heard heard() {
        return Unit.current().cause().orElseThrow(() -> new IllegalStateException("no event is being applied"));
    }

    private static Event decode(Envelope envelope, Class<? extends Event> type) {
        if (envelope.majorVersion() > 1) {
            throw new Undecodable(Reason.NEWER_VERSION, "schema version " + envelope.majorVersion());
        }
        Event event;
        try {
            event = JSON.readValue(envelope.data(), type);
        } catch (IOException | RuntimeException e) {
            throw new Undecodable(Reason.UNDECODABLE, "data does not fit " + type.getSimpleName());
        }
        String customer =
                event == null ? null : Optional.ofNullable(event.customerId()).orElse("");
        if (!envelope.customerId().equals(customer)) {
            throw new Undecodable(Reason.UNDECODABLE, "key and data name different customers");
        }
        return event;
    }
}
