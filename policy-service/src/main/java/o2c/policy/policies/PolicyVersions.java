package o2c.policy.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import o2c.kernel.Money;
import o2c.policy.clauses.domain.ExtensionAnchor;
import o2c.policy.clauses.domain.ExtensionPeriod;
import o2c.policy.clauses.domain.FurtherClauses;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.Codes;
import o2c.policy.policies.domain.CoverBasis;
import o2c.policy.policies.domain.CoverRule;
import o2c.policy.policies.domain.Discretionary;
import o2c.policy.policies.domain.DisputeScope;
import o2c.policy.policies.domain.Percentages;
import o2c.policy.policies.domain.PolicyTerms;
import o2c.policy.policies.domain.PolicyVersion;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The table of policy versions. */
@ApplicationScoped
class PolicyVersions {

    private static final String COLUMNS = "policy_id, version, valid_from, valid_to, currency, insured_percentage,"
            + " discretionary_amount, discretionary_percentage, rule, max_term_days, invoicing_days, extension_value,"
            + " extension_unit, extension_anchor, report_days, claim_days, cover_basis, countries,"
            + " insured_seller_ids, dispute_scope, minimum_overdue, further";

    private final Sql sql;
    private final Tenancy tenancy;
    private final ObjectMapper json;

    PolicyVersions(Sql sql, Tenancy tenancy, ObjectMapper json) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.json = json;
    }

    List<PolicyVersion> all(AsKnown known) {
        return sql.list(
                "select " + COLUMNS + " from policy_version where tenant = ? and recorded_at <= ? and recorded_on <= ?"
                        + " order by policy_id, version",
                this::version,
                tenancy.tenant(),
                known.at(),
                known.on());
    }

    List<PolicyVersion> of(String policyId) {
        return sql.list(
                "select " + COLUMNS + " from policy_version where tenant = ? and policy_id = ? order by version",
                this::version,
                tenancy.tenant(),
                policyId);
    }

    /** The latest version of each policy, by id. */
    List<PolicyVersion> latest(String after, int limit) {
        return sql.list(
                "select " + COLUMNS + " from policy_version join policy using (tenant, policy_id, version)"
                        + " where tenant = ? and policy_id > ? order by policy_id limit ?",
                this::version,
                tenancy.tenant(),
                after,
                limit);
    }

    /** Lets one caller at a time change the policies of the tenant, so that no two overlap unseen. */
    void lock() {
        sql.list("select pg_advisory_xact_lock(hashtext('policies ' || ?))", row -> true, tenancy.tenant());
    }

    void add(PolicyVersion version) {
        sql.update(
                "insert into policy (tenant, policy_id, version) values (?, ?, ?)"
                        + " on conflict (tenant, policy_id) do update set version = excluded.version",
                tenancy.tenant(),
                version.policyId(),
                version.version());
        insert(version, version.terms());
    }

    private void insert(PolicyVersion version, PolicyTerms terms) {
        Optional<Discretionary> blind = terms.blindCover();
        sql.update(
                "insert into policy_version (tenant, " + COLUMNS + ", recorded_on) values"
                        + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)",
                tenancy.tenant(),
                version.policyId(),
                version.version(),
                terms.validFrom(),
                terms.validTo(),
                terms.currency().getCurrencyCode(),
                terms.insuredPercentage().value(),
                blind.map(cover -> cover.amount().amount()).orElse(null),
                blind.map(cover -> cover.percentage().value()).orElse(null),
                Codes.text(terms.rule()),
                terms.maxTermDays(),
                terms.invoicingDays(),
                terms.extensionPeriod().value(),
                Codes.text(terms.extensionPeriod().unit()),
                Codes.text(terms.extensionAnchor()),
                terms.reportDays(),
                terms.claimDays(),
                Codes.text(terms.coverBasis()),
                terms.countries().stream().sorted().toArray(String[]::new),
                terms.insuredSellerIds().stream().sorted().toArray(String[]::new),
                Codes.text(terms.disputeScope()),
                terms.minimumOverdue() == null ? null : terms.minimumOverdue().amount(),
                written(terms.further()),
                tenancy.today());
    }

    private PolicyVersion version(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new PolicyVersion(
                row.getString("policy_id"),
                row.getInt("version"),
                new PolicyTerms(
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        currency,
                        Percentages.plain(row.getBigDecimal("insured_percentage")),
                        discretionary(row, currency),
                        Codes.choice(CoverRule.class, row.getString("rule"), ""),
                        row.getObject("max_term_days", Integer.class),
                        row.getObject("invoicing_days", Integer.class),
                        new ExtensionPeriod(
                                row.getInt("extension_value"),
                                Codes.choice(ExtensionPeriod.Unit.class, row.getString("extension_unit"), "")),
                        Codes.choice(ExtensionAnchor.class, row.getString("extension_anchor"), ""),
                        row.getInt("report_days"),
                        row.getInt("claim_days"),
                        Codes.choice(CoverBasis.class, row.getString("cover_basis"), ""),
                        set(row, "countries"),
                        set(row, "insured_seller_ids"),
                        Codes.choice(DisputeScope.class, row.getString("dispute_scope"), ""),
                        money(row.getBigDecimal("minimum_overdue"), currency),
                        read(row.getString("further"))));
    }

    private static Discretionary discretionary(ResultSet row, Currency currency) throws SQLException {
        Money amount = money(row.getBigDecimal("discretionary_amount"), currency);
        return amount == null
                ? null
                : new Discretionary(amount, Percentages.plain(row.getBigDecimal("discretionary_percentage")));
    }

    private static Set<String> set(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return amount == null ? null : Money.padded(amount.stripTrailingZeros(), currency);
    }

    private String written(FurtherClauses further) {
        try {
            return json.writeValueAsString(further);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FurtherClauses read(String further) {
        try {
            return json.readValue(further, FurtherClauses.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
