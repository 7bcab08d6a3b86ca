package o2c.invoice.receivables;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import o2c.invoice.books.Read;
import o2c.invoice.receivables.domain.Deduction;
import o2c.invoice.receivables.domain.Invoice;
import o2c.invoice.receivables.domain.InvoiceContent;
import o2c.invoice.receivables.domain.InvoiceStatus;
import o2c.invoice.receivables.domain.Part;
import o2c.invoice.receivables.domain.References;
import o2c.invoice.receivables.domain.TermsUsed;
import o2c.kernel.Money;

/** A receivable as stored. */
record InvoiceRow(Invoice invoice, Circumstances circumstances, long version, Instant updatedAt) {

    static final String COLUMNS =
            "id, customer_id, seller_id, invoice_number, issued_on, due_on, payable_on, currency, total, net_amount,"
                    + " vat_amount, outstanding, status, overdue_on, last_paid_on, opening, order_id, delivery_ids,"
                    + " delivered_on, contract_id, reference, prepaid, rounding, terms_id, terms_version, instalment,"
                    + " instalments, instalment_of, origin, policy_due_on, rate, base_amount, base_currency, version,"
                    + " updated_at";
    static final String SELECT = "select " + COLUMNS + " from receivable";

    /** What payment does not change and nobody compares: terms, part, origin, and the day that counts for insurance. */
    record Circumstances(TermsUsed terms, Part part, String origin, LocalDate policyDueOn, InBase inBase) {

        static final Circumstances NONE = new Circumstances(null, Part.WHOLE, null, null, null);

        static Circumstances read(ResultSet row) throws SQLException {
            String termsId = row.getString("terms_id");
            return new Circumstances(
                    termsId == null ? null : new TermsUsed(termsId, row.getInt("terms_version")),
                    new Part(row.getInt("instalment"), row.getInt("instalments"), Read.id(row, "instalment_of")),
                    row.getString("origin"),
                    Read.day(row, "policy_due_on"),
                    InBase.read(row));
        }
    }

    /**
     * What it is worth in the tenant's base currency, at the rate of its day of issue.
     *
     * @param rate base currency per unit
     */
    record InBase(BigDecimal rate, Money total) {

        static InBase read(ResultSet row) throws SQLException {
            String base = row.getString("base_currency");
            return base == null
                    ? null
                    : new InBase(
                            Read.plain(row.getBigDecimal("rate")),
                            Read.money(row, "base_amount", Currency.getInstance(base)));
        }

        /** What another amount of the same invoice is worth. */
        Money of(Money amount) {
            return Money.rounded(amount.amount().multiply(rate), total.currency());
        }
    }

    static InvoiceRow read(ResultSet row) throws SQLException {
        Invoice invoice = new Invoice(
                Read.id(row, "id"),
                content(row),
                Read.money(row, "outstanding"),
                InvoiceStatus.ofLabel(row.getString("status")),
                Read.day(row, "overdue_on"),
                Read.day(row, "last_paid_on"),
                row.getInt("opening"));
        return new InvoiceRow(
                invoice, Circumstances.read(row), row.getLong("version"), Read.instant(row, "updated_at"));
    }

    private static InvoiceContent content(ResultSet row) throws SQLException {
        return new InvoiceContent(
                row.getString("seller_id"),
                row.getString("customer_id"),
                row.getString("invoice_number"),
                Read.day(row, "issued_on"),
                Read.day(row, "due_on"),
                Read.day(row, "payable_on"),
                Read.money(row, "total"),
                Read.money(row, "net_amount"),
                Read.money(row, "vat_amount"),
                references(row),
                Deduction.of(Read.money(row, "prepaid"), Read.money(row, "rounding")));
    }

    private static References references(ResultSet row) throws SQLException {
        Array deliveryIds = row.getArray("delivery_ids");
        return new References(
                row.getString("order_id"),
                List.of((String[]) deliveryIds.getArray()),
                Read.day(row, "delivered_on"),
                row.getString("contract_id"),
                row.getString("reference"));
    }
}
