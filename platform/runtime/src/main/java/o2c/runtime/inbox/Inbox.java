package o2c.runtime.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import o2c.contracts.Publisher;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Work;
import org.jboss.logging.Logger;

/**
 * Applies events exactly once and in the publisher's order per customer. Their ids are written first, in the
 * transaction of their effect; a known id is skipped, the next number is applied, everything else is parked with its
 * reason.
 */
@ApplicationScoped
class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final Work work;
    private final Sql sql;
    private final Reactions reactions;
    private final Parking parking;
    private volatile boolean sawGap;

    Inbox(Work work, Sql sql, Reactions reactions, Parking parking) {
        this.work = work;
        this.sql = sql;
        this.reactions = reactions;
        this.parking = parking;
    }

    /**
     * Hears a batch of one tenant in one transaction; when a reaction fails, each event in one of its own, so that only
     * the failing one is set aside. While the database is away nothing is heard, and the failure is the caller's.
     */
    void hear(Publisher publisher, String tenant, List<Envelope> batch) {
        try {
            work.run(tenant, () -> take(publisher, batch));
        } catch (RuntimeException someReactionFailed) {
            throwIfAway(someReactionFailed);
            batch.forEach(event -> hearAlone(publisher, tenant, event));
        }
    }

    /** Whether a gap was met since the process began; gaps of an earlier process are looked for more slowly. */
    boolean sawGap() {
        return sawGap;
    }

    private void hearAlone(Publisher publisher, String tenant, Envelope event) {
        try {
            work.run(tenant, () -> take(publisher, List.of(event)));
        } catch (RuntimeException failed) {
            throwIfAway(failed);
            LOG.errorf(failed, "the reaction to %s failed; it is parked", event.type());
            String detail = failed.getClass().getSimpleName() + ": " + failed.getMessage();
            work.run(tenant, () -> setAside(publisher, event, detail));
        }
    }

    private static void throwIfAway(RuntimeException failure) {
        if (Availability.isMissing(failure)) {
            throw failure;
        }
    }

    private void take(Publisher publisher, List<Envelope> batch) {
        batch.stream()
                .filter(event -> !event.isReadable())
                .forEach(event ->
                        parking.park(event, Reason.UNREADABLE, "tenant, id, sequence, time or data cannot be read"));
        List<Envelope> readable = batch.stream().filter(Envelope::isReadable).toList();
        if (readable.isEmpty()) {
            return;
        }
        Intake intake = Intake.of(sql, publisher, readable);
        readable.stream().filter(intake::takes).forEach(event -> place(event, intake));
        intake.close();
    }

    private void setAside(Publisher publisher, Envelope event, String detail) {
        Intake intake = Intake.of(sql, publisher, List.of(event));
        if (intake.takes(event)) {
            parking.park(event, Reason.FAILED, detail);
        }
        intake.close();
    }

    private void place(Envelope event, Intake intake) {
        long expected = intake.reached(event.customerId()) + 1;
        long sequence = event.heard().sequence();
        if (sequence < expected) {
            parking.park(event, Reason.SEQUENCE_REUSED, "number " + sequence + " was used by another event");
        } else if (intake.isBlocked(event.customerId()) && event.partition() != Envelope.FETCHED) {
            parking.park(event, Reason.BEHIND_PARKED, "waits behind a parked event");
        } else if (sequence > expected) {
            parking.park(event, Reason.GAP, "number " + expected + " is missing");
            sawGap = true;
            intake.block(event.customerId());
        } else {
            applyOrPark(event, intake);
        }
    }

    private void applyOrPark(Envelope event, Intake intake) {
        try {
            reactions.to(event);
            intake.advance(event.customerId());
        } catch (Reactions.Undecodable fault) {
            parking.park(event, fault.reason(), fault.getMessage());
            intake.block(event.customerId());
        }
    }
}
