package o2c.invoice.duedates;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import o2c.invoice.books.Read;
import o2c.invoice.receivables.InvoiceLedger;
import o2c.invoice.receivables.InvoiceLedger.Held;
import o2c.invoice.receivables.domain.DueDateChange;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Decision;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.approvals.Approvals;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Changes agreed days: a deferral at once, a correction when a second person has seen the evidence. */
@ApplicationScoped
class DueDates {

    static final String KIND = "due-date-correction";

    private final Sql sql;
    private final Tenancy tenancy;
    private final InvoiceLedger ledger;
    private final Approvals approvals;
    private final Outbox outbox;

    DueDates(Sql sql, Tenancy tenancy, InvoiceLedger ledger, Approvals approvals, Outbox outbox) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.ledger = ledger;
        this.approvals = approvals;
        this.outbox = outbox;
    }

    /** What is asked for. */
    record Asked(DueDateChange.Kind kind, LocalDate dueOn, String evidence, String reason) {}

    /** A change as kept. */
    record Kept(
            UUID id,
            UUID invoiceId,
            DueDateChange.Kind kind,
            LocalDate formerDueOn,
            LocalDate dueOn,
            String status,
            UUID approvalId,
            String evidence,
            String reason) {}

    /**
     * Asks for another day.
     *
     * @throws RuleBroken {@code invoice-unknown}, {@code evidence-missing}, {@code deferral-not-later},
     *     {@code due-date-unchanged}, {@code due-before-issue}, {@code nothing-open}
     */
    Kept ask(UUID invoiceId, Asked asked) {
        Held held = ledger.held(invoiceId);
        LocalDate former = held.invoice().content().dueOn();
        boolean waits = asked.kind() == DueDateChange.Kind.CORRECTION;
        if (waits && asked.evidence() == null) {
            throw RuleBroken.refused("evidence-missing", "a correction shows why the old day was wrong")
                    .at("/evidence");
        }
        DueDateChange change = DueDateChange.of(asked.kind(), asked.dueOn(), held.policyDueOn());
        Decision<Invoice> decision = held.invoice().changeDueDate(change, tenancy.today());
        UUID id = Ids.next();
        UUID approval = waits ? approval(id, invoiceId, former, asked.dueOn()) : null;
        Kept kept = new Kept(
                id,
                invoiceId,
                asked.kind(),
                former,
                asked.dueOn(),
                waits ? "pending" : "booked",
                approval,
                asked.evidence(),
                asked.reason());
        insert(kept);
        if (!waits) {
            book(decision, change);
        }
        return kept;
    }

    /** A second person decided on a correction. */
    void decided(UUID id, boolean agreed) {
        Kept kept = sql.first(
                        "select * from due_date_change where tenant = ? and id = ?",
                        DueDates::read,
                        tenancy.tenant(),
                        id)
                .orElseThrow(() -> RuleBroken.notFound("due-date-change-unknown", "there is no such change"));
        sql.update(
                "update due_date_change set status = ? where tenant = ? and id = ?",
                agreed ? "booked" : "declined",
                tenancy.tenant(),
                id);
        if (agreed) {
            Held held = ledger.held(kept.invoiceId());
            DueDateChange change = DueDateChange.of(kept.kind(), kept.dueOn(), held.policyDueOn());
            book(held.invoice().changeDueDate(change, tenancy.today()), change);
        }
    }

    /** The changes of an invoice's agreed day, the first first. */
    List<Kept> of(UUID invoiceId) {
        ledger.known(invoiceId);
        return sql.list(
                "select * from due_date_change where tenant = ? and receivable_id = ? order by id",
                DueDates::read,
                tenancy.tenant(),
                invoiceId);
    }

    private UUID approval(UUID id, UUID invoiceId, LocalDate former, LocalDate dueOn) {
        return approvals.request(
                KIND, id.toString(), Map.of("invoiceId", invoiceId, "formerDueOn", former, "dueOn", dueOn), null);
    }

    private void book(Decision<Invoice> decision, DueDateChange change) {
        ledger.move(decision.next(), change.policyDueOn());
        outbox.announce(decision.events());
    }

    private void insert(Kept kept) {
        sql.update(
                "insert into due_date_change (id, tenant, receivable_id, kind, former_due_on, due_on, status,"
                        + " approval_id, evidence, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                kept.id(),
                tenancy.tenant(),
                kept.invoiceId(),
                kept.kind().label(),
                kept.formerDueOn(),
                kept.dueOn(),
                kept.status(),
                kept.approvalId(),
                kept.evidence(),
                kept.reason());
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(
                Read.id(row, "id"),
                Read.id(row, "receivable_id"),
                DueDateChange.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Read.day(row, "former_due_on"),
                Read.day(row, "due_on"),
                row.getString("status"),
                Read.id(row, "approval_id"),
                row.getString("evidence"),
                row.getString("reason"));
    }
}
