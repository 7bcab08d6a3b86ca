package o2c.runtime.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import o2c.contracts.Publisher;
import o2c.kernel.RuleBroken;
import o2c.runtime.inbox.Parking.Parked;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;

/** Applies parked events again, in order, each in a transaction of its own, until one does not fit. */
@ApplicationScoped
class ParkedRetry {

    private final Work work;
    private final Sql sql;
    private final Parking parking;
    private final Reactions reactions;

    ParkedRetry(Work work, Sql sql, Parking parking, Reactions reactions) {
        this.work = work;
        this.sql = sql;
        this.parking = parking;
        this.reactions = reactions;
    }

    /** Retries this event and what waits behind it; tells how many were applied. */
    int retry(String tenant, UUID id) {
        Parked parked = work.reading(tenant, () -> parking.find(id))
                .orElseThrow(() -> RuleBroken.notFound("parked-event-unknown", "no such parked event"));
        if (parked.reason() == Reason.SEQUENCE_REUSED) {
            return attempt(tenant, parked, () -> applyOutOfOrder(parked)) ? 1 : 0;
        }
        return parked.envelope().isReadable()
                ? retryAll(
                        tenant, parked.envelope().publisher(), parked.envelope().customerId())
                : 0;
    }

    /** Retries all that waits for a customer, from the first on. */
    int retryAll(String tenant, Publisher publisher, String customerId) {
        int applied = 0;
        while (applyNext(tenant, publisher, customerId)) {
            applied++;
        }
        return applied;
    }

    private boolean applyNext(String tenant, Publisher publisher, String customerId) {
        return work.reading(tenant, () -> parking.peek(publisher, customerId))
                .map(parked -> attempt(tenant, parked, () -> applyInOrder(publisher, customerId, parked)))
                .orElse(false);
    }

    private boolean attempt(String tenant, Parked parked, BooleanSupplier apply) {
        try {
            return work.in(tenant, apply::getAsBoolean);
        } catch (RuntimeException e) {
            work.run(tenant, () -> parking.countAttempt(parked.id(), String.valueOf(e.getMessage())));
            return false;
        }
    }

    private boolean applyInOrder(Publisher publisher, String customerId, Parked parked) {
        Intake intake = Intake.of(sql, publisher, customerId);
        if (!parking.isOpen(parked.id()) || parked.envelope().heard().sequence() != intake.reached(customerId) + 1) {
            return false;
        }
        reactions.to(parked.envelope());
        intake.advance(customerId);
        intake.close();
        parking.resolve(parked.id());
        return true;
    }

    private boolean applyOutOfOrder(Parked parked) {
        if (!parking.isOpen(parked.id())) {
            return false;
        }
        reactions.to(parked.envelope());
        parking.resolve(parked.id());
        return true;
    }
}
