package o2c.invoice.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import o2c.contracts.Publisher;
import o2c.runtime.backlog.Backlog.Snapshot;

/**
 * Whether nothing is under way between the services. Each snapshot is of one moment and counts what was sent and heard,
 * so when every count of what was heard equals what its publisher has sent, and no service has anything
 * unsent, no event
 * can be on its way: whatever is sent later would have to be caused by an event that these counts lack.
 *
 * @param backlogs what waits in each service
 */
record Rest(Map<Publisher, Snapshot> backlogs) {

    /** No event waits to be sent or heard, no job runs; derivations may still be due. */
    boolean isTransportIdle() {
        return backlogs.values().stream().allMatch(Snapshot::isDrained)
                && backlogs.entrySet().stream().allMatch(listener -> hasHeardAll(listener.getKey()));
    }

    /** Services in which customers wait for derivation, in the order of the day's phases. */
    List<Publisher> withMarks() {
        return Suite.PHASES.stream()
                .filter(member ->
                        backlogs.containsKey(member) && backlogs.get(member).markedCustomers() > 0)
                .toList();
    }

    /** Nothing at all waits. */
    boolean isReached() {
        return isTransportIdle() && withMarks().isEmpty();
    }

    /** Whether this day is open in every service. */
    boolean isEverywhere(LocalDate day) {
        return backlogs.values().stream()
                .allMatch(snapshot -> snapshot.businessDate().equals(day));
    }

    /** What changes while anything goes on; two that are equal mean that nothing moved in between. */
    Map<Publisher, List<Object>> standing() {
        return backlogs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> standing(each.getValue())));
    }

    private static List<Object> standing(Snapshot snapshot) {
        return List.of(
                snapshot.businessDate(),
                snapshot.unsentEvents(),
                snapshot.sentEvents(),
                snapshot.heardEvents(),
                snapshot.markedCustomers(),
                snapshot.openJobs());
    }

    private boolean hasHeardAll(Publisher listener) {
        Map<String, Long> heard = backlogs.get(listener).heardEvents();
        return backlogs.entrySet().stream()
                .filter(publisher -> publisher.getKey() != listener)
                .allMatch(publisher -> heard.getOrDefault(publisher.getKey().key(), 0L)
                        == publisher.getValue().sentEvents());
    }
}
