package o2c.invoice.openings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Read;
import o2c.invoice.openings.OpeningLines.Heading;
import o2c.invoice.sellers.SellerRegister;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Keeps which openings there were. */
@ApplicationScoped
class Openings {

    private final Sql sql;
    private final Tenancy tenancy;
    private final SellerRegister sellers;
    private final ObjectMapper json;

    Openings(Sql sql, Tenancy tenancy, SellerRegister sellers, ObjectMapper json) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.sellers = sellers;
        this.json = json;
    }

    /** An opening as kept. */
    record Kept(UUID id, String sellerId, LocalDate asOf, LocalDate quietUntil, List<Money> controlTotals) {}

    /**
     * An opening whose totals were met begins.
     *
     * @throws o2c.kernel.RuleBroken {@code seller-unknown}, {@code date-in-future}, {@code quiet-before-opening}
     */
    void begin(UUID id, Heading heading) {
        sellers.meant(heading.sellerId());
        heading.check(tenancy.today());
        sql.update(
                "insert into opening (id, tenant, seller_id, as_of, quiet_until, control_totals)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb) on conflict (id) do nothing",
                id,
                tenancy.tenant(),
                heading.sellerId(),
                heading.asOf(),
                heading.quietUntil(),
                text(heading.controlTotals()));
    }

    List<Kept> after(UUID after, int most) {
        Conditions where = new Conditions("tenant = ?", tenancy.tenant()).when(after, "id > ?");
        return sql.list(
                "select * from opening where " + where.clause() + " order by id limit ?",
                this::read,
                where.paramsAnd(most));
    }

    private Kept read(ResultSet row) throws SQLException {
        try {
            return new Kept(
                    Read.id(row, "id"),
                    row.getString("seller_id"),
                    Read.day(row, "as_of"),
                    Read.day(row, "quiet_until"),
                    Arrays.asList(json.readValue(row.getString("control_totals"), Money[].class)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(List<Money> totals) {
        try {
            return json.writeValueAsString(totals);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
