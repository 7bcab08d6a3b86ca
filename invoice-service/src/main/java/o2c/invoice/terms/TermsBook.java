package o2c.invoice.terms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import o2c.invoice.books.Read;
import o2c.invoice.terms.domain.TermsVersion;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Keeps the versions of payment terms, and answers which one an invoice is under. */
@ApplicationScoped
public class TermsBook {

    private static final String COLUMNS = "t.terms_id, t.version, t.effective_from, t.content";
    private static final String OF_ID =
            "select " + COLUMNS + " from payment_terms t where t.tenant = ?" + " and t.terms_id = ? order by t.version";
    private static final String ACCEPTED = "select " + COLUMNS + " from terms_acceptance a"
            + " join payment_terms t using (tenant, terms_id, version) where a.tenant = ? and a.customer_id = ?"
            + " and a.seller_id = ? and a.accepted_on <= ? and (?::varchar is null or a.terms_id = ?)"
            + " order by a.accepted_on desc, a.id desc limit 1";

    private final Sql sql;
    private final Tenancy tenancy;
    private final ObjectMapper json;

    TermsBook(Sql sql, Tenancy tenancy, ObjectMapper json) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.json = json;
    }

    /** A version, what was put to make it, and whether that was the last PUT. */
    record Kept(TermsVersion version, TermsRequest content, boolean isNew) {}

    /** Who owes whom. */
    public record Parties(String customerId, String sellerId) {}

    /**
     * The version of these terms for an invoice: the one the customer accepted last, else the one in force.
     *
     * @throws RuleBroken {@code payment-terms-unknown}, {@code payment-terms-not-yet-effective}
     */
    public TermsVersion meant(String termsId, Parties parties, LocalDate issuedOn) {
        return accepted(parties, issuedOn, termsId).orElseGet(() -> inForce(termsId, issuedOn));
    }

    /** The version that the customer accepted last, of any terms, on or before that day. */
    public Optional<TermsVersion> accepted(Parties parties, LocalDate issuedOn) {
        return accepted(parties, issuedOn, null);
    }

    /**
     * The version in force on that day.
     *
     * @throws RuleBroken {@code payment-terms-unknown}, {@code payment-terms-not-yet-effective}
     */
    public TermsVersion inForce(String termsId, LocalDate day) {
        List<TermsVersion> versions =
                versions(termsId).stream().map(Kept::version).toList();
        if (versions.isEmpty()) {
            throw RuleBroken.refused("payment-terms-unknown", "there are no payment terms " + termsId);
        }
        return TermsVersion.inForceOn(day, versions)
                .orElseThrow(() -> RuleBroken.refused(
                        "payment-terms-not-yet-effective", "no version of " + termsId + " is in force on " + day));
    }

    /** All versions, the first first. */
    List<Kept> versions(String termsId) {
        return sql.list(OF_ID, this::read, tenancy.tenant(), termsId);
    }

    /** The latest version of each terms after that id. */
    List<Kept> latestAfter(String termsId, int most) {
        return sql.list(
                "select distinct on (t.terms_id) " + COLUMNS + " from payment_terms t where t.tenant = ?"
                        + " and t.terms_id > ? order by t.terms_id, t.version desc limit ?",
                this::read,
                tenancy.tenant(),
                termsId,
                most);
    }

    /** Adds the next version; two writers of the same terms take turns. */
    Kept add(String termsId, LocalDate effectiveFrom, TermsRequest content) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> null,
                tenancy.tenant() + "|payment-terms|" + termsId);
        List<Kept> versions = versions(termsId);
        TermsVersion next = new TermsVersion(termsId, versions.size() + 1, effectiveFrom, content.terms());
        if (!versions.isEmpty() && isRepeated(versions.get(versions.size() - 1), next, content)) {
            return versions.get(versions.size() - 1);
        }
        sql.update(
                "insert into payment_terms (tenant, terms_id, version, effective_from, content)"
                        + " values (?, ?, ?, ?, ?::jsonb)",
                tenancy.tenant(),
                termsId,
                next.version(),
                effectiveFrom,
                text(content));
        return new Kept(next, content, true);
    }

    /** Whether it says again what the last version says; a day that was not told is no difference. */
    private static boolean isRepeated(Kept last, TermsVersion next, TermsRequest content) {
        return last.version().terms().equals(next.terms())
                && (content.effectiveFrom() == null
                        || last.version().effectiveFrom().equals(next.effectiveFrom()));
    }

    private Optional<TermsVersion> accepted(Parties parties, LocalDate issuedOn, String termsId) {
        return sql.first(
                        ACCEPTED,
                        this::read,
                        tenancy.tenant(),
                        parties.customerId(),
                        parties.sellerId(),
                        issuedOn,
                        termsId,
                        termsId)
                .map(Kept::version);
    }

    private Kept read(ResultSet row) throws SQLException {
        try {
            TermsRequest content = json.readValue(row.getString("content"), TermsRequest.class);
            return new Kept(
                    new TermsVersion(
                            row.getString("terms_id"),
                            row.getInt("version"),
                            Read.day(row, "effective_from"),
                            content.terms()),
                    content,
                    false);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(TermsRequest content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
