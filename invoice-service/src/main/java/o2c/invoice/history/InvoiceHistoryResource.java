package o2c.invoice.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import o2c.invoice.books.Read;
import o2c.invoice.receivables.InvoiceLedger;
import o2c.invoice.receivables.domain.Invoice;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Reads;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened to an invoice, in the order in which it was recorded. */
@Path("/v1/invoices/{invoiceId}/history")
@Tag(name = "Invoices")
class InvoiceHistoryResource {

    private static final String TIMELINE = """
        select recorded_at, business_day, 'entry' as kind, kind as what, amount, cause::text as cause,
          null as data, 0 as rank, id
        from receivable_entry where tenant = ? and receivable_id = ?
        union all
        select recorded_at, business_date, 'event', type, null, causation_id, data, 1, id
        from outbox where tenant = ? and customer_id = ? and subject = ?
        order by recorded_at, rank, id\
        """;

    private final InvoiceLedger invoices;
    private final Sql sql;
    private final Tenancy tenancy;

    InvoiceHistoryResource(InvoiceLedger invoices, Sql sql, Tenancy tenancy) {
        this.invoices = invoices;
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Everything recorded about one invoice; balances are in its currency. */
    @Schema(name = "InvoiceHistory")
    record HistoryView(UUID invoiceId, String invoiceNumber, String currency, List<StepView> items) {}

    /**
     * One entry of the books or one announced event.
     *
     * @param text what happened, for a reader
     * @param cause the payment, event or invoice it came from
     */
    @Schema(name = "InvoiceHistoryStep")
    record StepView(
            Instant recordedAt,
            LocalDate on,
            @Schema(enumeration = {"entry", "event"}) String kind,
            String type,
            BigDecimal amount,
            String text,
            String cause,

            @JsonRawValue @Schema(implementation = Object.class)
            String data) {}

    @GET
    @RolesAllowed("invoice:read")
    @Reads
    @Operation(
            operationId = "getInvoiceHistory",
            summary = "Read what happened to an invoice",
            description = "Entries of the books and announced events as one timeline."
                    + " Refusal: `invoice-unknown` (404). Scope `invoice:read`.")
    public HistoryView history(@PathParam("invoiceId") UUID invoiceId) {
        Invoice invoice = invoices.known(invoiceId);
        Currency currency = invoice.outstanding().currency();
        List<StepView> steps = sql.list(
                TIMELINE,
                row -> step(row, currency),
                tenancy.tenant(),
                invoiceId,
                tenancy.tenant(),
                invoice.content().customerId(),
                invoiceId.toString());
        return new HistoryView(invoiceId, invoice.content().invoiceNumber(), currency.getCurrencyCode(), steps);
    }

    private static StepView step(ResultSet row, Currency currency) throws SQLException {
        Money amount = Read.money(row, "amount", currency);
        String what = row.getString("what");
        return new StepView(
                Read.instant(row, "recorded_at"),
                Read.day(row, "business_day"),
                row.getString("kind"),
                what,
                amount == null ? null : amount.amount(),
                amount == null ? told(what) : what + " " + amount,
                row.getString("cause"),
                row.getString("data"));
    }

    /** {@code o2c.invoice.PaymentOverdue} reads "payment overdue". */
    private static String told(String type) {
        return type.substring(type.lastIndexOf('.') + 1)
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
