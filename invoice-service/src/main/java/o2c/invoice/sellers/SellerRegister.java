package o2c.invoice.sellers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import o2c.invoice.sellers.domain.Seller;
import o2c.kernel.Decision;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.Preconditions;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Keeps the sellers of a tenant, and answers which one is meant. */
@ApplicationScoped
public class SellerRegister {

    private final Sellers sellers;
    private final Sql sql;
    private final Tenancy tenancy;
    private final Outbox outbox;
    private final Preconditions preconditions;

    SellerRegister(Sellers sellers, Sql sql, Tenancy tenancy, Outbox outbox, Preconditions preconditions) {
        this.sellers = sellers;
        this.sql = sql;
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.preconditions = preconditions;
    }

    /** A seller as it stands, its version, and whether the last PUT made it. */
    record Kept(Seller seller, long version, boolean created) {}

    /** Takes what was put; {@code given} makes the wanted seller of the one that stands (null when it is new). */
    Kept put(String sellerId, UnaryOperator<Seller> given) {
        oneAtATime(sellerId);
        Optional<SellerRow> stored = sellers.byId(sellerId);
        stored.ifPresent(row -> preconditions.ifMatch(row.version));
        Seller known = stored.map(SellerRow::seller).orElse(null);
        Decision<Seller> decision = given.apply(known).replacing(known);
        SellerRow row = stored.orElseGet(() -> SellerRow.fresh(sellerId));
        if (!decision.changedNothing()) {
            row.take(decision.next());
            sellers.persistAndFlush(row);
            outbox.announce(decision.events());
        }
        return new Kept(row.seller(), row.version, stored.isEmpty());
    }

    /** @throws RuleBroken {@code seller-unknown} (404) */
    Kept get(String sellerId) {
        return sellers.byId(sellerId)
                .map(row -> new Kept(row.seller(), row.version, false))
                .orElseThrow(() -> RuleBroken.notFound("seller-unknown", "there is no seller with this id"));
    }

    List<Seller> after(String sellerId, int most) {
        return sellers.after(sellerId, most).stream().map(SellerRow::seller).toList();
    }

    /** For those of these ids that are sellers of the tenant, the norm for invoicing in days. */
    public Map<String, Integer> invoicingDays(Collection<String> sellerIds) {
        Map<String, Integer> norms = new HashMap<>();
        sql.list(
                "select seller_id, invoicing_days from seller where tenant = ? and seller_id = any(?)",
                row -> norms.put(row.getString(1), row.getInt(2)),
                tenancy.tenant(),
                sellerIds.stream().distinct().toArray(String[]::new));
        return norms;
    }

    /** Which of these ids are sellers of the tenant. */
    public Set<String> known(Collection<String> sellerIds) {
        return Set.copyOf(sql.list(
                "select seller_id from seller where tenant = ? and seller_id = any(?)",
                row -> row.getString(1),
                tenancy.tenant(),
                sellerIds.stream().distinct().toArray(String[]::new)));
    }

    /**
     * The seller that is meant: the named one, or the tenant's only one.
     *
     * @param sellerId as told, or null
     * @throws RuleBroken {@code seller-unknown}, {@code seller-ambiguous}
     */
    public String meant(String sellerId) {
        if (sellerId == null) {
            List<String> two = sql.list(
                    "select seller_id from seller where tenant = ? limit 2", row -> row.getString(1), tenancy.tenant());
            if (two.size() == 1) {
                return two.get(0);
            }
            throw two.isEmpty() ? unknown("the tenant has no seller yet") : ambiguous();
        }
        if (!known(List.of(sellerId)).contains(sellerId)) {
            throw unknown("there is no seller " + sellerId);
        }
        return sellerId;
    }

    /** What to say about a seller that is not registered. */
    public static RuleBroken unknown(String detail) {
        return RuleBroken.refused("seller-unknown", detail).at("/sellerId");
    }

    private static RuleBroken ambiguous() {
        return RuleBroken.refused("seller-ambiguous", "the tenant has several sellers; name one")
                .at("/sellerId");
    }

    /** Two first PUTs of one id would both find nothing; the second waits here. */
    private void oneAtATime(String sellerId) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> null,
                tenancy.tenant() + "|seller|" + sellerId);
    }
}
