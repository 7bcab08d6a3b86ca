package o2c.invoice.currency;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import o2c.contracts.InvoiceEvent;
import o2c.invoice.books.Columns;
import o2c.invoice.books.Read;
import o2c.invoice.currency.domain.ExchangeRate;
import o2c.kernel.RuleBroken;
import o2c.runtime.outbox.Outbox;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Keeps the exchange rates of each day, and answers which one counts. */
@ApplicationScoped
public class ExchangeRates {

    /** For each currency the rate of the last day that has one; of a day the last version counts. */
    private static final String KNOWN_ON = """
        select distinct on (currency) currency, day, rate from exchange_rate e
        where tenant = ? and day <= ? and version = (
          select max(version) from exchange_rate v where v.tenant = e.tenant and v.day = e.day)
        order by currency, day desc\
        """;

    private final Sql sql;
    private final Tenancy tenancy;
    private final Outbox outbox;

    ExchangeRates(Sql sql, Tenancy tenancy, Outbox outbox) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.outbox = outbox;
    }

    /** Looks rates up, each once: for one request or batch, within its transaction. */
    public final class Lookup {

        private final Map<LocalDate, Map<Currency, ExchangeRate>> known = new HashMap<>();

        /**
         * The rate that counts on that day: the last one set for it or a day before.
         *
         * @throws RuleBroken {@code exchange-rate-missing}
         */
        public ExchangeRate on(LocalDate day, Currency currency) {
            Currency base = tenancy.baseCurrency();
            if (currency.equals(base)) {
                return ExchangeRate.ofBase(base, day);
            }
            ExchangeRate rate =
                    known.computeIfAbsent(day, ExchangeRates.this::knownOn).get(currency);
            if (rate == null) {
                throw RuleBroken.refused(
                        "exchange-rate-missing", "no rate of " + currency + " in " + base + " is known on " + day);
            }
            return rate;
        }
    }

    /** Rates as they are known in the running transaction. */
    public Lookup lookup() {
        return new Lookup();
    }

    /** The rates that count on that day, by currency. */
    Map<Currency, ExchangeRate> knownOn(LocalDate day) {
        Map<Currency, ExchangeRate> rates = new HashMap<>();
        sql.list(KNOWN_ON, ExchangeRates::read, tenancy.tenant(), day)
                .forEach(rate -> rates.put(rate.currency(), rate));
        return rates;
    }

    /** A day's rates as they were set last: version 0 when they never were. */
    record DaySet(int version, String source, List<ExchangeRate> rates) {}

    DaySet setFor(LocalDate day) {
        List<DaySet> lines = sql.list(
                "select currency, day, rate, source, version from exchange_rate where tenant = ? and day = ?"
                        + " and version = (select max(version) from exchange_rate where tenant = ? and day = ?)"
                        + " order by currency",
                row -> new DaySet(row.getInt("version"), row.getString("source"), List.of(read(row))),
                tenancy.tenant(),
                day,
                tenancy.tenant(),
                day);
        return lines.isEmpty()
                ? new DaySet(0, null, List.of())
                : new DaySet(
                        lines.get(0).version(),
                        lines.get(0).source(),
                        lines.stream().map(line -> line.rates().get(0)).toList());
    }

    /** Sets all rates of a day; the same again changes nothing. Answers the version that stands. */
    DaySet set(LocalDate day, String source, List<ExchangeRate> told) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> null,
                tenancy.tenant() + "|exchange-rates|" + day);
        DaySet stands = setFor(day);
        Columns<ExchangeRate> rates = new Columns<>(told);
        if (same(stands.rates(), told) && source.equals(stands.source())) {
            return stands;
        }
        sql.update(
                "insert into exchange_rate (tenant, day, version, currency, rate, source)"
                        + " select ?, ?, ?, currency, rate, ? from unnest(?, ?) as t(currency, rate)",
                tenancy.tenant(),
                day,
                stands.version() + 1,
                source,
                rates.texts(rate -> rate.currency().getCurrencyCode()),
                rates.numbers(ExchangeRate::rate));
        outbox.announce(new InvoiceEvent.ExchangeRateSet(
                day,
                tenancy.baseCurrency().getCurrencyCode(),
                told.stream()
                        .map(rate -> new InvoiceEvent.Rate(rate.currency().getCurrencyCode(), rate.rate()))
                        .toList(),
                source));
        return new DaySet(stands.version() + 1, source, told);
    }

    private static boolean same(List<ExchangeRate> some, List<ExchangeRate> others) {
        return byCurrency(some).equals(byCurrency(others));
    }

    private static Map<Currency, BigDecimal> byCurrency(List<ExchangeRate> rates) {
        Map<Currency, BigDecimal> byCurrency = new HashMap<>();
        rates.forEach(rate -> byCurrency.put(rate.currency(), rate.rate().stripTrailingZeros()));
        return byCurrency;
    }

    private static ExchangeRate read(ResultSet row) throws SQLException {
        BigDecimal rate =
                new BigDecimal(row.getBigDecimal("rate").stripTrailingZeros().toPlainString());
        return new ExchangeRate(Currency.getInstance(row.getString("currency")), Read.day(row, "day"), rate);
    }
}
