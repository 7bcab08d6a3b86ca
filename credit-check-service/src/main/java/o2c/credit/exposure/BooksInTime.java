package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import o2c.credit.exposure.domain.Exposure;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Reads exposure from the entries, for any business day and as it was known at any moment. */
@ApplicationScoped
class BooksInTime {

    private static final String SUMS = "select currency,"
            + " coalesce(sum(amount) filter (where kind = 'open-invoices'), 0),"
            + " coalesce(sum(amount) filter (where kind = 'delivered-not-invoiced'), 0),"
            + " coalesce(sum(amount) filter (where kind = 'reserved-orders'), 0),"
            + " coalesce(sum(amount) filter (where kind = 'open-credits'), 0),"
            + " coalesce(sum(amount) filter (where kind = 'unallocated-cash'), 0)"
            + " from exposure_entry where tenant = ? and customer_id = ? and business_on <= ?";
    private static final String PER_CURRENCY = " group by currency order by currency";

    private final Sql sql;
    private final Tenancy tenancy;

    BooksInTime(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Whether an instant lies so far back that nothing recorded before it can still appear. */
    boolean isSettled(Instant instant) {
        return sql.first("select ? <= now() - interval '10 seconds'", row -> row.getBoolean(1), instant)
                .orElse(false);
    }

    /** At the close of a business day, as known now. */
    List<Exposure> asOf(String customerId, LocalDate day) {
        return sql.list(SUMS + PER_CURRENCY, Books::exposure, tenancy.tenant(), customerId, day);
    }

    /** At the close of a business day, as it was known at an instant. */
    List<Exposure> asOf(String customerId, LocalDate day, Instant knownAt) {
        return sql.list(
                SUMS + " and recorded_at <= ?" + PER_CURRENCY,
                Books::exposure,
                tenancy.tenant(),
                customerId,
                day,
                knownAt);
    }

    /** At the close of a business day, as it was known at the close of another. */
    List<Exposure> asOf(String customerId, LocalDate day, LocalDate knownOn) {
        return sql.list(
                SUMS + " and recorded_on <= ?" + PER_CURRENCY,
                Books::exposure,
                tenancy.tenant(),
                customerId,
                day,
                knownOn);
    }
}
