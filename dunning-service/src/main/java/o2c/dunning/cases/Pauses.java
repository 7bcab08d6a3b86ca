package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import o2c.dunning.cases.domain.AccountKey;
import o2c.dunning.cases.domain.Pause;
import o2c.kernel.Ids;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** What lets dunning wait: holds, promises, plans and inquiries, as the planner sees them. */
@ApplicationScoped
public class Pauses {

    private static final String ALL =
            "select customer_id, seller_id, invoice_id, kind, until_on from pause where tenant = ?";

    private final Sql sql;
    private final Tenancy tenancy;

    Pauses(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * What is paused.
     *
     * @param sellerId null for all sellers; {@code invoiceId} null for all invoices
     */
    public record Scope(String customerId, String sellerId, UUID invoiceId) {}

    /** The pauses of some customers, to be asked invoice by invoice. */
    record Of(Map<String, List<Found>> byCustomer) {

        List<Pause> of(AccountKey account, UUID invoiceId) {
            return byCustomer.getOrDefault(account.customerId(), List.of()).stream()
                    .filter(found -> found.sellerId == null || found.sellerId.equals(account.sellerId()))
                    .filter(found -> found.invoiceId == null || found.invoiceId.equals(invoiceId))
                    .map(Found::pause)
                    .toList();
        }
    }

    private record Found(String customerId, String sellerId, UUID invoiceId, Pause pause) {}

    /** Begins under the id of what causes it; several scopes of one cause are several rows. */
    public void begin(UUID causeId, Scope scope, Pause pause, LocalDate day) {
        sql.update(
                "insert into pause (tenant, pause_id, cause_id, customer_id, seller_id, invoice_id, kind, known_on,"
                        + " until_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                Ids.next(),
                causeId,
                scope.customerId,
                scope.sellerId,
                scope.invoiceId,
                pause.kind().code(),
                day,
                pause.until());
    }

    /** All that this cause paused goes on. */
    public void end(UUID causeId, LocalDate day) {
        sql.update(
                "update pause set ended_on = ? where tenant = ? and cause_id = ? and ended_on is null",
                day,
                tenancy.tenant(),
                causeId);
    }

    Of now(Collection<String> customerIds) {
        return new Of(sql
                .list(
                        ALL + " and customer_id = any(?) and ended_on is null",
                        Pauses::read,
                        tenancy.tenant(),
                        customerIds.toArray(String[]::new))
                .stream()
                .collect(Collectors.groupingBy(Found::customerId)));
    }

    /** As the run that opened a day saw them. */
    Of atOpening(Collection<String> customerIds, LocalDate day) {
        return new Of(sql
                .list(
                        ALL + " and customer_id = any(?) and known_on < ? and (ended_on is null or ended_on >= ?)",
                        Pauses::read,
                        tenancy.tenant(),
                        customerIds.toArray(String[]::new),
                        day,
                        day)
                .stream()
                .collect(Collectors.groupingBy(Found::customerId)));
    }

    private static Found read(ResultSet row) throws SQLException {
        return new Found(
                row.getString(1),
                row.getString(2),
                row.getObject(3, UUID.class),
                new Pause(
                        Pause.Kind.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                        row.getObject(5, LocalDate.class)));
    }
}
