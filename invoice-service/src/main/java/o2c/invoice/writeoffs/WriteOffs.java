package o2c.invoice.writeoffs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import o2c.invoice.books.Read;
import o2c.invoice.receivables.InvoiceLedger;
import o2c.invoice.receivables.InvoiceLedger.Lowered;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.receivables.domain.WriteOff;
import o2c.kernel.Decision;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.approvals.Approvals;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives up what is open on an invoice: small differences at once, everything else when a second person agrees. */
@ApplicationScoped
class WriteOffs {

    static final String KIND = "write-off";

    private final Sql sql;
    private final Tenancy tenancy;
    private final InvoiceLedger ledger;
    private final InsuredCustomers insured;
    private final Approvals approvals;

    @Inject
    Outbox outbox;

    /** The most that counts as a small difference, in units of the invoice's currency. */
    @ConfigProperty(name = "o2c.invoice.small-difference", defaultValue = "5.00")
    BigDecimal smallDifference;

    WriteOffs(Sql sql, Tenancy tenancy, InvoiceLedger ledger, InsuredCustomers insured, Approvals approvals) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.ledger = ledger;
        this.insured = insured;
        this.approvals = approvals;
    }

    /** What is asked for; without an amount all that is open. */
    record Asked(WriteOff.Kind kind, Money amount, String insurerConsent, String reason) {}

    /** A write-off as kept; {@code writtenOffOn} is null until it is booked. */
    record Kept(
            UUID id,
            UUID invoiceId,
            WriteOff.Kind kind,
            Money amount,
            String status,
            UUID approvalId,
            LocalDate writtenOffOn,
            String insurerConsent,
            String reason) {

        WriteOff on(LocalDate day) {
            return new WriteOff(id, kind, amount, day);
        }
    }

    /**
     * Asks for a write-off; a small difference is booked at once.
     *
     * @throws RuleBroken {@code invoice-unknown}, {@code nothing-open}, {@code write-off-exceeds-outstanding},
     *     {@code difference-too-large}, {@code waiver-would-void-cover}
     */
    Kept ask(UUID invoiceId, Asked asked) {
        Invoice invoice = ledger.held(invoiceId).invoice();
        if (!invoice.outstanding().isPositive()) {
            throw RuleBroken.refused("nothing-open", "nothing of this invoice is open any more");
        }
        Money amount = asked.amount() == null ? invoice.outstanding() : asked.amount();
        WriteOff wanted = new WriteOff(Ids.next(), asked.kind(), amount, tenancy.today());
        check(wanted, invoice, asked.insurerConsent());
        Decision<Invoice> decision = invoice.writeOff(wanted);
        boolean waits = asked.kind().needsApproval();
        UUID approval = waits
                ? approvals.request(
                        KIND,
                        wanted.id().toString(),
                        Map.of("invoiceId", invoiceId, "kind", asked.kind().label(), "amount", amount),
                        null)
                : null;
        insert(wanted, invoiceId, asked, approval);
        if (!waits) {
            book(wanted, decision);
        }
        return byId(wanted.id());
    }

    /** A second person decided; what is open may be less by now, or be insured. */
    void decided(UUID id, boolean agreed) {
        Kept kept = byId(id);
        if (!agreed) {
            sql.update("update write_off set status = 'declined' where tenant = ? and id = ?", tenancy.tenant(), id);
            return;
        }
        Invoice invoice = ledger.held(kept.invoiceId()).invoice();
        WriteOff wanted = kept.on(tenancy.today());
        check(wanted, invoice, kept.insurerConsent());
        Decision<Invoice> decision = invoice.writeOff(wanted);
        sql.update(
                "update write_off set status = 'booked', written_off_on = ? where tenant = ? and id = ?",
                wanted.writtenOffOn(),
                tenancy.tenant(),
                id);
        book(wanted, decision);
    }

    /** The write-offs of an invoice, the first first. */
    List<Kept> of(UUID invoiceId) {
        ledger.known(invoiceId);
        return sql.list(
                "select * from write_off where tenant = ? and receivable_id = ? order by id",
                WriteOffs::read,
                tenancy.tenant(),
                invoiceId);
    }

    private void check(WriteOff wanted, Invoice invoice, String consent) {
        Money tolerance = Money.rounded(smallDifference, wanted.amount().currency());
        wanted.check(
                tolerance,
                consent == null && insured.isInsured(invoice.content().customerId()));
    }

    private void book(WriteOff writeOff, Decision<Invoice> decision) {
        LocalDate issuedOn = decision.next().content().issuedOn();
        LocalDate day = issuedOn.isAfter(writeOff.writtenOffOn()) ? issuedOn : writeOff.writtenOffOn();
        ledger.book(
                new InvoiceLedger.Reason("written-off", writeOff.id()),
                List.of(new Lowered(decision.next(), writeOff.amount(), day)));
        outbox.announce(decision.events());
    }

    private void insert(WriteOff wanted, UUID invoiceId, Asked asked, UUID approval) {
        sql.update(
                "insert into write_off (id, tenant, receivable_id, kind, currency, amount, status, approval_id,"
                        + " written_off_on, insurer_consent, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                wanted.id(),
                tenancy.tenant(),
                invoiceId,
                wanted.kind().label(),
                wanted.amount().currency().getCurrencyCode(),
                wanted.amount().amount(),
                approval == null ? "booked" : "pending",
                approval,
                approval == null ? wanted.writtenOffOn() : null,
                asked.insurerConsent(),
                asked.reason());
    }

    private Kept byId(UUID id) {
        return sql.first("select * from write_off where tenant = ? and id = ?", WriteOffs::read, tenancy.tenant(), id)
                .orElseThrow(() -> RuleBroken.notFound("write-off-unknown", "there is no such write-off"));
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(
                Read.id(row, "id"),
                Read.id(row, "receivable_id"),
                WriteOff.Kind.valueOf(
                        row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                Read.money(row, "amount"),
                row.getString("status"),
                Read.id(row, "approval_id"),
                Read.day(row, "written_off_on"),
                row.getString("insurer_consent"),
                row.getString("reason"));
    }
}
