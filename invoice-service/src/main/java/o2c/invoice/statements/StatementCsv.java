package o2c.invoice.statements;

import java.io.StringWriter;
import o2c.invoice.books.Csv;
import o2c.invoice.statements.StatementResource.StatementView;
import o2c.invoice.statements.Statements.Cash;
import o2c.invoice.statements.Statements.Item;

/** A statement as CSV: one line per open item, then one per seller with unallocated cash (negative). */
final class StatementCsv {

    private static final Object[] HEADER = {
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
        "restReason"
    };

    private StatementCsv() {}

    static String of(StatementView statement) {
        StringWriter out = new StringWriter();
        Csv csv = new Csv(out);
        csv.line(HEADER);
        statement.items().forEach(item -> item(csv, item));
        statement.cash().forEach(held -> cash(csv, held));
        return out.toString();
    }

    private static void item(Csv csv, Item item) {
        csv.line(
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
                item.restReason());
    }

    private static void cash(Csv csv, Cash held) {
        Object[] cells = new Object[HEADER.length];
        cells[0] = "cash";
        cells[1] = held.sellerId();
        cells[7] = held.unallocated().currency();
        cells[9] = held.unallocated().negated();
        csv.line(cells);
    }
}
