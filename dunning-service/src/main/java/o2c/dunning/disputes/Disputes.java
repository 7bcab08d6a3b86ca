package o2c.dunning.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.dunning.disputes.domain.Dispute;
import o2c.dunning.disputes.domain.DisputeCode;
import o2c.dunning.disputes.domain.Outcome;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Disputes, open and ended. */
@ApplicationScoped
class Disputes {

    private static final String ALL = "select dispute_id, invoice_id, invoice_number, customer_id, seller_id, currency,"
            + " amount, code, text, opened_by, opened_on, outcome, resolved_on, resolved_by, owner,"
            + " due_on, conclusion, returned_on from dispute"
            + " where tenant = ?";

    private final Sql sql;
    private final Tenancy tenancy;

    Disputes(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Which disputes a list asks for; null where any will do. */
    record Wanted(String customerId, String sellerId, String invoiceNumber, String owner, Boolean open) {}

    void insert(Dispute dispute) {
        sql.update(
                "insert into dispute (tenant, dispute_id, invoice_id, invoice_number, customer_id, seller_id, currency,"
                        + " amount, code, text, opened_by, opened_on, owner, due_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                dispute.disputeId(),
                dispute.subject().invoiceId(),
                dispute.subject().invoiceNumber(),
                dispute.subject().customerId(),
                dispute.subject().sellerId(),
                dispute.amount().currency().getCurrencyCode(),
                dispute.amount().amount(),
                dispute.grounds().code().code(),
                dispute.grounds().text(),
                dispute.grounds().openedBy(),
                dispute.openedOn(),
                dispute.handling().owner(),
                dispute.handling().dueOn());
    }

    void hand(Dispute dispute) {
        sql.update(
                "update dispute set owner = ?, due_on = ? where tenant = ? and dispute_id = ?",
                dispute.handling().owner(),
                dispute.handling().dueOn(),
                tenancy.tenant(),
                dispute.disputeId());
    }

    void end(Dispute dispute) {
        sql.update(
                "update dispute set outcome = ?, resolved_on = ?, resolved_by = ?, conclusion = ?, returned_on = ?"
                        + " where tenant = ? and dispute_id = ?",
                dispute.ending().outcome().code(),
                dispute.ending().resolvedOn(),
                dispute.ending().resolvedBy(),
                dispute.ending().conclusion(),
                dispute.ending().returnedOn(),
                tenancy.tenant(),
                dispute.disputeId());
    }

    Optional<Dispute> find(UUID disputeId) {
        return sql.first(ALL + " and dispute_id = ?", Disputes::read, tenancy.tenant(), disputeId);
    }

    /** Locked until the transaction ends, so that it ends once only. */
    Optional<Dispute> lock(UUID disputeId) {
        return sql.first(ALL + " and dispute_id = ? for update", Disputes::read, tenancy.tenant(), disputeId);
    }

    List<Dispute> lockOpenOf(UUID invoiceId) {
        return sql.list(
                ALL + " and invoice_id = ? and outcome is null order by dispute_id for update",
                Disputes::read,
                tenancy.tenant(),
                invoiceId);
    }

    /** Oldest first, one more than the limit when there are more. */
    List<Dispute> list(Wanted wanted, Optional<UUID> after, int limit) {
        UUID position = after.orElse(null);
        return sql.list(
                ALL + " and (?::varchar is null or customer_id = ?) and (?::varchar is null or seller_id = ?)"
                        + " and (?::varchar is null or invoice_number = ?) and (?::varchar is null or owner = ?)"
                        + " and (?::boolean is null or (outcome is null) = ?)"
                        + " and (?::uuid is null or dispute_id > ?) order by dispute_id limit ?",
                Disputes::read,
                tenancy.tenant(),
                wanted.customerId,
                wanted.customerId,
                wanted.sellerId,
                wanted.sellerId,
                wanted.invoiceNumber,
                wanted.invoiceNumber,
                wanted.owner,
                wanted.owner,
                wanted.open,
                wanted.open,
                position,
                position,
                limit + 1);
    }

    private static Dispute read(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(6));
        String outcome = row.getString(12);
        return new Dispute(
                row.getObject(1, UUID.class),
                new Dispute.Subject(row.getObject(2, UUID.class), row.getString(3), row.getString(4), row.getString(5)),
                Money.padded(row.getBigDecimal(7).stripTrailingZeros(), currency),
                new Dispute.Grounds(DisputeCode.ofCode(row.getString(8)), row.getString(9), row.getString(10)),
                row.getObject(11, LocalDate.class),
                new Dispute.Handling(row.getString(15), row.getObject(16, LocalDate.class)),
                outcome == null
                        ? null
                        : new Dispute.Ending(
                                Outcome.ofCode(outcome),
                                row.getObject(13, LocalDate.class),
                                row.getString(14),
                                row.getString(17),
                                row.getObject(18, LocalDate.class)));
    }
}
