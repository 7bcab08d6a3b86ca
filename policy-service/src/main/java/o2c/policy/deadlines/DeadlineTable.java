package o2c.policy.deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import o2c.contracts.PolicyEvent.CoverStopped;
import o2c.contracts.PolicyEvent.PolicyDeadlineApproaching;
import o2c.policy.clauses.domain.ExtensionAnchor;
import o2c.policy.clauses.domain.ExtensionPeriod;
import o2c.policy.deadlines.domain.CoverDeadlines;
import o2c.policy.deadlines.domain.DeadlineRule;
import o2c.policy.deadlines.domain.Unpaid;
import o2c.policy.policies.domain.Codes;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The tables of deadlines, stops and warnings. */
@ApplicationScoped
class DeadlineTable {

    /** A report made, or a claim filed, leaves nothing to do by that day. */
    private static final String DONE = """
            (kind = 'report' and exists (select 1 from insurer_report r where r.tenant = d.tenant
                and r.customer_id = d.customer_id and r.kind = 'overdue' and d.invoice_id = any(r.invoice_ids))
              or kind in ('hand-over', 'claim') and exists (select 1 from claim_invoice c where c.tenant = d.tenant
                and c.invoice_id = d.invoice_id))""";

    private static final String UPCOMING = """
            select customer_id, policy_id, invoice_id, invoice_number, anchor_on, anchor, extension_value,
              extension_unit, report_days, hand_over_days, claim_days, extended_until, kind, due_on
            from cover_deadline d, lateral (values ('stop', d.stop_on), ('report', d.report_on), ('hand-over',
              d.hand_over_on),
              ('claim', d.claim_on)) as day(kind, due_on)
            where tenant = ? and due_on >= ? and due_on <= ? and (?::varchar is null or customer_id = ?)
              and (?::varchar is null or kind = ?)
              and (due_on, customer_id, policy_id, kind) > (?, ?, ?, ?)
              and not """ + DONE + """

            order by due_on, customer_id, policy_id, kind limit ?""";

    private static final String NOTICE = """
            insert into deadline_notice (tenant, customer_id, policy_id, invoice_id, kind, due_on, days_left)
            select tenant, customer_id, policy_id, invoice_id, kind, due_on, due_on - ?
            from cover_deadline d, lateral (values ('stop', d.stop_on), ('report', d.report_on), ('hand-over',
              d.hand_over_on),
              ('claim', d.claim_on)) as day(kind, due_on)
            where tenant = ? and due_on - ? = any(?) and policy_id = any(?) and not """ + DONE + """

            on conflict do nothing
            returning customer_id, policy_id, invoice_id, kind, due_on, days_left""";

    private final Sql sql;
    private final Tenancy tenancy;

