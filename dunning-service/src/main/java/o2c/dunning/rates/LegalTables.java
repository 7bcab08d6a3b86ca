package o2c.dunning.rates;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import o2c.dunning.rates.domain.DebtorKind;
import o2c.dunning.rates.domain.Holidays;
import o2c.dunning.rates.domain.Jurisdiction;
import o2c.dunning.rates.domain.LegalRate;
import o2c.dunning.rates.domain.LegalRates;
import o2c.dunning.rates.domain.Scales;
import o2c.kernel.Percentage;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The tables of the law: rates, scales and holidays of the release, and the tenant's own rates. */
@ApplicationScoped
public class LegalTables {

    private final LegalRates shipped = LegalRates.read(lines("rates"));
    private final Scales scales = Scales.read(lines("scales"));
    private final Holidays holidays = Holidays.read(lines("holidays"));
    private final Sql sql;
    private final Tenancy tenancy;

    LegalTables(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * One version of a tenant's own row.
     *
     * @param version 1, 2, 3 …
     */
    record Own(LegalRate rate, int version, String author) {}

    /** The rates in force for the tenant. */
    public LegalRates rates() {
        return shipped.with(own().stream().map(Own::rate).toList());
    }

    public Scales scales() {
        return scales;
    }

    public Holidays holidays() {
        return holidays;
    }

    /** The latest version of each row the tenant has set. */
    List<Own> own() {
        return sql.list(
                "select distinct on (jurisdiction, debtor_kind, valid_from) jurisdiction, debtor_kind, valid_from,"
                        + " annual_rate, source, version, author from legal_rate where tenant = ?"
                        + " order by jurisdiction, debtor_kind, valid_from, version desc",
                LegalTables::own,
                tenancy.tenant());
    }

    /** All versions of one row, oldest first. */
    List<Own> versions(LegalRate key) {
        return sql.list(
                "select jurisdiction, debtor_kind, valid_from, annual_rate, source, version, author from legal_rate"
                        + " where tenant = ? and jurisdiction = ? and debtor_kind = ? and valid_from = ?"
                        + " order by version",
                LegalTables::own,
                tenancy.tenant(),
                key.jurisdiction().name(),
                key.debtorKind().code(),
                key.validFrom());
    }

    void insert(Own row) {
        sql.update(
                "insert into legal_rate (tenant, jurisdiction, debtor_kind, valid_from, version, annual_rate, source,"
                        + " author) values (?, ?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                row.rate.jurisdiction().name(),
                row.rate.debtorKind().code(),
                row.rate.validFrom(),
                row.version,
                row.rate.annualRate().value(),
                row.rate.source(),
                row.author);
    }

    private static Own own(ResultSet row) throws SQLException {
        return new Own(
                new LegalRate(
                        Jurisdiction.valueOf(row.getString(1)),
                        DebtorKind.ofCode(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        rate(row.getBigDecimal(4)),
                        LegalRate.TENANT,
                        row.getString(5)),
                row.getInt(6),
                row.getString(7));
    }

    private static Percentage rate(BigDecimal stored) {
        BigDecimal plain = stored.stripTrailingZeros();
        return new Percentage(plain.setScale(Math.max(2, plain.scale())));
    }

    private static List<String> lines(String table) {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                LegalTables.class.getResourceAsStream("/legal/" + table + ".csv"), StandardCharsets.UTF_8))) {
            return file.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
