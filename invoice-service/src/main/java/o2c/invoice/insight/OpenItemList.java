package o2c.invoice.insight;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Read;
import o2c.invoice.insight.domain.AgeingBucket;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is open now, from the kept figures. */
@ApplicationScoped
class OpenItemList {

    private static final String SELECT = "select r.id, r.customer_id, r.seller_id, r.invoice_number, r.order_id,"
            + " r.issued_on, r.due_on, r.overdue_on, r.currency, r.total, r.outstanding,"
            + " r.charge_costs + r.charge_interest as charges, r.rest_reason, c.segment, c.country"
            + " from receivable r left join customer c on c.tenant = r.tenant and c.customer_id = r.customer_id"
            + " where %s order by r.due_on, r.id limit ?";

    private final Sql sql;
    private final Tenancy tenancy;

    OpenItemList(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** What a caller filters by; days and amounts are inclusive. */
    static class Filter {

        @QueryParam("customerId")
        String customerId;

        @QueryParam("sellerId")
        String sellerId;

        @QueryParam("currency")
        String currency;

        @QueryParam("segment")
        String segment;

        @QueryParam("country")
        String country;

        @QueryParam("orderId")
        String orderId;

        @QueryParam("dueFrom")
        LocalDate dueFrom;

        @QueryParam("dueTo")
        LocalDate dueTo;

        @QueryParam("minDaysPastDue")
        Integer minDaysPastDue;

        @QueryParam("minOutstanding")
        @Parameter(description = "In the item's own currency")
        BigDecimal minOutstanding;

        @QueryParam("overdue")
        @Parameter(description = "true: only what was declared overdue; false: only what was not")
        Boolean overdue;
    }

    /** Where a page ended. */
    record Position(LocalDate dueOn, UUID id) {

        static final Position START = new Position(LocalDate.of(1900, 1, 1), new UUID(0, 0));

        static Position of(String text) {
            String[] parts = text.split(" ");
            return new Position(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        }

        @Override
        public String toString() {
            return dueOn + " " + id;
        }
    }

    /** An open item on the business date; amounts are in its currency, charges are claimed beside it. */
    @Schema(name = "OpenItem")
    record Item(
            UUID invoiceId,
            String customerId,
            String sellerId,
            String invoiceNumber,
            String orderId,
            String segment,
            String country,
            LocalDate issuedOn,
            LocalDate dueOn,
            long daysPastDue,
            AgeingBucket bucket,
            LocalDate overdueOn,
            String currency,
            BigDecimal total,
            BigDecimal outstanding,
            BigDecimal charges,
            String restReason) {

        @JsonIgnore
        Position position() {
            return new Position(dueOn, invoiceId);
        }
    }

    List<Item> after(Filter filter, Position position, int most) {
        LocalDate today = tenancy.today();
        Conditions where = new Conditions("r.tenant = ? and r.outstanding > 0", tenancy.tenant())
                .when(filter.customerId, "r.customer_id = ?")
                .when(filter.sellerId, "r.seller_id = ?")
                .when(filter.currency, "r.currency = ?")
                .when(filter.segment, "c.segment = ?")
                .when(filter.country, "c.country = ?")
                .when(filter.orderId, "r.order_id = ?")
                .when(filter.dueFrom, "r.due_on >= ?")
                .when(filter.dueTo, "r.due_on <= ?")
                .when(filter.minOutstanding, "r.outstanding >= ?")
                .when(filter.overdue, "(r.overdue_on is not null) = ?")
                .when(filter.minDaysPastDue == null ? null : today.minusDays(filter.minDaysPastDue), "r.due_on <= ?");
        return sql.list(
                SELECT.formatted(where.clause() + " and (r.due_on, r.id) > (?, ?)"),
                row -> item(row, today),
                where.paramsAnd(position.dueOn(), position.id(), most));
    }

    private static Item item(ResultSet row, LocalDate today) throws SQLException {
        LocalDate dueOn = Read.day(row, "due_on");
        return new Item(
                Read.id(row, "id"),
                row.getString("customer_id"),
                row.getString("seller_id"),
                row.getString("invoice_number"),
                row.getString("order_id"),
                row.getString("segment"),
                row.getString("country"),
                Read.day(row, "issued_on"),
                dueOn,
                Math.max(0, ChronoUnit.DAYS.between(dueOn, today)),
                AgeingBucket.of(dueOn, today),
                Read.day(row, "overdue_on"),
                row.getString("currency"),
                Read.money(row, "total").amount(),
                Read.money(row, "outstanding").amount(),
                Read.money(row, "charges").amount(),
                row.getString("rest_reason"));
    }
}
