package o2c.policy.cover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import o2c.policy.clauses.domain.DebtorKind;
import o2c.policy.facts.domain.Debtor;
import o2c.policy.ledger.Receivables;
import o2c.policy.ledger.Receivables.Seat;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.Codes;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Who owes, as far as policies ask. */
@ApplicationScoped
class Debtors {

    /** Parents and subsidiaries of a customer, as known, that have a limit of their own. */
    private static final String ELSEWHERE = """
            select c.customer_id from customer_country c
            join insured_limit l on l.tenant = c.tenant and l.customer_id = c.parent_id
            where c.tenant = ? and c.customer_id = any(?) and c.recorded_at <= ? and c.recorded_on <= ?
              and l.recorded_at <= ? and l.recorded_on <= ?
            union
            select c.parent_id from customer_country c
            join insured_limit l on l.tenant = c.tenant and l.customer_id = c.customer_id
            where c.tenant = ? and c.parent_id = any(?) and c.recorded_at <= ? and c.recorded_on <= ?
              and l.recorded_at <= ? and l.recorded_on <= ?""";

    private final Receivables receivables;
    private final Sql sql;
    private final Tenancy tenancy;

    Debtors(Receivables receivables, Sql sql, Tenancy tenancy) {
        this.receivables = receivables;
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** @param withoutLimit those for whom a limit on a related entity matters */
    Map<String, Debtor> of(
            Collection<String> customers, Collection<String> withoutLimit, LocalDate day, AsKnown known) {
        Map<String, Seat> seats = receivables.seats(customers, day, known);
        Set<String> elsewhere = withoutLimit.isEmpty() || seats.isEmpty() ? Set.of() : elsewhere(withoutLimit, known);
        Map<String, Debtor> debtors = new HashMap<>();
        seats.forEach((customer, seat) ->
                debtors.put(customer, new Debtor(seat.country(), kind(seat.kind()), elsewhere.contains(customer))));
        return debtors;
    }

    private Set<String> elsewhere(Collection<String> customers, AsKnown known) {
        String[] ids = customers.toArray(String[]::new);
        List<String> found = sql.list(
                ELSEWHERE,
                row -> row.getString(1),
                tenancy.tenant(),
                ids,
                known.at(),
                known.on(),
                known.at(),
                known.on(),
                tenancy.tenant(),
                ids,
                known.at(),
                known.on(),
                known.at(),
                known.on());
        return new HashSet<>(found);
    }

    private static DebtorKind kind(String text) {
        return text == null ? null : Codes.choice(DebtorKind.class, text, "");
    }
}
