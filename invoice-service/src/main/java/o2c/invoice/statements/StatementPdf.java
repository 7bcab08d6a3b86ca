package o2c.invoice.statements;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import o2c.invoice.statements.StatementResource.StatementView;
import o2c.invoice.statements.Statements.Item;
import o2c.invoice.statements.Statements.Total;
import o2c.kernel.Money;

/** A statement as a document on A4. */
final class StatementPdf {

    private static final String PAGE = """
        <html><head><style>
        @page { size: A4; margin: 20mm 15mm; @bottom-right { content: counter(page) " / " counter(pages);
          font-family: Helvetica; font-size: 8pt; } }
        body { font-family: Helvetica; font-size: 9pt; }
        h1 { font-size: 14pt; } table { width: 100%%; border-collapse: collapse; margin-bottom: 8mm;
          -fs-table-paginate: paginate; }
        th, td { text-align: left; padding: 1mm 2mm; border-bottom: 0.2mm solid #999; }
        .figure { text-align: right; }
        </style></head><body>
        <h1>Statement of account</h1>
        <p>Customer %s<br/>as of the close of %s</p>
        <table><thead><tr><th>Seller</th><th>Invoice</th><th>Issued</th><th>Due</th>
        <th class="figure">Days past due</th><th class="figure">Total</th><th class="figure">Open</th>
        <th class="figure">Late charges</th></tr></thead><tbody>%s</tbody></table>
        <table><thead><tr><th>Seller</th><th class="figure">Open</th><th class="figure">Unallocated cash</th>
            <th class="figure">Open credits</th>
        <th class="figure">Balance</th><th class="figure">Late charges</th></tr></thead><tbody>%s</tbody></table>
        </body></html>\
        """;

    private StatementPdf() {}

    static byte[] of(StatementView statement) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFastMode()
                    .withProducer("invoice-service")
                    .withHtmlContent(html(statement), null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String html(StatementView statement) {
        return PAGE.formatted(
                escaped(statement.customerId()),
                statement.asOf(),
                statement.items().stream().map(StatementPdf::row).collect(Collectors.joining()),
                statement.totals().stream().map(StatementPdf::row).collect(Collectors.joining()));
    }

    private static String row(Item item) {
        return "<tr>" + cell(item.sellerId()) + cell(item.invoiceNumber())
                + cell(item.issuedOn().toString()) + cell(item.dueOn().toString())
                + figure(String.valueOf(item.daysPastDue()))
                + figure(item.total()) + figure(item.outstanding()) + figure(item.charges()) + "</tr>";
    }

    private static String row(Total total) {
        return "<tr>" + cell(total.sellerId()) + figure(total.outstanding()) + figure(total.unallocated())
                + figure(total.openCredits())
                + figure(total.total()) + figure(total.charges()) + "</tr>";
    }

    private static String cell(String text) {
        return "<td>" + escaped(text) + "</td>";
    }

    private static String figure(Money money) {
        return figure(money.toString());
    }

    private static String figure(String text) {
        return "<td class=\"figure\">" + escaped(text) + "</td>";
    }

    /** What callers wrote must not become a part of the page; control characters do not exist in XML. */
    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
