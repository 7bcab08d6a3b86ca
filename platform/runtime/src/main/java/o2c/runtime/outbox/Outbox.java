package o2c.runtime.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import o2c.contracts.Publisher;
import o2c.contracts.json.EventJson;
import o2c.kernel.Event;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.RequestFacts;
import o2c.runtime.inbox.Heard;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;
import o2c.runtime.work.Unit;
import o2c.runtime.work.Unit.Announcement;

/**
 * Announces business facts: they are written with the state they belong to, in the same transaction, numbered without
 * gaps per customer. The customer's number is drawn last, so that its row is locked shortest and the order
 * of the rows is
 * the order of the commits.
 */
@ApplicationScoped
public class Outbox {

    private static final ObjectMapper JSON = EventJson.mapper();

    /** Characters of data: three bytes each at most, and headers, must fit into one record of the broker's 1 MiB. */
    private static final int LONGEST = 300_000;

    private final Sql sql;
    private final Tenancy tenancy;
    private final RequestFacts request;

    Outbox(Sql sql, Tenancy tenancy, RequestFacts request) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.request = request;
    }

    public void announce(Event... events) {
        announce(List.of(events));
    }

    public void announce(List<Event> events) {
        events.forEach(Unit.current()::announce);
    }

    /** Writes what the running transaction has announced so far; called at its end. */
    public void writeAnnouncements() {
        Unit unit = Unit.current();
        List<Announcement> announcements = unit.takeAnnouncements();
        if (announcements.isEmpty()) {
            return;
        }
        Map<String, Long> next = firstNumbers(unit, announcements);
        List<Line> lines = new ArrayList<>(announcements.size());
        for (Announcement announcement : announcements) {
            String customer = customerOf(announcement);
            lines.add(new Line(announcement, next.merge(customer, 1L, Long::sum) - 1));
        }
        insert(unit, lines);
    }

    private record Line(Announcement announcement, long sequence) {}

    /** Draws numbers for all announcements, customers in one fixed order so that two transactions never cross. */
    private Map<String, Long> firstNumbers(Unit unit, List<Announcement> announcements) {
        TreeMap<String, Long> wanted = announcements.stream()
                .collect(Collectors.groupingBy(Outbox::customerOf, TreeMap::new, Collectors.counting()));
        Map<String, Long> first = new TreeMap<>();
        sql.list(
                "insert into stream_head as head (tenant, customer_id, sequence)"
                        + " select ?, customer_id, wanted from unnest(?, ?) as t(customer_id, wanted)"
                        + " order by customer_id"
                        + " on conflict (tenant, customer_id) do update set sequence = head.sequence +"
                        + " excluded.sequence"
                        + " returning customer_id, sequence",
                row -> {
                    unit.announced().put(row.getString(1), row.getLong(2));
                    return first.put(row.getString(1), row.getLong(2) - wanted.get(row.getString(1)) + 1);
                },
                unit.tenant(),
                wanted.keySet().toArray(String[]::new),
                wanted.values().toArray(Long[]::new));
        return first;
    }

    private void insert(Unit unit, List<Line> lines) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = tenancy.today();
        sql.last(
                "insert into outbox (event_id, tenant, customer_id, sequence, type, subject,"
                        + " business_date, recorded_at,"
                        + " causation_id, correlation_id, traceparent, data)"
                        + " select event_id, ?, customer_id, sequence, type, subject, business_date, ?, causation_id,"
                        + " correlation_id, traceparent, data from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " with ordinality as"
                        + " t(event_id, customer_id, sequence, type, subject, business_date, causation_id,"
                        + " correlation_id, traceparent, data, nr) order by nr",
                unit.tenant(),
                now,
                lines.stream().map(line -> Ids.next()).toArray(UUID[]::new),
                lines.stream().map(line -> customerOf(line.announcement())).toArray(String[]::new),
                lines.stream().map(Line::sequence).toArray(Long[]::new),
                lines.stream()
                        .map(line -> Publisher.typeOf(line.announcement().event()))
                        .toArray(String[]::new),
                lines.stream()
                        .map(line -> line.announcement().event().subject())
                        .toArray(String[]::new),
                lines.stream().map(line -> businessDate(line, today)).toArray(LocalDate[]::new),
                lines.stream()
                        .map(line -> cause(line)
                                .map(heard -> heard.eventId().toString())
                                .orElse(null))
                        .toArray(String[]::new),
                lines.stream()
                        .map(line -> cause(line).map(Heard::correlationId).orElse(request.traceId()))
                        .toArray(String[]::new),
                lines.stream()
                        .map(line -> cause(line).map(Heard::traceparent).orElse(request.traceparent()))
                        .toArray(String[]::new),
                lines.stream().map(line -> json(line.announcement().event())).toArray(String[]::new));
    }

    /** A reaction to an event of a later day belongs to that day: the publisher opens it first. */
    private static LocalDate businessDate(Line line, LocalDate today) {
        return cause(line).map(Heard::businessDate).filter(today::isBefore).orElse(today);
    }

    private static Optional<Heard> cause(Line line) {
        return Optional.ofNullable(line.announcement().cause());
    }

    private static String customerOf(Announcement announcement) {
        return Optional.ofNullable(announcement.event().customerId()).orElse("");
    }

    private static String json(Event event) {
        try {
            String json = JSON.writeValueAsString(event);
            if (json.length() > LONGEST) {
                throw RuleBroken.refused(
                        "event-too-large", "what this would announce at once is too much; ask for less at a time");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
