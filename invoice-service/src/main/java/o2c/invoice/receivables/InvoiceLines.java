package o2c.invoice.receivables;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import o2c.invoice.books.Columns;
import o2c.invoice.books.Read;
import o2c.invoice.lines.domain.Adjustment;
import o2c.invoice.lines.domain.InvoiceLine;
import o2c.invoice.lines.domain.VatCategory;
import o2c.invoice.receivables.Invoices.Entered;
import o2c.invoice.receivables.domain.InvoiceDraft;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Lines, allowances and charges of invoices. */
@ApplicationScoped
class InvoiceLines {

    private static final String LINE = "line";

    private final Sql sql;
    private final Tenancy tenancy;

    InvoiceLines(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** One stored line; of an allowance or charge only reason, VAT and net are known. */
    record LineRow(
            UUID invoiceId,
            int position,
            String kind,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal baseQuantity,
            VatCategory vatCategory,
            BigDecimal vatRate,
            Money net) {

        static LineRow of(UUID invoiceId, int position, InvoiceLine line, Currency currency) {
            return new LineRow(
                    invoiceId,
                    position,
                    LINE,
                    line.description(),
                    line.quantity(),
                    line.unitPrice(),
                    line.baseQuantity(),
                    line.vatCategory(),
                    line.vatRate(),
                    line.net(currency));
        }

        static LineRow of(UUID invoiceId, int position, Adjustment adjustment) {
            return new LineRow(
                    invoiceId,
                    position,
                    adjustment.kind().label(),
                    adjustment.reason(),
                    null,
                    null,
                    null,
                    adjustment.vatCategory(),
                    adjustment.vatRate(),
                    adjustment.amount());
        }
    }

    /** Stores what the invoices were told with, all in one statement. */
    void enter(List<Entered> invoices) {
        List<LineRow> rows = invoices.stream()
                .flatMap(entered -> rows(entered.invoice().id(), entered.draft()).stream())
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        Columns<LineRow> lines = new Columns<>(rows);
        sql.update(
                "insert into invoice_line (tenant, receivable_id, position, kind, description, quantity, unit_price,"
                        + " base_quantity, vat_category, vat_rate, net)"
                        + " select ?, id, position, kind, description, quantity, unit_price, base_quantity,"
                        + " vat_category, vat_rate, net from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as t(id, position,"
                        + " kind, description, quantity, unit_price, base_quantity, vat_category, vat_rate, net)",
                tenancy.tenant(),
                lines.ids(LineRow::invoiceId),
                lines.rows().stream().map(LineRow::position).toArray(Integer[]::new),
                lines.texts(LineRow::kind),
                lines.texts(LineRow::description),
                lines.numbers(LineRow::quantity),
                lines.numbers(LineRow::unitPrice),
                lines.numbers(LineRow::baseQuantity),
                lines.texts(row -> row.vatCategory().name()),
                lines.numbers(LineRow::vatRate),
                lines.amounts(LineRow::net));
    }

    /** The lines of one invoice in their order. */
    List<LineRow> of(UUID invoiceId, Currency currency) {
        return sql.list(
                "select * from invoice_line where tenant = ? and receivable_id = ? order by position",
                row -> read(row, currency),
                tenancy.tenant(),
                invoiceId);
    }

    private static List<LineRow> rows(UUID invoiceId, InvoiceDraft draft) {
        List<LineRow> rows = new ArrayList<>();
        Currency currency = draft.content().total().currency();
        draft.lines().forEach(line -> rows.add(LineRow.of(invoiceId, rows.size() + 1, line, currency)));
        draft.adjustments().forEach(adjustment -> rows.add(LineRow.of(invoiceId, rows.size() + 1, adjustment)));
        return rows;
    }

    private static LineRow read(ResultSet row, Currency currency) throws SQLException {
        return new LineRow(
                Read.id(row, "receivable_id"),
                row.getInt("position"),
                row.getString("kind"),
                row.getString("description"),
                Read.plain(row.getBigDecimal("quantity")),
                Read.plain(row.getBigDecimal("unit_price")),
                Read.plain(row.getBigDecimal("base_quantity")),
                VatCategory.valueOf(row.getString("vat_category")),
                Read.plain(row.getBigDecimal("vat_rate")),
                Read.money(row, "net", currency));
    }
}
