package o2c.credit.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import o2c.credit.checks.domain.CreditCheck;
import o2c.credit.checks.domain.CreditCheck.Question;
import o2c.credit.checks.domain.CreditCheck.Release;
import o2c.credit.checks.domain.CreditCheck.Status;
import o2c.credit.checks.domain.CreditDecision;
import o2c.credit.checks.domain.CreditFacts;
import o2c.credit.checks.domain.ReferralClock;
import o2c.credit.holds.domain.Purpose;
import o2c.credit.storage.Stored;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Credit checks as stored: question, facts and decision whole, so that each can be read and decided again. */
@ApplicationScoped
class CheckBooks {

    private static final String COLUMNS = "id, customer_id, purpose, order_id, amount, currency, payment_term_days,"
            + " checked_on, facts, decision, rules_version, status, release";

    private final Sql sql;
    private final Tenancy tenancy;

    CheckBooks(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Which credit checks are wanted; what is absent does not narrow. */
    static class Filter {

        @QueryParam("customerId")
        String customerId;

        @QueryParam("orderId")
        String orderId;

        @QueryParam("purpose")
        @Parameter(description = "quote, order, shipment or invoice.")
        String purpose;

        @QueryParam("verdict")
        @Parameter(description = "approved, approved-with-prepayment, referred or declined.")
        String verdict;

        @QueryParam("checkedFrom")
        @Parameter(description = "First business date.")
        LocalDate checkedFrom;

        @QueryParam("checkedTo")
        @Parameter(description = "Last business date.")
        LocalDate checkedTo;
    }

    void add(CreditCheck check, String by) {
        Question question = check.question();
        sql.update(
                "insert into credit_check (tenant, id, customer_id, purpose, order_id, amount, currency,"
                        + " payment_term_days, verdict, checked_on, checked_by, facts, decision, rules_version, status,"
                        + " expires_on, referral_due_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                check.checkId(),
                question.customerId(),
                question.purpose().code(),
                question.orderId(),
                question.amount().amount(),
                question.amount().currency().getCurrencyCode(),
                question.paymentTermDays(),
                check.decision().verdict().code(),
                check.checkedOn(),
                by,
                Stored.text(check.facts()),
                Stored.text(check.decision()),
                check.rulesVersion(),
                check.status().code(),
                check.decision().expiresOn(),
                ReferralClock.dueOn(check));
    }

    Optional<CreditCheck> find(UUID checkId) {
        return sql.first(
                "select " + COLUMNS + " from credit_check where tenant = ? and id = ?",
                CheckBooks::check,
                tenancy.tenant(),
                checkId);
    }

    Optional<CreditCheck> locked(UUID checkId) {
        return sql.first(
                "select " + COLUMNS + " from credit_check where tenant = ? and id = ? for update",
                CheckBooks::check,
                tenancy.tenant(),
                checkId);
    }

    /** Notes who let it go. */
    void release(CreditCheck released) {
        sql.update(
                "update credit_check set status = ?, release = ?, released_at = now() where tenant = ? and id = ?",
                released.status().code(),
                Stored.text(released.release()),
                tenancy.tenant(),
                released.checkId());
    }

    void move(UUID checkId, Status to) {
        sql.update(
                "update credit_check set status = ? where tenant = ? and id = ?", to.code(), tenancy.tenant(), checkId);
    }

    /** Ends checks that still hold room. */
    void end(Collection<UUID> checkIds, Status as) {
        sql.update(
                "update credit_check set status = ? where tenant = ? and id = any(?)"
                        + " and status in ('reserved', 'released', 'confirmed')",
                as.code(),
                tenancy.tenant(),
                checkIds.toArray(UUID[]::new));
    }

    /** Checks older than {@code before}, newest first; what is null does not narrow. */
    List<CreditCheck> page(Filter wanted, UUID before, int limit) {
        return sql.list(
                "select " + COLUMNS + " from credit_check c, (select cast(? as varchar) as customer,"
                        + " cast(? as varchar) as of_order, cast(? as varchar) as asked, cast(? as varchar) as said,"
                        + " cast(? as date) as first, cast(? as date) as last) wanted"
                        + " where c.tenant = ? and c.id < ?"
                        + " and (customer is null or c.customer_id = customer)"
                        + " and (of_order is null or c.order_id = of_order)"
                        + " and (asked is null or c.purpose = asked)"
                        + " and (said is null or c.verdict = said)"
                        + " and (first is null or c.checked_on >= first)"
                        + " and (last is null or c.checked_on <= last)"
                        + " order by c.id desc limit ?",
                CheckBooks::check,
                wanted.customerId,
                wanted.orderId,
                wanted.purpose,
                wanted.verdict,
                wanted.checkedFrom,
                wanted.checkedTo,
                tenancy.tenant(),
                before,
                limit);
    }

    /** Checks answered on the days from one to another, oldest first, after {@code after}. */
    List<CreditCheck> answeredBetween(LocalDate from, LocalDate to, UUID after, int limit) {
        return sql.list(
                "select " + COLUMNS + " from credit_check where tenant = ? and checked_on between ? and ? and id > ?"
                        + " order by id limit ?",
                CheckBooks::check,
                tenancy.tenant(),
                from,
                to,
                after,
                limit);
    }

    private static CreditCheck check(ResultSet row) throws SQLException {
        Money amount = Money.padded(
                row.getBigDecimal("amount").stripTrailingZeros(), Currency.getInstance(row.getString("currency")));
        return new CreditCheck(
                row.getObject("id", UUID.class),
                new Question(
                        row.getString("customer_id"),
                        Purpose.of(row.getString("purpose")),
                        row.getString("order_id"),
                        amount,
                        row.getObject("payment_term_days", Integer.class)),
                row.getObject("checked_on", LocalDate.class),
                Stored.read(row.getString("facts"), CreditFacts.class),
                Stored.read(row.getString("decision"), CreditDecision.class),
                row.getInt("rules_version"),
                Status.of(row.getString("status")),
                Stored.read(row.getString("release"), Release.class));
    }
}
