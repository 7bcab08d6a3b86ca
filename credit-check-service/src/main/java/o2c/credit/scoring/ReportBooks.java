package o2c.credit.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.credit.scoring.domain.AgencyReport;
import o2c.credit.scoring.domain.FinancialStatement;
import o2c.credit.storage.Stored;
import o2c.runtime.access.Caller;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Year's accounts and agency reports of customers, as told. */
@ApplicationScoped
class ReportBooks {

    private final Sql sql;
    private final Tenancy tenancy;
    private final Caller caller;

    ReportBooks(Sql sql, Tenancy tenancy, Caller caller) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.caller = caller;
    }

    /** Something reported, with its id and the day it was recorded. */
    record Filed<T>(UUID id, T report, LocalDate recordedOn) {}

    void add(String customerId, UUID id, FinancialStatement statement) {
        sql.update(
                "insert into financial_statement (tenant, statement_id, customer_id, period_end, content, recorded_on,"
                        + " recorded_by) values (?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                id,
                customerId,
                statement.periodEnd(),
                Stored.text(statement),
                tenancy.today(),
                caller.subject());
    }

    void add(String customerId, UUID id, AgencyReport report) {
        sql.update(
                "insert into agency_report (tenant, report_id, customer_id, provider, reported_on, content,"
                        + " recorded_on, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                id,
                customerId,
                report.provider(),
                report.reportedOn(),
                Stored.text(report),
                tenancy.today(),
                caller.subject());
    }

    /** A customer's accounts, the latest year first. */
    List<Filed<FinancialStatement>> statementsOf(String customerId, Moment moment) {
        return sql.list(
                "select statement_id, content, recorded_on from financial_statement where tenant = ?"
                        + " and customer_id = ? and recorded_on <= ? and recorded_at <= ? and recorded_on <= ?"
                        + " order by period_end desc, statement_id desc limit 200",
                row -> new Filed<>(
                        row.getObject(1, UUID.class),
                        Stored.read(row.getString(2), FinancialStatement.class),
                        row.getObject(3, LocalDate.class)),
                tenancy.tenant(),
                customerId,
                moment.asOf(),
                moment.knownAt(),
                moment.knownOn());
    }

    /** What agencies said, the latest report first. */
    List<Filed<AgencyReport>> reportsOf(String customerId, Moment moment) {
        return sql.list(
                "select report_id, content, recorded_on from agency_report where tenant = ? and customer_id = ?"
                        + " and reported_on <= ? and recorded_on <= ? and recorded_at <= ? and recorded_on <= ?"
                        + " order by reported_on desc, report_id desc limit 200",
                row -> new Filed<>(
                        row.getObject(1, UUID.class),
                        Stored.read(row.getString(2), AgencyReport.class),
                        row.getObject(3, LocalDate.class)),
                tenancy.tenant(),
                customerId,
                moment.asOf(),
                moment.asOf(),
                moment.knownAt(),
                moment.knownOn());
    }
}
