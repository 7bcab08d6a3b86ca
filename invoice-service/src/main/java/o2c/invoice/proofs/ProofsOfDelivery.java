package o2c.invoice.proofs;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import o2c.contracts.InvoiceEvent;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Read;
import o2c.invoice.receivables.domain.Invoice;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Keeps who signed for which delivery, and tells for which invoices nobody has. */
@ApplicationScoped
public class ProofsOfDelivery {

    /** What an invoice names and nobody has signed for; a proof for the whole invoice is enough. */
    private static final String UNPROVEN = """
        select r.id, r.customer_id, r.seller_id, r.invoice_number, r.issued_on, r.delivered_on,
          array(select d from unnest(r.delivery_ids) as d where not exists (
            select from proof_of_delivery p where p.tenant = r.tenant and p.customer_id = r.customer_id
              and p.seller_id = r.seller_id and p.delivery_id = d)) as unproven
        from receivable r
        where r.delivery_ids <> '{}' and r.instalment = 1 and not exists (
          select from proof_of_delivery p where p.receivable_id = r.id and p.delivery_id is null)\
        """;

    private static final String MISSING =
            "select * from (" + UNPROVEN + " and %s) as invoice where unproven <> '{}'" + " order by id limit ?";

    private final Sql sql;
    private final Tenancy tenancy;
    private final Outbox outbox;

    ProofsOfDelivery(Sql sql, Tenancy tenancy, Outbox outbox) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.outbox = outbox;
    }

    /** Who owes whom. */
    public record Parties(String customerId, String sellerId) {}

    /**
     * A proof.
     *
     * @param deliveryId the delivery signed for, or null for everything the invoice bills
     * @param hash SHA-256 of the document, in hexadecimal
     * @param document where the document is, or null
     */
    record Proof(UUID id, String deliveryId, String signer, Instant signedAt, String hash, String document) {}

    /** An invoice that names deliveries for which nobody has signed. */
    record Unproven(
            UUID invoiceId,
            Parties parties,
            String invoiceNumber,
            LocalDate issuedOn,
            LocalDate deliveredOn,
            List<String> deliveryIds) {

        /** The day of delivery, or of issue when it was not told. */
        LocalDate since() {
            return deliveredOn == null ? issuedOn : deliveredOn;
        }
    }

    /** Keeps a proof of that customer's delivery; {@code invoice} is null when it comes before the invoice. */
    void record(Proof proof, Parties parties, Invoice invoice) {
        LocalDate signedOn = proof.signedAt().atZone(tenancy.zone()).toLocalDate();
        sql.update(
                "insert into proof_of_delivery (id, tenant, customer_id, seller_id, receivable_id, delivery_id, signer,"
                        + " signed_at, signed_on, hash, document) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                proof.id(),
                tenancy.tenant(),
                parties.customerId(),
                parties.sellerId(),
                invoice == null ? null : invoice.id(),
                proof.deliveryId(),
                proof.signer(),
                proof.signedAt(),
                signedOn,
                proof.hash(),
                proof.document());
        outbox.announce(new InvoiceEvent.ProofOfDeliveryRecorded(
                proof.id(),
                invoice == null ? null : invoice.id(),
                parties.customerId(),
                parties.sellerId(),
                invoice == null ? null : invoice.content().invoiceNumber(),
                proof.deliveryId(),
                signedOn,
                proof.hash()));
    }

    /** The proofs for an invoice: those recorded for it, and those of deliveries that it names. */
    List<Proof> of(Invoice invoice) {
        return sql.list(
                "select * from proof_of_delivery where tenant = ? and customer_id = ? and seller_id = ?"
                        + " and (receivable_id = ? or delivery_id = any(?)) order by id",
                ProofsOfDelivery::proof,
                tenancy.tenant(),
                invoice.content().customerId(),
                invoice.content().sellerId(),
                invoice.id(),
                invoice.content().references().deliveryIds().toArray(String[]::new));
    }

    /** Whether somebody signed for each of these deliveries. */
    public boolean isProven(Parties parties, Collection<String> deliveryIds) {
        Set<String> proven = Set.copyOf(sql.list(
                "select distinct delivery_id from proof_of_delivery where tenant = ? and customer_id = ?"
                        + " and seller_id = ? and delivery_id = any(?)",
                row -> row.getString(1),
                tenancy.tenant(),
                parties.customerId(),
                parties.sellerId(),
                deliveryIds.toArray(String[]::new)));
        return !deliveryIds.isEmpty() && proven.containsAll(deliveryIds);
    }

    /** Invoices without proof, by id. */
    List<Unproven> missing(String customerId, String sellerId, UUID after, int most) {
        Conditions where = new Conditions("r.tenant = ?", tenancy.tenant())
                .when(customerId, "r.customer_id = ?")
                .when(sellerId, "r.seller_id = ?")
                .when(after, "r.id > ?");
        return sql.list(MISSING.formatted(where.clause()), ProofsOfDelivery::unproven, where.paramsAnd(most));
    }

    /** Those delivered on or before that day of which it was not yet said; from now on it is. */
    List<Unproven> newlyMissing(LocalDate deliveredUntil, LocalDate today, int most) {
        List<Unproven> found = sql.list(
                MISSING.formatted("r.tenant = ? and r.proof_missing_on is null"
                        + " and coalesce(r.delivered_on, r.issued_on) <= ?"),
                ProofsOfDelivery::unproven,
                tenancy.tenant(),
                deliveredUntil,
                most);
        sql.update(
                "update receivable set proof_missing_on = ? where tenant = ? and id = any(?)",
                today,
                tenancy.tenant(),
                found.stream().map(Unproven::invoiceId).toArray(UUID[]::new));
        return found;
    }

    private static Proof proof(ResultSet row) throws SQLException {
        return new Proof(
                Read.id(row, "id"),
                row.getString("delivery_id"),
                row.getString("signer"),
                Read.instant(row, "signed_at"),
                row.getString("hash"),
                row.getString("document"));
    }

    private static Unproven unproven(ResultSet row) throws SQLException {
        Array deliveries = row.getArray("unproven");
        return new Unproven(
                Read.id(row, "id"),
                new Parties(row.getString("customer_id"), row.getString("seller_id")),
                row.getString("invoice_number"),
                Read.day(row, "issued_on"),
                Read.day(row, "delivered_on"),
                List.of((String[]) deliveries.getArray()));
    }
}
