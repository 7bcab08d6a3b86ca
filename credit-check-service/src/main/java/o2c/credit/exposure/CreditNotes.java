package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** This service's own note of credit notes: from when they count. */
@ApplicationScoped
class CreditNotes {

    private final Sql sql;
    private final Tenancy tenancy;

    CreditNotes(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    void add(UUID creditNoteId, boolean fromTheStart) {
        sql.update(
                "insert into heard_credit_note (tenant, credit_note_id, from_the_start) values (?, ?, ?)"
                        + " on conflict do nothing",
                tenancy.tenant(),
                creditNoteId,
                fromTheStart);
    }

    /** Whether it took back what was wrong from the first day. */
    boolean isFromTheStart(UUID creditNoteId) {
        return sql.first(
                        "select from_the_start from heard_credit_note where tenant = ? and credit_note_id = ?",
                        row -> row.getBoolean(1),
                        tenancy.tenant(),
                        creditNoteId)
                .orElse(false);
    }
}
