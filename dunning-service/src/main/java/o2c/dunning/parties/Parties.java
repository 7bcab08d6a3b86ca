package o2c.dunning.parties;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** What dunning knows of customers and sellers from what their owners announced. */
@ApplicationScoped
public class Parties {

    private final Sql sql;
    private final Tenancy tenancy;

    Parties(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * Whom to write to; each part null while it is not known.
     *
     * @param language BCP 47, as the customer prefers it
     */
    public record Addressee(String customerId, String name, String language, String country) {}

    public Map<String, Addressee> addressees(Collection<String> customerIds) {
        return sql
                .list(
                        "select customer_id, name, language, country from customer"
                                + " where tenant = ? and customer_id = any(?)",
                        row -> new Addressee(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                        tenancy.tenant(),
                        customerIds.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Addressee::customerId, Function.identity()));
    }

    /** Names of sellers by id; a seller whose name is not known goes by his id. */
    public Map<String, String> sellerNames() {
        return sql
                .list(
                        "select seller_id, coalesce(name, seller_id) from seller where tenant = ?",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        tenancy.tenant())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What the law asks about a customer; each part null while it is not known. */
    public record Debtor(String customerId, String kind, String country) {}

    public Map<String, Debtor> debtors(Collection<String> customerIds) {
        return sql
                .list(
                        "select customer_id, kind, country from customer where tenant = ? and customer_id = any(?)",
                        row -> new Debtor(row.getString(1), row.getString(2), row.getString(3)),
                        tenancy.tenant(),
                        customerIds.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Debtor::customerId, Function.identity()));
    }

    /** Countries of sellers by id, where they are known. */
    public Map<String, String> sellerCountries() {
        return sql
                .list(
                        "select seller_id, country from seller where tenant = ? and country is not null",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        tenancy.tenant())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The known sellers' ids, two at most: enough to tell whether a seller must be named. */
    private List<String> someSellers() {
        return sql.list(
                "select seller_id from seller where tenant = ? order by seller_id limit 2",
                row -> row.getString(1),
                tenancy.tenant());
    }

    /**
     * The seller that was named, or the only one there is. Refuses {@code seller-ambiguous} when there are several, and
     * {@code invoice-unknown} when none has sold anything yet.
     */
    public String sellerOr(String sellerId) {
        if (sellerId != null) {
            return sellerId;
        }
        List<String> known = someSellers();
        if (known.size() > 1) {
            throw RuleBroken.refused("seller-ambiguous", "there are several sellers; name the one that is owed")
                    .at("/sellerId");
        }
        return known.stream()
                .findFirst()
                .orElseThrow(() -> RuleBroken.notYetKnown("invoice-unknown", "dunning has not heard of this invoice"));
    }

    /** Notes that a seller exists, whose own registration may still be on its way. */
    public void sellerSeen(String sellerId) {
        sql.update(
                "insert into seller (tenant, seller_id) values (?, ?) on conflict do nothing",
                tenancy.tenant(),
                sellerId);
    }

    void sellerTold(String sellerId, String name, String country) {
        sql.update(
                "insert into seller (tenant, seller_id, name, country) values (?, ?, ?, ?)"
                        + " on conflict (tenant, seller_id) do update set name = excluded.name,"
                        + " country = excluded.country",
                tenancy.tenant(),
                sellerId,
                name,
                country);
    }

    /** Takes over the whole state that was announced, unless a later one is known already. */
    void customerTold(CustomerFacts customer, long sequence) {
        sql.update(
                "insert into customer (tenant, customer_id, sequence, country, kind, segment, language, name)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant, customer_id) do update set"
                        + " sequence = excluded.sequence, country = excluded.country, kind = excluded.kind,"
                        + " segment = excluded.segment, language = excluded.language, name = excluded.name"
                        + " where customer.sequence < excluded.sequence",
                tenancy.tenant(),
                customer.customerId(),
                sequence,
                customer.country(),
                customer.kind(),
                customer.segment(),
                customer.language(),
                customer.name());
    }

    record CustomerFacts(
            String customerId, String country, String kind, String segment, String language, String name) {}
}
