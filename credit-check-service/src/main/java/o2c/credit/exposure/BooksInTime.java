package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import o2c.credit.exposure.domain.Exposure;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Reads exposure from the entries, for any business day and as it was known at any moment. */
@ApplicationScoped
class BooksInTime {

    private static final UUID NOTHING = new UUID(0, 0);

    private final Sql sql;
    private final Tenancy tenancy;

    BooksInTime(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** At the close of a business day, one exposure per currency. */
    List<Exposure> at(String customerId, Moment moment) {
        return without(NOTHING, customerId, moment);
    }

    /** The same without what one cause did to it. */
    List<Exposure> without(UUID cause, String customerId, Moment moment) {
        return sql.list(
                "select currency, " + Books.BY_KIND + " from exposure_entry"
                        + " where tenant = ? and customer_id = ? and business_on <= ? and cause <> ?"
                        + " and recorded_at <= ? and recorded_on <= ?"
                        + " group by currency order by currency",
                Books::exposure,
                tenancy.tenant(),
                customerId,
                moment.asOf(),
                cause,
                moment.knownAt(),
                moment.knownOn());
    }
}
