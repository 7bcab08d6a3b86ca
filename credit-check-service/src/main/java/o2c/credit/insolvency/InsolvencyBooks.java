package o2c.credit.insolvency;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.contracts.CreditEvent.Contact;
import o2c.credit.insolvency.domain.Insolvency;
import o2c.credit.insolvency.domain.Insolvency.Kind;
import o2c.credit.storage.Stored;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Insolvencies as stored. */
@ApplicationScoped
public class InsolvencyBooks {

    private static final String COLUMNS = "insolvency_id, customer_id, kind, opened_on, court, case_number,"
            + " administrator, source, registered_on, ended_on, end_reason";

    private final Sql sql;
    private final Tenancy tenancy;

    InsolvencyBooks(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** The kind of the insolvency that is open for a customer. */
    public Optional<String> openKindOf(String customerId) {
        return sql.first(
                "select kind from insolvency where tenant = ? and customer_id = ? and ended_on is null",
                row -> row.getString(1),
                tenancy.tenant(),
                customerId);
    }

    void add(Insolvency insolvency, String by) {
        sql.update(
                "insert into insolvency (tenant, " + COLUMNS + ", registered_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                insolvency.insolvencyId(),
                insolvency.customerId(),
                insolvency.kind().code(),
                insolvency.openedOn(),
                insolvency.court(),
                insolvency.caseNumber(),
                Stored.text(insolvency.administrator()),
                insolvency.source(),
                insolvency.registeredOn(),
                insolvency.endedOn(),
                insolvency.endReason(),
                by);
    }

    void end(Insolvency ended) {
        sql.update(
                "update insolvency set ended_on = ?, end_reason = ? where tenant = ? and insolvency_id = ?",
                ended.endedOn(),
                ended.endReason(),
                tenancy.tenant(),
                ended.insolvencyId());
    }

    Optional<Insolvency> locked(String customerId, UUID insolvencyId) {
        return sql.first(
                "select " + COLUMNS + " from insolvency where tenant = ? and customer_id = ? and insolvency_id = ?"
                        + " for update",
                InsolvencyBooks::insolvency,
                tenancy.tenant(),
                customerId,
                insolvencyId);
    }

    /** A customer's insolvencies, newest first. */
    List<Insolvency> of(String customerId) {
        return sql.list(
                "select " + COLUMNS + " from insolvency where tenant = ? and customer_id = ?"
                        + " order by insolvency_id desc",
                InsolvencyBooks::insolvency,
                tenancy.tenant(),
                customerId);
    }

    private static Insolvency insolvency(ResultSet row) throws SQLException {
        return new Insolvency(
                row.getObject(1, UUID.class),
                row.getString(2),
                Kind.of(row.getString(3)),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getString(6),
                Stored.read(row.getString(7), Contact.class),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class),
                row.getString(11));
    }
}
