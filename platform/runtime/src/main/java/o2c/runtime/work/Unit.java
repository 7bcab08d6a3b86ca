package o2c.runtime.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;
import o2c.kernel.Event;
import o2c.runtime.inbox.Heard;

/** One running transaction: whose books, what caused it, what it will announce. Bound to the thread. */
public final class Unit {

    private static final ThreadLocal<Unit> CURRENT = new ThreadLocal<>();

    private final String tenant;
    private final List<Announcement> announcements = new ArrayList<>();
    private final TreeMap<String, Long> announced = new TreeMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final TreeSet<String> subjects = new TreeSet<>();
    private final List<String> lastSql = new ArrayList<>();
    private final List<Object> lastParams = new ArrayList<>();
    private Heard cause;
    private LocalDate today;
    private final TreeSet<String> marked = new TreeSet<>();
    private Connection connection;
    private boolean hasMarks;
    private boolean beginsWork;
    private boolean usesEntities;

    Unit(String tenant) {
        this.tenant = tenant;
    }

    /** An event still to be written, with the event that caused it (null for a request or a job). */
    public record Announcement(Event event, Heard cause) {}

    public static Unit current() {
        return find().orElseThrow(() -> new IllegalStateException("no unit of work is running"));
    }

    public static Optional<Unit> find() {
        return Optional.ofNullable(CURRENT.get());
    }

    static Unit bind(Unit unit) {
        Unit before = CURRENT.get();
        if (unit == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(unit);
        }
        return before;
    }

    public String tenant() {
        return tenant;
    }

    /** For Hibernate, when it opens a session: from now on it may hold back what statements must see. */
    public String tenantOfEntities() {
        usesEntities = true;
        return tenant;
    }

    boolean usesEntities() {
        return usesEntities;
    }

    public LocalDate today(Supplier<LocalDate> lookUp) {
        if (today == null) {
            today = lookUp.get();
        }
        return today;
    }

    /** After a day was opened in this very transaction. */
    public void dayOpened(LocalDate day) {
        today = day;
    }

    public void announce(Event event) {
        subjects.add(event.subject());
        announcements.add(new Announcement(event, cause));
    }

    /** The events announced since the last call. */
    public List<Announcement> takeAnnouncements() {
        List<Announcement> taken = List.copyOf(announcements);
        announcements.clear();
        return taken;
    }

    /** The aggregates about which something was announced. */
    TreeSet<String> subjects() {
        return subjects;
    }

    /** The last sequence number given per customer in this transaction. */
    public TreeMap<String, Long> announced() {
        return announced;
    }

    /** Does this once the transaction has committed, and only then. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    /** Runs a reaction to an event: what it announces is caused by that event. */
    public void causedBy(Heard event, Runnable reaction) {
        cause = event;
        try {
            reaction.run();
        } finally {
            cause = null;
        }
    }

    public Optional<Heard> cause() {
        return Optional.ofNullable(cause);
    }

    /** This customer's derived state is to be computed after commit. */
    public void mark(String customerId) {
        marked.add(customerId);
        hasMarks = true;
    }

    /**
     * Statements to run at the end, as one.
     *
     * @param sql separated by semicolons
     */
    record Last(String sql, Object[] params) {
        boolean isEmpty() {
            return sql.isEmpty();
        }
    }

    /** Tells how many are kept now. */
    int keepForLast(String sql, Object... params) {
        lastSql.add(sql);
        lastParams.addAll(Arrays.asList(params));
        return lastSql.size();
    }

    Last takeLast() {
        Last last = new Last(String.join("; ", lastSql), lastParams.toArray());
        lastSql.clear();
        lastParams.clear();
        return last;
    }

    /** The customers marked since the last call. */
    public List<String> takeMarks() {
        List<String> taken = List.copyOf(marked);
        marked.clear();
        return taken;
    }

    boolean hasMarks() {
        return hasMarks;
    }

    /** The one connection that all plain statements of the transaction share. */
    Connection connection(DataSource source) throws SQLException {
        if (connection == null) {
            connection = source.getConnection();
        }
        return connection;
    }

    void giveBackConnection() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new SqlFailed(e);
        } finally {
            connection = null;
        }
    }

    /** Something was begun that goes on after the commit. */
    public void beginsWork() {
        beginsWork = true;
    }

    /** Whether anything of this transaction goes on after its commit: an event, a derivation, a job. */
    public boolean leavesWork() {
        return beginsWork || hasMarks || !subjects.isEmpty();
    }
}
