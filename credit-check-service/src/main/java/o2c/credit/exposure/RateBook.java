package o2c.credit.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import o2c.credit.exposure.domain.Rate;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Exchange rates as invoice-service told them with invoices, payments and by themselves. */
@ApplicationScoped
public class RateBook {

    private final Sql sql;
    private final Tenancy tenancy;

    RateBook(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** The last rate known for a day; the base currency always has one. */
    public Optional<Rate> on(Currency currency, LocalDate day) {
        if (currency.equals(tenancy.baseCurrency())) {
            return Optional.of(Rate.base(currency, day));
        }
        return sql.first(
                "select rate, rated_on from heard_rate where tenant = ? and currency = ? and rated_on <= ?"
                        + " order by rated_on desc limit 1",
                row -> new Rate(currency, row.getBigDecimal(1), row.getObject(2, LocalDate.class)),
                tenancy.tenant(),
                currency.getCurrencyCode(),
                day);
    }

    /** Notes the rate that an amount was booked at. */
    void note(Money booked, BigDecimal rate, LocalDate day) {
        if (rate != null && !booked.currency().equals(tenancy.baseCurrency())) {
            sql.update(
                    "insert into heard_rate (tenant, currency, rated_on, rate, recorded_on) values (?, ?, ?, ?, ?)"
                            + " on conflict (tenant, currency, rated_on) do update set rate = excluded.rate",
                    tenancy.tenant(),
                    booked.currency().getCurrencyCode(),
                    day,
                    rate,
                    tenancy.today());
        }
    }
}
