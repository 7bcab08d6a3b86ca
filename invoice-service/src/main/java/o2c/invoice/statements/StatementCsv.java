package o2c.invoice.statements;

import java.io.StringWriter;
import o2c.invoice.books.Csv;
import o2c.invoice.statements.StatementResource.StatementView;

/** A statement as CSV: one line per open item, then one per seller with unallocated cash (negative). */
final class StatementCsv {

    private StatementCsv() {}

    static String of(StatementView statement) {
        StringWriter out = new StringWriter();
        Csv csv = new Csv(out);
        csv.line(
                "kind",
                "sellerId",
                "invoiceNumber",
                "orderId",
                "issuedOn",
                "dueOn",
                "daysPastDue",
                "currency",
                "total",
                "outstanding",
                "costs",
                "interest",
                "restReason");
        statement
                .items()
                .forEach(item -> csv.line(
                        "item",
                        item.sellerId(),
                        item.invoiceNumber(),
                        item.orderId(),
                        item.issuedOn(),
                        item.dueOn(),
                        item.daysPastDue(),
                        item.total().currency(),
                        item.total(),
                        item.outstanding(),
                        item.costs(),
                        item.interest(),
                        item.restReason()));
        statement
                .cash()
                .forEach(held -> csv.line(
                        "cash",
                        held.sellerId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        held.unallocated().currency(),
                        null,
                        held.unallocated().negated(),
                        null,
                        null,
                        null));
        return out.toString();
    }
}
