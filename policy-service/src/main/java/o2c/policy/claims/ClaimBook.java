package o2c.policy.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
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
import java.util.UUID;
import o2c.kernel.Money;
import o2c.policy.claims.domain.Claim;
import o2c.policy.claims.domain.Claim.Cause;
import o2c.policy.claims.domain.Claim.Claimed;
import o2c.policy.claims.domain.Claim.Recovery;
import o2c.policy.claims.domain.Claim.Settlement;
import o2c.policy.claims.domain.Claim.Status;
import o2c.policy.claims.domain.Indemnity;
import o2c.policy.claims.domain.Indemnity.Left;
import o2c.policy.policies.domain.Codes;
import o2c.policy.policies.domain.Percentages;
import o2c.policy.reckoning.domain.Step;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The tables of claims. */
@ApplicationScoped
class ClaimBook {

    private static final String CLAIM = "claim_id, policy_id, policy_version, customer_id, currency, cause, status,"
            + " handed_over_on, filed_on, loss_on, percentage, before_loss, indemnity, settled_on, steps, afl_left,"
            + " liability_left, version";

    private final Sql sql;
    private final Tenancy tenancy;
    private final ObjectMapper json;

    ClaimBook(Sql sql, Tenancy tenancy, ObjectMapper json) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.json = json;
    }

    /** A claim and the number of its changes, for If-Match. */
    record Versioned(Claim claim, int version) {}

    Optional<Versioned> find(UUID claimId) {
        return one(claimId, "");
    }

    /** Takes the claim for a change; others wait. */
    Optional<Versioned> take(UUID claimId) {
        return one(claimId, " for update");
    }

    List<Versioned> list(String customerId, Optional<UUID> after, int limit) {
        return sql.list(
                "select " + CLAIM + " from claim where tenant = ? and (?::varchar is null or customer_id = ?)"
                        + " and claim_id > ? order by claim_id limit ?",
                this::versioned,
                tenancy.tenant(),
                customerId,
                customerId,
                after.orElse(new UUID(0, 0)),
                limit);
    }

    Optional<UUID> claimOf(UUID invoiceId) {
        return sql.first(
                "select claim_id from claim_invoice where tenant = ? and invoice_id = ?",
                row -> row.getObject(1, UUID.class),
                tenancy.tenant(),
                invoiceId);
    }

    void add(Claim claim) {
        sql.update(
                "insert into claim (tenant, claim_id, policy_id, policy_version, customer_id, currency, cause, status,"
                        + " handed_over_on, filed_on, loss_on, loss, covered, percentage, version, recorded_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)",
                tenancy.tenant(),
                claim.claimId(),
                claim.policyId(),
                claim.policyVersion(),
                claim.customerId(),
                claim.loss().currency().getCurrencyCode(),
                Codes.text(claim.cause()),
                Codes.text(claim.status()),
                claim.handedOverOn(),
                claim.filedOn(),
                claim.lossOn(),
                claim.loss().amount(),
                claim.covered().amount(),
                claim.percentage().value(),
                tenancy.today());
        claim.invoices()
                .forEach(invoice -> sql.update(
                        "insert into claim_invoice (tenant, invoice_id, claim_id, outstanding, covered)"
                                + " values (?, ?, ?, ?, ?)",
                        tenancy.tenant(),
                        invoice.invoiceId(),
                        claim.claimId(),
                        invoice.outstanding().amount(),
                        invoice.covered().amount()));
    }

    void keep(Claim claim) {
        Settlement settlement = claim.settlement();
        sql.update(
                "update claim set status = ?, before_loss = ?, loss = ?, covered = ?, indemnity = ?, settled_on = ?,"
                        + " steps = ?::jsonb, afl_left = ?, liability_left = ?, version = version + 1"
                        + " where tenant = ? and claim_id = ?",
                Codes.text(claim.status()),
                claim.receivedBeforeLoss().amount(),
                claim.loss().amount(),
                claim.covered().amount(),
                settlement == null ? null : settlement.indemnity().amount().amount(),
                settlement == null ? null : settlement.on(),
                settlement == null ? "[]" : written(settlement.indemnity().steps()),
                settlement == null ? null : plain(settlement.indemnity().aggregateFirstLossLeft()),
                settlement == null ? null : plain(settlement.indemnity().maximumLiabilityLeft()),
                tenancy.tenant(),
                claim.claimId());
    }

    /** What the claims settled before left over for the others of the same policy and version. */
    Optional<Left> left(String policyId, int policyVersion, Currency currency) {
        return sql.first(
                "select afl_left, liability_left from claim where tenant = ? and policy_id = ? and policy_version = ?"
                        + " and settled_on is not null order by settled_on desc, claim_id desc",
                row -> new Left(money(row, "afl_left", currency), money(row, "liability_left", currency)),
                tenancy.tenant(),
                policyId,
                policyVersion);
    }

    /** One settlement at a time per policy, so that no first loss is used twice. */
    void lockPolicy(String policyId) {
        sql.list(
                "select pg_advisory_xact_lock(hashtext(? || '|claims|' || ?))",
                row -> true,
                tenancy.tenant(),
                policyId);
    }

    void add(UUID claimId, Recovery recovery) {
        sql.update(
                "insert into claim_recovery (tenant, recovery_id, claim_id, received_on, amount, costs, insurer,"
                        + " seller,"
                        + " after_loss, recorded_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                recovery.recoveryId(),
                claimId,
                recovery.receivedOn(),
                recovery.amount().amount(),
                recovery.costs().amount(),
                recovery.insurer().amount(),
                recovery.seller().amount(),
                recovery.afterLoss(),
                tenancy.today());
    }

    List<Recovery> recoveries(UUID claimId, Currency currency) {
        return sql.list(
                "select recovery_id, received_on, amount, costs, insurer, seller, after_loss from claim_recovery"
                        + " where tenant = ? and claim_id = ? order by received_on, recovery_id",
                row -> new Recovery(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        money(row, "amount", currency),
                        money(row, "costs", currency),
                        money(row, "insurer", currency),
                        money(row, "seller", currency),
                        row.getBoolean("after_loss"),
                        List.of()),
                tenancy.tenant(),
                claimId);
    }

    private Optional<Versioned> one(UUID claimId, String lock) {
        return sql.first(
                "select " + CLAIM + " from claim where tenant = ? and claim_id = ?" + lock,
                this::versioned,
                tenancy.tenant(),
                claimId);
    }

    private Versioned versioned(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        UUID claimId = row.getObject("claim_id", UUID.class);
        return new Versioned(
                new Claim(
                        claimId,
                        row.getString("policy_id"),
                        row.getInt("policy_version"),
                        row.getString("customer_id"),
                        Codes.choice(Cause.class, row.getString("cause"), ""),
                        row.getObject("handed_over_on", LocalDate.class),
                        row.getObject("filed_on", LocalDate.class),
                        row.getObject("loss_on", LocalDate.class),
                        invoices(claimId, currency),
                        Percentages.plain(row.getBigDecimal("percentage")),
                        money(row, "before_loss", currency),
                        settlement(row, currency)),
                row.getInt("version"));
    }

    private Settlement settlement(ResultSet row, Currency currency) throws SQLException {
        LocalDate on = row.getObject("settled_on", LocalDate.class);
        return on == null
                ? null
                : new Settlement(
                        on,
                        Codes.choice(Status.class, row.getString("status"), ""),
                        new Indemnity(
                                money(row, "indemnity", currency),
                                money(row, "afl_left", currency),
                                money(row, "liability_left", currency),
                                steps(row.getString("steps"))));
    }

    private List<Claimed> invoices(UUID claimId, Currency currency) {
        return sql.list(
                "select c.invoice_id, r.invoice_number, c.outstanding, c.covered from claim_invoice c"
                        + " join receivable r on r.tenant = c.tenant and r.invoice_id = c.invoice_id"
                        + " where c.tenant = ? and c.claim_id = ? order by r.issued_on, r.invoice_number",
                row -> new Claimed(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        money(row, "outstanding", currency),
                        money(row, "covered", currency)),
                tenancy.tenant(),
                claimId);
    }

    private String written(List<Step> steps) {
        try {
            return json.writeValueAsString(steps);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Step> steps(String text) {
        try {
            return json.readValue(text, new TypeReference<List<Step>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BigDecimal plain(Money money) {
        return money == null ? null : money.amount();
    }

    private static Money money(ResultSet row, String column, Currency currency) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : Money.padded(amount.stripTrailingZeros(), currency);
    }
}
