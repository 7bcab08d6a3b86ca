package o2c.invoice.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import o2c.contracts.Publisher;
import o2c.runtime.backlog.Backlog;
import o2c.runtime.day.DayOpener;
import o2c.runtime.derive.Deriver;
import o2c.runtime.peers.Peers;
import o2c.runtime.tenancy.Settings;
import o2c.runtime.work.Work;

/** The four services as the test clock sees them: each can open a day, derive, and tell what waits. */
@ApplicationScoped
class Suite {

    /** The order in which a day opens. */
    static final List<Publisher> PHASES =
            List.of(Publisher.INVOICE, Publisher.CREDIT, Publisher.POLICY, Publisher.DUNNING);

    private final Settings settings;
    private final Peers peers;
    private final Work work;
    private final DayOpener opener;
    private final Deriver deriver;
    private final Backlog backlog;

    Suite(Settings settings, Peers peers, Work work, DayOpener opener, Deriver deriver, Backlog backlog) {
        this.settings = settings;
        this.peers = peers;
        this.work = work;
        this.opener = opener;
        this.deriver = deriver;
        this.backlog = backlog;
    }

    /** The services that can be reached: all four in a suite, this one alone when it runs by itself. */
    List<Publisher> members() {
        return PHASES.stream()
                .filter(member -> isHere(member) || peers.knows(member))
                .toList();
    }

    /** Opens the day there, unless it is open already; tells whether that left anything that goes on now. */
    boolean open(Publisher member, String tenant, LocalDate day) {
        return isHere(member)
                ? opener.open(tenant, day).leavesWork()
                : peers.send(member, tenant, "POST", "/v1/business-days", Map.of("date", day))
                        .join()
                        .path("leavesWork")
                        .asBoolean();
    }

    void set(Publisher member, String tenant, LocalDate day) {
        if (isHere(member)) {
            work.run(tenant, () -> opener.set(day));
        } else {
            peers.send(member, tenant, "PUT", "/v1/business-days/current", Map.of("date", day))
                    .join();
        }
    }

    void derive(Publisher member, String tenant) {
        if (isHere(member)) {
            deriver.deriveAll(tenant);
        } else {
            peers.send(member, tenant, "POST", "/v1/derivations", Map.of()).join();
        }
    }

    /** What waits in each service; each snapshot is of one moment, all are taken at about the same time. */
    Map<Publisher, Backlog.Snapshot> backlogs(String tenant) {
        Map<Publisher, CompletableFuture<Backlog.Snapshot>> asked = new EnumMap<>(Publisher.class);
        for (Publisher member : members()) {
            if (!isHere(member)) {
                asked.put(member, peers.get(member, tenant, "/v1/backlog", Backlog.Snapshot.class));
            }
        }
        Map<Publisher, Backlog.Snapshot> answers = new EnumMap<>(Publisher.class);
        answers.put(settings.publisher(), work.reading(tenant, backlog::now));
        asked.forEach((member, answer) -> answers.put(member, answer.join()));
        return answers;
    }

    private boolean isHere(Publisher member) {
        return member == settings.publisher();
    }
}
