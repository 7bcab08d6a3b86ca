package o2c.policy.premiums;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.kernel.Ids;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;
import o2c.policy.clauses.domain.PremiumBasis;
import o2c.policy.policies.Policies;
import o2c.policy.policies.domain.InForce;
import o2c.policy.policies.domain.PolicyBook;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.policy.premiums.TurnoverTable.MonthEnd;
import o2c.policy.premiums.domain.Premium;
import o2c.policy.premiums.domain.Turnover;
import o2c.policy.premiums.domain.Turnover.Part;
import o2c.policy.reckoning.domain.Step;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** What is declared to the insurer, and what the policy costs by it. */
@ApplicationScoped
public class Declarations {

    private final TurnoverTable table;
    private final Policies policies;
    private final Sql sql;
    private final Tenancy tenancy;
    private final ObjectMapper json;

    Declarations(TurnoverTable table, Policies policies, Sql sql, Tenancy tenancy, ObjectMapper json) {
        this.table = table;
        this.policies = policies;
        this.sql = sql;
        this.tenancy = tenancy;
        this.json = json;
    }

    /**
     * A declaration with everything it was reckoned from.
     *
     * @param invoiced all that was invoiced by insured sellers, without VAT
     * @param turnover the insured part of it, which is declared
     * @param leftOut the rest; the two add up to what was invoiced
     */
    record Declaration(
            UUID declarationId,
            String policyId,
            LocalDate from,
            LocalDate to,
            Money invoiced,
            Money turnover,
            List<Part> byCountry,
            Money leftOut,
            List<Part> byReason,
            List<MonthEnd> monthEnds,
            int limits,
            Money premium,
            List<Step> steps) {}

    /** Reckons a period of a policy; {@code policy-unknown}, {@code policy-not-in-force}, {@code period-reversed}. */
    Declaration reckon(String policyId, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw RuleBroken.invalid("period-reversed", "the period ends before it begins")
                    .at("/to");
        }
        PolicyTerms terms = PolicyBook.of(policies.require(policyId))
                .inForce(to, policyId)
                .map(InForce::terms)
                .orElseThrow(() -> RuleBroken.refused("policy-not-in-force", policyId + " is not in force on " + to)
                        .at("/to"));
        Turnover turnover = table.of(policyId, terms, from, to);
        List<MonthEnd> monthEnds = table.monthEnds(terms, from, to);
        int limits = table.limits(policyId, to);
        Premium premium =
                Premium.of(base(terms, turnover, monthEnds), terms.further().premium(), limits);
        return new Declaration(
                Ids.next(),
                policyId,
                from,
                to,
                turnover.declared().plus(turnover.leftOut()),
                turnover.declared(),
                turnover.byCountry(),
                turnover.leftOut(),
                turnover.byReason(),
                monthEnds,
                limits,
                premium.amount(),
                premium.steps());
    }

    /** What a policy with these clauses would have cost for a period. */
    public Money premium(String policyId, PolicyTerms terms, LocalDate from, LocalDate to) {
        Turnover turnover = table.of(policyId, terms, from, to);
        Money base = base(terms, turnover, table.monthEnds(terms, from, to));
        return Premium.of(base, terms.further().premium(), table.limits(policyId, to))
                .amount();
    }

    Declaration declare(String policyId, LocalDate from, LocalDate to) {
        Declaration declaration = reckon(policyId, from, to);
        sql.update(
                "insert into declaration (tenant, declaration_id, policy_id, period_from, period_to, turnover, premium,"
                        + " currency, figures, recorded_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)",
                tenancy.tenant(),
                declaration.declarationId(),
                policyId,
                from,
                to,
                declaration.turnover().amount(),
                declaration.premium().amount(),
                tenancy.baseCurrency().getCurrencyCode(),
                written(declaration),
                tenancy.today());
        return declaration;
    }

    List<Declaration> list(String policyId, Optional<UUID> after, int limit) {
        return sql.list(
                "select figures from declaration where tenant = ? and (?::varchar is null or policy_id = ?)"
                        + " and declaration_id > ? order by declaration_id limit ?",
                row -> read(row.getString(1)),
                tenancy.tenant(),
                policyId,
                policyId,
                after.orElse(new UUID(0, 0)),
                limit);
    }

    private Money base(PolicyTerms terms, Turnover turnover, List<MonthEnd> monthEnds) {
        return terms.further().premium().basis() == PremiumBasis.TURNOVER
                ? turnover.declared()
                : Money.sum(monthEnds.stream().map(MonthEnd::outstanding).toList(), tenancy.baseCurrency());
    }

    private String written(Declaration declaration) {
        try {
            return json.writeValueAsString(declaration);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Declaration read(String figures) {
        try {
            return json.readValue(figures, Declaration.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
