package o2c.runtime.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import o2c.contracts.Publisher;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Unit;

/**
 * Applies events exactly once and in the publisher's order per customer. Their ids are written first, in the
 * transaction
 * of their effect; a known id is skipped, the next number is applied, everything else is parked with its reason.
 */
@ApplicationScoped
class Inbox {

    private final Sql sql;
    private final Reactions reactions;
    private final Parking parking;
    private volatile boolean sawGap;

    Inbox(Sql sql, Reactions reactions, Parking parking) {
        this.sql = sql;
        this.reactions = reactions;
        this.parking = parking;
    }

    /** Applies a batch of one tenant in the running transaction. */
    void hear(Publisher publisher, List<Envelope> batch) {
        batch.stream()
                .filter(event -> !event.isReadable())
                .forEach(event ->
                        parking.park(event, Reason.UNREADABLE, "tenant, id, sequence, time or data cannot be read"));
        List<Envelope> readable = batch.stream().filter(Envelope::isReadable).toList();
        if (readable.isEmpty()) {
            return;
        }
        Set<UUID> fresh = claim(publisher, readable);
        Heads heads = Heads.of(
                sql, publisher, readable.stream().map(Envelope::customerId).toList());
        for (Envelope event : readable) {
            if (fresh.remove(event.heard().eventId())) {
                place(event, heads);
            }
        }
        heads.save();
    }

    /** Whether a gap was met since the process began; gaps of an earlier process are looked for more slowly. */
    boolean sawGap() {
        return sawGap;
    }

    /** Sets one event aside whose reaction failed, so that the others go on. */
    void setAside(Publisher publisher, Envelope event, String detail) {
        if (!claim(publisher, List.of(event)).isEmpty()) {
            parking.park(event, Reason.FAILED, detail);
        }
    }

    private void place(Envelope event, Heads heads) {
        long expected = heads.of(event.customerId()) + 1;
        long sequence = event.heard().sequence();
        if (sequence < expected) {
            parking.park(event, Reason.SEQUENCE_REUSED, "number " + sequence + " was used by another event");
        } else if (heads.isBlocked(event.customerId()) && event.partition() != Envelope.FETCHED) {
            parking.park(event, Reason.BEHIND_PARKED, "waits behind a parked event");
        } else if (sequence > expected) {
            parking.park(event, Reason.GAP, "number " + expected + " is missing");
            sawGap = true;
            heads.block(event.customerId());
        } else {
            applyOrPark(event, heads);
        }
    }

    private void applyOrPark(Envelope event, Heads heads) {
        Optional<Reactions.Undecodable> fault = reactions.fault(event);
        if (fault.isPresent()) {
            parking.park(event, fault.get().reason(), fault.get().getMessage());
            heads.block(event.customerId());
        } else {
            reactions.to(event);
            heads.advance(event.customerId());
        }
    }

    /** Writes the ids; tells which were new, and counts them. */
    private Set<UUID> claim(Publisher publisher, List<Envelope> events) {
        String tenant = Unit.current().tenant();
        Set<UUID> fresh = new HashSet<>(sql.list(
                "insert into inbox (tenant, publisher, event_id) select distinct ?, ?, id from unnest(?) as t(id)"
                        + " order by id on conflict do nothing returning event_id",
                row -> row.getObject(1, UUID.class),
                tenant,
                publisher.key(),
                events.stream().map(event -> event.heard().eventId()).toArray(UUID[]::new)));
        if (!fresh.isEmpty()) {
            count(publisher, fresh, events);
        }
        return fresh;
    }

    private void count(Publisher publisher, Set<UUID> fresh, List<Envelope> events) {
        Map<Integer, Set<UUID>> byPartition = new TreeMap<>();
        events.stream()
                .filter(event -> fresh.contains(event.heard().eventId()))
                .forEach(event -> byPartition
                        .computeIfAbsent(event.partition(), partition -> new HashSet<>())
                        .add(event.heard().eventId()));
        sql.update(
                "insert into inbox_count as c (tenant, publisher, partition, heard)"
                        + " select ?, ?, partition, heard from unnest(?, ?) as t(partition, heard) order by partition"
                        + " on conflict (tenant, publisher, partition) do update set heard = c.heard + excluded.heard",
                Unit.current().tenant(),
                publisher.key(),
                byPartition.keySet().toArray(Integer[]::new),
                byPartition.values().stream().map(ids -> (long) ids.size()).toArray(Long[]::new));
    }
}
