package o2c.invoice.writeoffs;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Whether anything of what a customer owes is insured, as policy-service last said. */
@ApplicationScoped
class InsuredCustomers {

    private final Sql sql;
    private final Tenancy tenancy;

    InsuredCustomers(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    void keep(String customerId, String policyId, BigDecimal insured, Instant heardAt) {
        sql.update(
                "insert into customer_insured (tenant, customer_id, policy_id, insured, heard_at)"
                        + " values (?, ?, ?, ?, ?) on conflict (tenant, customer_id, policy_id)"
                        + " do update set insured = excluded.insured, heard_at = excluded.heard_at",
                tenancy.tenant(),
                customerId,
                policyId == null ? "" : policyId,
                insured,
                heardAt);
    }

    boolean isInsured(String customerId) {
        return sql.first(
                        "select exists (select from customer_insured where tenant = ? and customer_id = ?"
                                + " and insured > 0)",
                        row -> row.getBoolean(1),
                        tenancy.tenant(),
                        customerId)
                .orElse(false);
    }
}
