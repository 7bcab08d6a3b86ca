package o2c.dunning.plans;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long the insurer lets an overdue claim be extended: counted from the agreed due day, whatever was deferred. */
@ApplicationScoped
class ExtensionPeriod {

    private final Sql sql;
    private final Tenancy tenancy;
    private final int days;

    ExtensionPeriod(
            Sql sql,
            Tenancy tenancy,
            @ConfigProperty(name = "o2c.dunning.extension-days", defaultValue = "60") int days) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.days = days;
    }

    /** The last day for the oldest of these invoices; null when nothing of the customer's is insured. */
    LocalDate lastDay(String customerId, Collection<UUID> invoiceIds) {
        return sql.first(
                        "select min(due_on) from receivable r where r.tenant = ? and r.invoice_id = any(?)"
                                + " and exists (select 1 from insured_customer i where i.tenant = r.tenant"
                                + " and i.customer_id = ? and i.insured)",
                        row -> row.getObject(1, LocalDate.class),
                        tenancy.tenant(),
                        invoiceIds.toArray(UUID[]::new),
                        customerId)
                .map(dueOn -> dueOn.plusDays(days))
                .orElse(null);
    }

    /** Cover of a customer changed; an older word is not taken over a later one; no policy means no cover. */
    void told(String customerId, String policyId, boolean insured, long sequence) {
        if (policyId == null) {
            sql.update(
                    "update insured_customer set sequence = ?, insured = false"
                            + " where tenant = ? and customer_id = ? and sequence < ?",
                    sequence,
                    tenancy.tenant(),
                    customerId,
                    sequence);
            return;
        }
        sql.update(
                "insert into insured_customer as i (tenant, customer_id, policy_id, sequence, insured)"
                        + " values (?, ?, ?, ?, ?) on conflict (tenant, customer_id, policy_id) do update"
                        + " set sequence = excluded.sequence, insured = excluded.insured"
                        + " where i.sequence < excluded.sequence",
                tenancy.tenant(),
                customerId,
                policyId,
                sequence,
                insured);
    }
}
