package o2c.invoice.statements;

import java.io.StringWriter;
import o2c.invoice.books.Csv;
import o2c.invoice.statements.StatementResource.StatementView;
import o2c.invoice.statements.Statements.Item;
import o2c.kernel.Money;

/**
 * A statement as CSV: one line per open item, then one per seller with unallocated cash, and with open credits
 * (negative).
 */
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
        statement.cash().forEach(held -> held(csv, "cash", held.sellerId(), held.unallocated()));
        statement.credits().forEach(credit -> held(csv, "credit", credit.sellerId(), credit.open()));
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

    private static void held(Csv csv, String kind, String sellerId, Money amount) {
        Object[] cells = new Object[HEADER.length];
        cells[0] = kind;
        cells[1] = sellerId;
        cells[7] = amount.currency();
        cells[9] = amount.negated();
        csv.line(cells);
    }
}