    DeadlineTable(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Which deadlines to list. */
    record Wanted(LocalDate from, LocalDate to, String customerId, DeadlineKind kind) {}

    /** One deadline of a customer. */
    record Upcoming(String customerId, DeadlineKind kind, LocalDate dueOn, CoverDeadlines days) {}

    /** Where a page ended. */
    record Position(LocalDate dueOn, String customerId, String policyId, String kind) {

        static final Position START = new Position(LocalDate.of(1, 1, 1), "", "", "");

        static Position parse(String text) {
            String[] parts = text.split("\\|", 4);
            return new Position(LocalDate.parse(parts[0]), parts[1], parts[2], parts[3]);
        }
    }

    static UUID invoice(CoverDeadlines days) {
        return UUID.fromString(days.oldest().reference());
    }

    void replace(String customerId, Collection<CoverDeadlines> now) {
        sql.update(
                "delete from cover_deadline where tenant = ? and customer_id = ? and policy_id <> all(?)",
                tenancy.tenant(),
                customerId,
                now.stream().map(CoverDeadlines::policyId).toArray(String[]::new));
        now.forEach(days -> put(customerId, days));
    }

    private void put(String customerId, CoverDeadlines days) {
        sql.update(
                """
                insert into cover_deadline (tenant, customer_id, policy_id, invoice_id, invoice_number, anchor_on,
                  anchor, extension_value, extension_unit, report_days, hand_over_days, claim_days, extended_until,
                  last_covered_day, stop_on, report_on, hand_over_on, claim_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant, customer_id, policy_id) do update set invoice_id = excluded.invoice_id,
                  invoice_number = excluded.invoice_number, anchor_on = excluded.anchor_on, anchor = excluded.anchor,
                  extension_value = excluded.extension_value, extension_unit = excluded.extension_unit,
                  report_days = excluded.report_days, hand_over_days = excluded.hand_over_days,
                  claim_days = excluded.claim_days, extended_until = excluded.extended_until,
                  last_covered_day = excluded.last_covered_day, stop_on = excluded.stop_on,
                  report_on = excluded.report_on, hand_over_on = excluded.hand_over_on,
                  claim_on = excluded.claim_on""",
                tenancy.tenant(),
                customerId,
                days.policyId(),
                invoice(days),
                days.oldest().number(),
                days.anchorOn(),
                Codes.text(days.rule().anchor()),
                days.rule().extension().value(),
                Codes.text(days.rule().extension().unit()),
                days.rule().reportDays(),
                days.rule().handOverDays(),
                days.rule().claimDays(),
                days.oldest().extendedUntil(),
                days.lastCoveredDay(),
                days.stopOn(),
                days.reportOn(),
                days.handOverOn(),
                days.claimOn());
    }

    List<String> stoppedPolicies(String customerId) {
        return sql.list(
                "select policy_id from cover_stop where tenant = ? and customer_id = ? order by policy_id",
                row -> row.getString(1),
                tenancy.tenant(),
                customerId);
    }

    void stop(String customerId, CoverDeadlines days) {
        sql.update(
                "insert into cover_stop (tenant, customer_id, policy_id, invoice_id, stop_on) values (?, ?, ?, ?, ?)",
                tenancy.tenant(),
                customerId,
                days.policyId(),
                invoice(days),
                days.stopOn());
    }

    void resume(String customerId, String policyId) {
        sql.update(
                "delete from cover_stop where tenant = ? and customer_id = ? and policy_id = ?",
                tenancy.tenant(),
                customerId,
                policyId);
    }

    /** Notes every stop that has begun by a day under these policies and was not noted yet. */
    List<CoverStopped> stopAllDue(LocalDate day, List<String> policies) {
        return sql.list(
                "insert into cover_stop (tenant, customer_id, policy_id, invoice_id, stop_on)"
                        + " select tenant, customer_id, policy_id, invoice_id, stop_on from cover_deadline"
                        + " where tenant = ? and stop_on <= ? and policy_id = any(?) on conflict do nothing"
                        + " returning customer_id, policy_id, invoice_id, stop_on",
                row -> {
                    LocalDate stopOn = row.getObject(4, LocalDate.class);
                    return new CoverStopped(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, UUID.class),
                            stopOn.minusDays(1),
                            stopOn);
                },
                tenancy.tenant(),
                day,
                policies.toArray(String[]::new));
    }

    /** Notes every warning that is to be given on a day and was not given yet. */
    List<PolicyDeadlineApproaching> noticesOf(LocalDate day, List<Integer> leadDays, List<String> policies) {
        return sql.list(
                NOTICE,
                row -> new PolicyDeadlineApproaching(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getInt(6)),
                day,
                tenancy.tenant(),
                day,
                leadDays.toArray(Integer[]::new),
                policies.toArray(String[]::new));
    }

    List<Upcoming> upcoming(Wanted wanted, Position after, int limit) {
        String kind = wanted.kind() == null ? null : Codes.text(wanted.kind());
        return sql.list(
                UPCOMING,
                DeadlineTable::upcoming,
                tenancy.tenant(),
                wanted.from(),
                wanted.to(),
                wanted.customerId(),
                wanted.customerId(),
                kind,
                kind,
                after.dueOn(),
                after.customerId(),
                after.policyId(),
                after.kind(),
                limit);
    }

    private static Upcoming upcoming(ResultSet row) throws SQLException {
        DeadlineRule rule = new DeadlineRule(
                new ExtensionPeriod(
                        row.getInt("extension_value"),
                        Codes.choice(ExtensionPeriod.Unit.class, row.getString("extension_unit"), "")),
                Codes.choice(ExtensionAnchor.class, row.getString("anchor"), ""),
                row.getInt("report_days"),
                row.getInt("hand_over_days"),
                row.getInt("claim_days"));
        LocalDate anchorOn = row.getObject("anchor_on", LocalDate.class);
        Unpaid oldest = new Unpaid(
                row.getObject("invoice_id", UUID.class).toString(),
                null,
                row.getString("invoice_number"),
                anchorOn,
                anchorOn,
                row.getObject("extended_until", LocalDate.class));
        return new Upcoming(
                row.getString("customer_id"),
                Codes.choice(DeadlineKind.class, row.getString("kind"), ""),
                row.getObject("due_on", LocalDate.class),
                new CoverDeadlines(row.getString("policy_id"), oldest, anchorOn, rule));
    }
}
