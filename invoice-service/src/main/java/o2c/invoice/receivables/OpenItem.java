package o2c.invoice.receivables;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import o2c.invoice.books.Read;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Money;

/**
 * An invoice with what is claimed beside its principal.
 *
 * @param costs claimed and unpaid costs of collection
 * @param interest claimed and unpaid late interest
 * @param noticed whether a formal notice left for it
 * @param lateRate late interest in percent a year, as agreed; 0 when nothing was
 * @param discounts for early payment, as {@code 2026-01-15=2.00} parted by blanks, or null
 * @param restReason why a part stays open although it was paid for, or null
 */
public record OpenItem(
        Invoice invoice,
        Money costs,
        Money interest,
        boolean noticed,
        BigDecimal lateRate,
        String discounts,
        String restReason) {

    static final String COLUMNS =
            InvoiceRow.COLUMNS + ", charge_costs, charge_interest, noticed, late_rate, discounts, rest_reason";

    static OpenItem read(ResultSet row) throws SQLException {
        return new OpenItem(
                InvoiceRow.read(row).invoice(),
                Read.money(row, "charge_costs"),
                Read.money(row, "charge_interest"),
                row.getBoolean("noticed"),
                row.getBigDecimal("late_rate"),
                row.getString("discounts"),
                row.getString("rest_reason"));
    }
}
