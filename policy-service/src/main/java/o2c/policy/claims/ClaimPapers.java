package o2c.policy.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import o2c.policy.claims.domain.Claim;
import o2c.policy.claims.domain.Claim.Claimed;
import o2c.policy.claims.domain.ClaimPack.Kind;
import o2c.policy.claims.domain.ClaimPack.Paper;
import o2c.policy.policies.domain.Codes;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The papers of a claim: those that follow from our own books, and the hashes of those kept elsewhere. */
@ApplicationScoped
class ClaimPapers {

    private static final String INVOICE = "select invoice_number, customer_id, seller_id, issued_on, due_on,"
            + " delivered_on, total, currency from receivable where tenant = ? and invoice_id = ?";
    private static final String MOVEMENTS = "select kind, amount, business_day, reference from receivable_entry"
            + " where tenant = ? and invoice_id = ? order by business_day, recorded_at, cause";
    private static final String REPORTS = "select kind, reported_on, text, reference from insurer_report"
            + " where tenant = ? and kind = 'overdue' and ? = any(invoice_ids) order by reported_on, report_id";
    private static final String LIMITS =
            "select l.policy_id, l.kind, e.decision, e.amount, l.currency, e.effective_from,"
                    + " e.effective_to, e.reason from insured_limit l join insured_limit_entry e using (tenant,"
                    + " limit_id)"
                    + " where l.tenant = ? and (l.customer_id = ? or l.buyer_id in (select buyer_id from customer_buyer"
                    + " where tenant = l.tenant and customer_id = ?)) order by l.limit_id, e.number";

    private final Sql sql;
    private final Tenancy tenancy;
    private final ObjectMapper json;

    ClaimPapers(Sql sql, Tenancy tenancy, ObjectMapper json) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** A paper kept elsewhere, by its hash. */
    record Kept(UUID paperId, String customerId, UUID invoiceId, Kind kind, String name, String sha256) {}

    void add(Kept paper) {
        sql.update(
                "insert into invoice_paper (tenant, paper_id, customer_id, invoice_id, kind, name, sha256, recorded_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                paper.paperId(),
                paper.customerId(),
                paper.invoiceId(),
                Codes.text(paper.kind()),
                paper.name(),
                paper.sha256(),
                tenancy.today());
    }

    /** Everything there is for a claim. */
    List<Paper> of(Claim claim) {
        List<Paper> papers = new ArrayList<>();
        String customer = claim.customerId();
        written(papers, new About(Kind.LIMIT_DECISION, null), LIMITS, customer, customer);
        for (Claimed invoice : claim.invoices()) {
            String number = invoice.number();
            written(papers, new About(Kind.INVOICE, number), INVOICE, invoice.invoiceId());
            written(papers, new About(Kind.STATEMENT, number), MOVEMENTS, invoice.invoiceId());
            written(papers, new About(Kind.OVERDUE_REPORT, number), REPORTS, invoice.invoiceId());
        }
        papers.addAll(kept(claim));
        return papers;
    }

    private record About(Kind kind, String number) {

        String name() {
            return Codes.text(kind) + (number == null ? "" : "-" + number) + ".json";
        }
    }

    /** A paper that is written from rows of our own; none when there are no rows. */
    private void written(List<Paper> papers, About about, String query, Object... of) {
        Object[] params = new Object[of.length + 1];
        params[0] = tenancy.tenant();
        System.arraycopy(of, 0, params, 1, of.length);
        List<Map<String, String>> rows = sql.list(query, ClaimPapers::fields, params);
        if (!rows.isEmpty()) {
            papers.add(new Paper(about.kind(), about.number(), about.name(), hash(rows)));
        }
    }

    private List<Paper> kept(Claim claim) {
        return sql.list(
                "select p.kind, r.invoice_number, p.name, p.sha256, p.invoice_id from invoice_paper p"
                        + " left join receivable r on r.tenant = p.tenant and r.invoice_id = p.invoice_id"
                        + " where p.tenant = ? and p.customer_id = ? and (p.invoice_id is null or p.invoice_id ="
                        + " any(?))"
                        + " order by p.paper_id",
                row -> new Paper(
                        Codes.choice(Kind.class, row.getString(1), ""),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4)),
                tenancy.tenant(),
                claim.customerId(),
                claim.invoices().stream().map(Claimed::invoiceId).toArray(UUID[]::new));
    }

    private static Map<String, String> fields(ResultSet row) throws SQLException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            fields.put(row.getMetaData().getColumnName(i), row.getString(i));
        }
        return fields;
    }

    private String hash(List<Map<String, String>> rows) {
        try {
            byte[] bytes = json.writeValueAsString(rows).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
