package o2c.policy.insurer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import o2c.contracts.PolicyEvent.AdverseInformationFound;
import o2c.policy.deadlines.domain.Consent;
import o2c.policy.insurer.domain.Report;
import o2c.policy.insurer.domain.ReportKind;
import o2c.policy.policies.domain.AsKnown;
import o2c.policy.policies.domain.Codes;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** What the insurer was told, and what he agreed to: the tables. */
@ApplicationScoped
public class InsurerDealings {

    private final Sql sql;
    private final Tenancy tenancy;

    InsurerDealings(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** A consent and whom it is about. */
    record Given(UUID consentId, String customerId, String reference, Consent consent) {}

    /** By customer, what the insurer agreed to by a day, as known at a moment. */
    public Map<String, List<Consent>> consents(Collection<String> customers, LocalDate day, AsKnown known) {
        return sql
                .list(
                        "select consent_id, kind, policy_id, customer_id, invoice_id, given_on, until_on, reference"
                                + " from insurer_consent where tenant = ? and customer_id = any(?) and given_on <= ?"
                                + " and recorded_at <= ? and recorded_on <= ? order by given_on, consent_id",
                        InsurerDealings::given,
                        tenancy.tenant(),
                        customers.toArray(String[]::new),
                        day,
                        known.at(),
                        known.on())
                .stream()
                .collect(Collectors.groupingBy(
                        Given::customerId, Collectors.mapping(Given::consent, Collectors.toList())));
    }

    /** By customer, the first day on which bad news of him was known. */
    public Map<String, LocalDate> adverseSince(Collection<String> customers, LocalDate day, AsKnown known) {
        Map<String, LocalDate> since = new HashMap<>();
        sql.list(
                "select customer_id, min(known_on) from adverse_information where tenant = ? and customer_id = any(?)"
                        + " and known_on <= ? and recorded_at <= ? and recorded_on <= ? group by customer_id",
                row -> since.put(row.getString(1), row.getObject(2, LocalDate.class)),
                tenancy.tenant(),
                customers.toArray(String[]::new),
                day,
                known.at(),
                known.on());
        return since;
    }

    /** The first day by which bad news of a customer had to be reported, or null when there is none. */
    public LocalDate adverseBy(String customerId, LocalDate day, AsKnown known) {
        return sql.first(
                        "select min(report_by) from adverse_information where tenant = ? and customer_id = ?"
                                + " and known_on <= ? and recorded_at <= ? and recorded_on <= ?",
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)),
                        tenancy.tenant(),
                        customerId,
                        day,
                        known.at(),
                        known.on())
                .flatMap(found -> found)
                .orElse(null);
    }

    /**
     * What the insurer was told about a receivable by a day, or about its customer without naming any, oldest first.
     */
    public List<Report> about(String customerId, UUID invoiceId, LocalDate day, AsKnown known) {
        return sql.list(
                "select report_id, kind, policy_id, customer_id, invoice_ids, reported_on, text, reference"
                        + " from insurer_report where tenant = ? and customer_id = ? and reported_on <= ?"
                        + " and recorded_at <= ? and recorded_on <= ? and (invoice_ids = '{}' or ? = any(invoice_ids))"
                        + " order by reported_on, report_id",
                InsurerDealings::report,
                tenancy.tenant(),
                customerId,
                day,
                known.at(),
                known.on(),
                invoiceId);
    }

    /** Everything the insurer was told about a customer by a day, oldest first. */
    public List<Report> about(String customerId, LocalDate day, AsKnown known) {
        return sql.list(
                "select report_id, kind, policy_id, customer_id, invoice_ids, reported_on, text, reference"
                        + " from insurer_report where tenant = ? and customer_id = ? and reported_on <= ?"
                        + " and recorded_at <= ? and recorded_on <= ? order by reported_on, report_id",
                InsurerDealings::report,
                tenancy.tenant(),
                customerId,
                day,
                known.at(),
                known.on());
    }

    List<Report> reports(String customerId, Optional<UUID> after, int limit) {
        return sql.list(
                "select report_id, kind, policy_id, customer_id, invoice_ids, reported_on, text, reference"
                        + " from insurer_report where tenant = ? and (?::varchar is null or customer_id = ?)"
                        + " and report_id > ? order by report_id limit ?",
                InsurerDealings::report,
                tenancy.tenant(),
                customerId,
                customerId,
                after.orElse(new UUID(0, 0)),
                limit);
    }

    List<Given> given(String customerId, Optional<UUID> after, int limit) {
        return sql.list(
                "select consent_id, kind, policy_id, customer_id, invoice_id, given_on, until_on, reference"
                        + " from insurer_consent where tenant = ? and (?::varchar is null or customer_id = ?)"
                        + " and consent_id > ? order by consent_id limit ?",
                InsurerDealings::given,
                tenancy.tenant(),
                customerId,
                customerId,
                after.orElse(new UUID(0, 0)),
                limit);
    }

    void add(Report report) {
        sql.update(
                "insert into insurer_report (tenant, report_id, kind, policy_id, customer_id, invoice_ids, reported_on,"
                        + " text, reference, recorded_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                report.reportId(),
                Codes.text(report.kind()),
                report.policyId(),
                report.customerId(),
                report.invoiceIds().toArray(UUID[]::new),
                report.reportedOn(),
                report.text(),
                report.reference(),
                tenancy.today());
    }

    void add(Given given) {
        Consent consent = given.consent();
        sql.update(
                "insert into insurer_consent (tenant, consent_id, kind, policy_id, customer_id, invoice_id, given_on,"
                        + " until_on, reference, recorded_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                given.consentId(),
                Codes.text(consent.kind()),
                consent.policyId(),
                given.customerId(),
                consent.reference() == null ? null : UUID.fromString(consent.reference()),
                consent.on(),
                consent.until(),
                given.reference(),
                tenancy.today());
    }

    void addAdverse(UUID id, AdverseInformationFound found) {
        sql.update(
                "insert into adverse_information (tenant, information_id, policy_id, customer_id, information,"
                        + " known_on, report_by, recorded_on) values (?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                id,
                found.policyId(),
                found.customerId(),
                found.information(),
                found.knownOn(),
                found.reportBy(),
                tenancy.today());
    }

    /** Those of the invoices that are not the customer's, as far as they are known. */
    List<UUID> notOf(String customerId, List<UUID> invoiceIds) {
        List<UUID> known = sql.list(
                "select invoice_id from receivable where tenant = ? and customer_id = ? and invoice_id = any(?)",
                row -> row.getObject(1, UUID.class),
                tenancy.tenant(),
                customerId,
                invoiceIds.toArray(UUID[]::new));
        return invoiceIds.stream().filter(id -> !known.contains(id)).toList();
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("report_id", UUID.class),
                Codes.choice(ReportKind.class, row.getString("kind"), ""),
                row.getString("policy_id"),
                row.getString("customer_id"),
                List.of((UUID[]) row.getArray("invoice_ids").getArray()),
                row.getObject("reported_on", LocalDate.class),
                row.getString("text"),
                row.getString("reference"));
    }

    private static Given given(ResultSet row) throws SQLException {
        UUID invoice = row.getObject("invoice_id", UUID.class);
        return new Given(
                row.getObject("consent_id", UUID.class),
                row.getString("customer_id"),
                row.getString("reference"),
                new Consent(
                        row.getString("policy_id"),
                        Codes.choice(Consent.Kind.class, row.getString("kind"), ""),
                        invoice == null ? null : invoice.toString(),
                        row.getObject("given_on", LocalDate.class),
                        row.getObject("until_on", LocalDate.class)));
    }
}
