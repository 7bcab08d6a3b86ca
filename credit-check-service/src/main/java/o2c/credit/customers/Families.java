package o2c.credit.customers;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import o2c.credit.customers.domain.CustomerKind;
import o2c.credit.customers.domain.Nature;
import o2c.credit.customers.domain.Profile;
import o2c.credit.customers.domain.Twins;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Who customers are and who belongs to whom, in one look. */
@ApplicationScoped
public class Families {

    private final Sql sql;
    private final Tenancy tenancy;

    Families(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** The customer's profile; empty when nobody ever spoke of him. */
    public Optional<Profile> profileOf(String customerId) {
        return sql.first(
                "with recursive up as (select c.customer_id, c.parent_customer_id, 0 as depth from customer c"
                        + " where c.tenant = ? and c.customer_id = ? union all"
                        + " select c.customer_id, c.parent_customer_id, up.depth + 1 from customer c"
                        + " join up on c.customer_id = up.parent_customer_id where c.tenant = ?)"
                        + " select c.customer_id, c.country, c.kind, c.segment,"
                        + " array(select customer_id from up where depth > 0 order by depth),"
                        + " exists (select from customer child where child.tenant = ?"
                        + " and child.parent_customer_id = c.customer_id), c.since_on, c.natural_person"
                        + " from customer c where c.tenant = ? and c.customer_id = ?",
                Families::profile,
                tenancy.tenant(),
                customerId,
                tenancy.tenant(),
                tenancy.tenant(),
                tenancy.tenant(),
                customerId);
    }

    /** Customers that share an identifier, by that identifier. */
    public List<Twins> twins(String after, int limit) {
        return sql.list(
                "select key, array_agg(customer_id order by customer_id) from (select 'lei:' || lei as key, customer_id"
                        + " from customer where tenant = ? and lei is not null"
                        + " union all select 'vat-id:' || vat_id, customer_id from customer"
                        + " where tenant = ? and vat_id is not null"
                        + " union all select 'registration-number:' || country || ':' || registration_number,"
                        + " customer_id from customer where tenant = ? and registration_number is not null) known"
                        + " where key > ? group by key having count(*) > 1 order by key limit ?",
                row -> new Twins(row.getString(1), Arrays.asList((String[])
                        row.getArray(2).getArray())),
                tenancy.tenant(),
                tenancy.tenant(),
                tenancy.tenant(),
                after,
                limit);
    }

    /** All customers of the tenant, by id. */
    public List<String> everybody() {
        return sql.list(
                "select customer_id from customer where tenant = ? order by customer_id",
                row -> row.getString(1),
                tenancy.tenant());
    }

    /** The customer and everybody below it. */
    public List<String> below(String customerId) {
        return sql.list(
                "with recursive down as (select c.customer_id from customer c"
                        + " where c.tenant = ? and c.customer_id = ? union"
                        + " select c.customer_id from customer c join down on c.parent_customer_id = down.customer_id"
                        + " where c.tenant = ?) select customer_id from down",
                row -> row.getString(1),
                tenancy.tenant(),
                customerId,
                tenancy.tenant());
    }

    private static Profile profile(ResultSet row) throws SQLException {
        String kind = row.getString(3);
        return new Profile(
                row.getString(1),
                row.getString(2),
                kind,
                row.getString(4),
                isHuman(kind, row.getObject(8, Boolean.class)),
                row.getObject(7, LocalDate.class),
                Arrays.asList((String[]) row.getArray(5).getArray()),
                row.getBoolean(6));
    }

    private static boolean isHuman(String kind, Boolean naturalPerson) {
        return new Nature(naturalPerson, null, null, null, null).isHuman(kind == null ? null : CustomerKind.of(kind));
    }
}
