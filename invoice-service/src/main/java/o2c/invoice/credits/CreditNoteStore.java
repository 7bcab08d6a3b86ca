package o2c.invoice.credits;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import o2c.invoice.books.Columns;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Read;
import o2c.invoice.credits.domain.CreditNote;
import o2c.invoice.credits.domain.CreditNote.Target;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The credit notes of the running transaction's tenant, and the entries beside them. */
@ApplicationScoped
class CreditNoteStore {

    private static final String SELECT = "select * from credit_note where ";

    private final Sql sql;
    private final Tenancy tenancy;

    CreditNoteStore(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** A credit note as stored. */
    record Kept(CreditNote note, String reason, long version, Instant updatedAt) {}

    /**
     * A movement of open credit.
     *
     * @param amount signed
     * @param cause the credit note itself, or the invoice it went to
     */
    record Movement(String kind, Money amount, LocalDate on, UUID cause) {}

    /** What was told beside the credit note itself. */
    record Told(Money vatAmount, String reason) {

        /** @throws RuleBroken {@code amounts-disagree} when the VAT is no part of the amount */
        static Told checked(Money vatAmount, String reason, Money amount) {
            if (vatAmount != null && (vatAmount.isNegative() || vatAmount.exceeds(amount))) {
                throw RuleBroken.refused("amounts-disagree", "the VAT is a part of the amount")
                        .at("/vatAmount");
            }
            return new Told(vatAmount, reason);
        }
    }

    /** Stores it unless its number is in use; tells whether it did. */
    boolean enter(CreditNote note, Told told, BigDecimal rate, List<Target> targets) {
        int entered = sql.update(
                "insert into credit_note (id, tenant, customer_id, seller_id, credit_note_number, issued_on,"
                        + " from_the_start, currency, amount, vat_amount, rate, open, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (tenant, seller_id, credit_note_number) do nothing",
                note.id(),
                tenancy.tenant(),
                note.customerId(),
                note.sellerId(),
                note.number(),
                note.issuedOn(),
                note.fromTheStart(),
                note.amount().currency().getCurrencyCode(),
                note.amount().amount(),
                told.vatAmount() == null ? null : told.vatAmount().amount(),
                rate,
                note.open().amount(),
                told.reason());
        if (entered == 1 && !targets.isEmpty()) {
            Columns<Target> parts = new Columns<>(targets);
            sql.update(
                    "insert into credit_note_target (tenant, credit_note_id, receivable_id, amount)"
                            + " select ?, ?, id, amount from unnest(?, ?) as t(id, amount)",
                    tenancy.tenant(),
                    note.id(),
                    parts.ids(target -> target.invoice().id()),
                    parts.amounts(Target::amount));
        }
        return entered == 1;
    }

    /** Books movements of the open credit. */
    void book(CreditNote note, List<Movement> movements) {
        Columns<Movement> moved = new Columns<>(movements);
        sql.update(
                "insert into credit_entry (tenant, credit_note_id, customer_id, seller_id, currency, kind, amount,"
                        + " business_day, recorded_on, cause) select ?, ?, ?, ?, ?, kind, amount, business_day, ?,"
                        + " cause from unnest(?, ?, ?, ?) with ordinality as t(kind, amount, business_day, cause, nr)"
                        + " order by nr",
                tenancy.tenant(),
                note.id(),
                note.customerId(),
                note.sellerId(),
                note.amount().currency().getCurrencyCode(),
                tenancy.today(),
                moved.texts(Movement::kind),
                moved.amounts(Movement::amount),
                moved.days(Movement::on),
                moved.ids(Movement::cause));
    }

    /** Keeps what is open of it now. */
    void change(CreditNote note) {
        sql.update(
                "update credit_note set open = ?, version = version + 1, updated_at = now()"
                        + " where tenant = ? and id = ?",
                note.open().amount(),
                tenancy.tenant(),
                note.id());
    }

    /** What earlier credit notes took back of these invoices. */
    Map<UUID, BigDecimal> taken(List<UUID> invoiceIds) {
        Map<UUID, BigDecimal> taken = new HashMap<>();
        sql.list(
                "select receivable_id, sum(amount) as amount from credit_note_target where tenant = ?"
                        + " and receivable_id = any(?) group by receivable_id",
                row -> taken.put(Read.id(row, "receivable_id"), row.getBigDecimal("amount")),
                tenancy.tenant(),
                invoiceIds.toArray(UUID[]::new));
        return taken;
    }

    Optional<Kept> byId(UUID id) {
        return sql.first(SELECT + "tenant = ? and id = ?", CreditNoteStore::read, tenancy.tenant(), id);
    }

    Optional<Kept> byNumber(String sellerId, String number) {
        return sql.first(
                SELECT + "tenant = ? and seller_id = ? and credit_note_number = ?",
                CreditNoteStore::read,
                tenancy.tenant(),
                sellerId,
                number);
    }

    /** The credit note, locked against another allocation. */
    Optional<Kept> locked(UUID id) {
        return sql.first(SELECT + "tenant = ? and id = ? for update", CreditNoteStore::read, tenancy.tenant(), id);
    }

    List<Kept> list(Conditions where, int most) {
        return sql.list(SELECT + where.clause() + " order by id limit ?", CreditNoteStore::read, where.paramsAnd(most));
    }

    /** An allocation as it stands in the books of the invoices. */
    record Part(UUID creditNoteId, UUID invoiceId, String invoiceNumber, Money amount) {}

    /** Where these credits went, in the order in which it was booked. */
    List<Part> parts(List<UUID> creditNoteIds) {
        return sql.list(
                "select e.cause, e.receivable_id, r.invoice_number, e.currency, -sum(e.amount) as amount"
                        + " from receivable_entry e join receivable r on r.id = e.receivable_id"
                        + " where e.tenant = ? and e.cause = any(?)"
                        + " group by e.cause, e.receivable_id, r.invoice_number, e.currency order by min(e.id)",
                row -> new Part(
                        Read.id(row, "cause"),
                        Read.id(row, "receivable_id"),
                        row.getString("invoice_number"),
                        Read.money(row, "amount")),
                tenancy.tenant(),
                creditNoteIds.toArray(UUID[]::new));
    }

    private static Kept read(ResultSet row) throws SQLException {
        CreditNote note = new CreditNote(
                Read.id(row, "id"),
                row.getString("customer_id"),
                row.getString("seller_id"),
                row.getString("credit_note_number"),
                Read.day(row, "issued_on"),
                row.getBoolean("from_the_start"),
                Read.money(row, "amount"),
                Read.money(row, "open"));
        return new Kept(note, row.getString("reason"), row.getLong("version"), Read.instant(row, "updated_at"));
    }
}
