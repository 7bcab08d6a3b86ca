package o2c.credit.exposure;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import o2c.credit.exposure.domain.Exposure;
import o2c.credit.exposure.domain.Movement;
import o2c.kernel.Money;
import o2c.runtime.day.DayOpening;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The books of exposure: entries that are only ever added, and the kept row that equals their sum up to today. */
@ApplicationScoped
@Priority(10)
class Books implements DayOpening {

    static final String LINES =
            "open_invoices, delivered_not_invoiced, reserved_orders, open_credits, unallocated_cash";

    static final String BY_KIND = "coalesce(sum(amount) filter (where kind = 'open-invoices'), 0),"
            + " coalesce(sum(amount) filter (where kind = 'delivered-not-invoiced'), 0),"
            + " coalesce(sum(amount) filter (where kind = 'reserved-orders'), 0),"
            + " coalesce(sum(amount) filter (where kind = 'open-credits'), 0),"
            + " coalesce(sum(amount) filter (where kind = 'unallocated-cash'), 0)";

    private static final String KEEP = "insert into exposure as e (tenant, customer_id, currency, " + LINES + ")"
            + " select tenant, customer_id, currency, " + BY_KIND + " from due"
            + " group by tenant, customer_id, currency order by customer_id, currency"
            + " on conflict (tenant, customer_id, currency) do update set"
            + " open_invoices = e.open_invoices + excluded.open_invoices,"
            + " delivered_not_invoiced = e.delivered_not_invoiced + excluded.delivered_not_invoiced,"
            + " reserved_orders = e.reserved_orders + excluded.reserved_orders,"
            + " open_credits = e.open_credits + excluded.open_credits,"
            + " unallocated_cash = e.unallocated_cash + excluded.unallocated_cash";

    private final Sql sql;
    private final Tenancy tenancy;

    Books(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Writes entries and moves the kept rows; what belongs to a later day waits until that day opens. */
    void post(List<Posting> postings) {
        if (postings.isEmpty()) {
            return;
        }
        sql.update(
                "with posted as (insert into exposure_entry"
                        + " (tenant, customer_id, seller_id, currency, kind, amount, business_on, recorded_on, cause)"
                        + " select ?, customer_id, seller_id, currency, kind, amount, business_on, ?, cause"
                        + " from unnest(?, ?, ?, ?, ?, ?, ?)"
                        + " as t(customer_id, seller_id, currency, kind, amount, business_on, cause) returning *),"
                        + " later as (insert into exposure_pending"
                        + " select id, tenant, customer_id, currency, kind, amount, business_on from posted"
                        + " where business_on > recorded_on),"
                        + " due as (select * from posted where business_on <= recorded_on) "
                        + KEEP,
                tenancy.tenant(),
                tenancy.today(),
                texts(postings, Posting::customerId),
                texts(postings, Posting::sellerId),
                texts(
                        postings,
                        posting -> posting.movement().amount().currency().getCurrencyCode()),
                texts(postings, posting -> posting.movement().kind().code()),
                postings.stream()
                        .map(posting -> posting.movement().amount().amount())
                        .toArray(BigDecimal[]::new),
                postings.stream()
                        .map(posting -> posting.movement().businessOn())
                        .toArray(LocalDate[]::new),
                postings.stream().map(Posting::cause).toArray(UUID[]::new));
    }

    /** A day begins: what was written ahead for it joins the kept rows. */
    @Override
    public void open(LocalDate day) {
        sql.update(
                "with due as (delete from exposure_pending where tenant = ? and business_on <= ? returning *) " + KEEP,
                tenancy.tenant(),
                day);
    }

    /** Movements of one customer with one cause. */
    void post(String customerId, String sellerId, UUID cause, List<Movement> movements) {
        post(movements.stream()
                .map(movement -> new Posting(customerId, sellerId, cause, movement))
                .toList());
    }

    /** The kept rows of a customer, one per currency. */
    List<Exposure> of(String customerId) {
        return sql.list(
                "select currency, " + LINES + " from exposure where tenant = ? and customer_id = ? order by currency",
                Books::exposure,
                tenancy.tenant(),
                customerId);
    }

    /** What several customers owe together, one total per currency. */
    List<Money> totalsOf(List<String> customerIds) {
        return sql.list(
                "select currency, sum(open_invoices + delivered_not_invoiced + reserved_orders - open_credits"
                        + " - unallocated_cash) from exposure where tenant = ? and customer_id = any(?)"
                        + " group by currency order by currency",
                row -> money(row, 2, Currency.getInstance(row.getString(1))),
                tenancy.tenant(),
                customerIds.toArray(String[]::new));
    }

    /** The kept row, locked until the transaction ends. */
    Exposure locked(String customerId, Currency currency) {
        sql.update(
                "insert into exposure (tenant, customer_id, currency) values (?, ?, ?) on conflict do nothing",
                tenancy.tenant(),
                customerId,
                currency.getCurrencyCode());
        return sql.first(
                        "select currency, " + LINES + " from exposure"
                                + " where tenant = ? and customer_id = ? and currency = ? for update",
                        Books::exposure,
                        tenancy.tenant(),
                        customerId,
                        currency.getCurrencyCode())
                .orElseThrow();
    }

    /**
     * Takes room within a ceiling by one conditional update: of two that come at once only those succeed that fit.
     *
     * @param reserved how much more is reserved, maybe negative
     * @param delivered how much more is delivered
     * @return the exposure with it, or empty when it does not fit
     */
    Optional<Exposure> take(String customerId, UUID cause, Money reserved, Money delivered, Money ceiling) {
        return sql.first(
                "with taken as (update exposure set reserved_orders = reserved_orders + ?,"
                        + " delivered_not_invoiced = delivered_not_invoiced + ?"
                        + " where tenant = ? and customer_id = ? and currency = ?"
                        + " and open_invoices + delivered_not_invoiced + reserved_orders - open_credits"
                        + " - unallocated_cash + ? <= ? returning *),"
                        + " posted as (insert into exposure_entry"
                        + " (tenant, customer_id, currency, kind, amount, business_on, recorded_on, cause)"
                        + " select tenant, customer_id, currency, m.kind, m.amount, m.today, m.today, ?"
                        + " from taken, (values ('reserved-orders', cast(? as numeric), cast(? as date)),"
                        + " ('delivered-not-invoiced', ?, ?)) as m(kind, amount, today) where m.amount <> 0)"
                        + " select currency, " + LINES + " from taken",
                Books::exposure,
                reserved.amount(),
                delivered.amount(),
                tenancy.tenant(),
                customerId,
                ceiling.currency().getCurrencyCode(),
                reserved.plus(delivered).amount(),
                ceiling.amount(),
                cause,
                reserved.amount(),
                tenancy.today(),
                delivered.amount(),
                tenancy.today());
    }

    /** Reads an exposure from a row of currency and lines. */
    static Exposure exposure(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(1));
        return new Exposure(
                money(row, 2, currency),
                money(row, 3, currency),
                money(row, 4, currency),
                money(row, 5, currency),
                money(row, 6, currency));
    }

    static Money money(ResultSet row, int column, Currency currency) throws SQLException {
        return Money.padded(row.getBigDecimal(column).stripTrailingZeros(), currency);
    }

    private static String[] texts(List<Posting> postings, Function<Posting, String> text) {
        return postings.stream().map(text).toArray(String[]::new);
    }
}
