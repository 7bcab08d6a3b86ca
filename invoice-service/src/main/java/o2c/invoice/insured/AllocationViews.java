package o2c.invoice.insured;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import o2c.invoice.books.Conditions;
import o2c.invoice.books.Entries;
import o2c.invoice.books.Read;
import o2c.invoice.insured.domain.CashFact;
import o2c.invoice.insured.domain.CashFact.Issued;
import o2c.invoice.insured.domain.CashFact.Lowered;
import o2c.invoice.insured.domain.CashFact.Moved;
import o2c.invoice.insured.domain.InsurerView;
import o2c.kernel.Money;
import o2c.runtime.books.Moment;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where the cash of a customer went: as the customer meant it, and as an insurer counts it; from the same entries. */
@ApplicationScoped
class AllocationViews {

    private static final String ENTRIES = """
        select 'receivable' as book, e.seller_id, e.currency, e.kind, e.amount, e.business_day, e.receivable_id,
          r.invoice_number, r.due_on, e.id
        from receivable_entry e join receivable r on r.id = e.receivable_id where %1$s
        union all
        select 'cash', e.seller_id, e.currency, e.kind, e.amount, e.business_day, null, null, null, e.id
        from cash_entry e where %1$s
        union all
        select 'charge', e.seller_id, e.currency, e.kind, e.amount, e.business_day, e.receivable_id, null, null, e.id
        from charge_entry e where %1$s and e.kind in ('allocated', 'reversed')
        order by business_day, id\
        """;

    private final Sql sql;
    private final Tenancy tenancy;

    AllocationViews(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Sums of one view: what invoices got, what charges got, what nobody got; together the cash received. */
    @Schema(name = "AllocationViewTotals")
    record Totals(BigDecimal invoices, BigDecimal charges, BigDecimal unallocated, BigDecimal total) {

        static Totals of(Money invoices, Money charges, Money unallocated) {
            return new Totals(
                    invoices.amount(),
                    charges.amount(),
                    unallocated.amount(),
                    invoices.plus(charges).plus(unallocated).amount());
        }
    }

    /** One invoice in both views; {@code owed} is its total less what was credited, discounted and written off. */
    @Schema(name = "AllocationViewItem")
    record Item(
            UUID invoiceId,
            String invoiceNumber,
            LocalDate issuedOn,
            LocalDate dueOn,
            BigDecimal owed,
            BigDecimal asPaid,
            BigDecimal asInsured,
            BigDecimal openAsPaid,
            BigDecimal openAsInsured) {}

    /** One seller and currency; amounts are in it. */
    @Schema(name = "AllocationViewAccount")
    record AccountView(
            String sellerId,
            String currency,

            @Schema(description = "Received less what went back; each view totals it")
            BigDecimal cashReceived,

            Totals asPaid,
            Totals asInsured,
            List<Item> items) {}

    List<AccountView> of(String customerId, Moment moment, LocalDate lossOn) {
        Conditions where = Entries.known(tenancy.tenant(), moment).when(customerId, "e.customer_id = ?");
        Map<String, Account> accounts = new TreeMap<>();
        sql.list(
                        ENTRIES.formatted(where.clause()),
                        AllocationViews::read,
                        where.paramsAnd(where.paramsAnd(where.paramsAnd())))
                .forEach(line -> accounts.computeIfAbsent(line.key(), key -> new Account(line))
                        .add(line));
        return accounts.values().stream().map(account -> account.view(lossOn)).toList();
    }

    private record Line(
            String book,
            String sellerId,
            String kind,
            Money amount,
            LocalDate on,
            UUID invoiceId,
            String invoiceNumber,
            LocalDate dueOn) {

        String key() {
            return sellerId + " " + amount.currency();
        }

        /** Cash that came from outside or went back there; the rest moved within the books. */
        boolean isFromOutside() {
            return kind.equals("reversed")
                    || book.equals("cash") && !kind.equals("allocated") && !kind.equals("charges");
        }

        Money outside() {
            return book.equals("cash") ? amount : amount.negated();
        }

        boolean isPaid() {
            return kind.equals("allocated") || kind.equals("reversed");
        }
    }

    /** The entries of one seller and currency. */
    private static final class Account {

        private final String sellerId;
        private final Currency currency;
        private final List<CashFact> facts = new ArrayList<>();
        private final Map<UUID, Issued> issued = new TreeMap<>();
        private final Map<UUID, Money> owed = new TreeMap<>();
        private final Map<UUID, Money> paid = new TreeMap<>();
        private Money received;
        private Money charges;
        private Money unallocated;

        Account(Line first) {
            sellerId = first.sellerId();
            currency = first.amount().currency();
            received = Money.zero(currency);
            charges = received;
            unallocated = received;
        }

        void add(Line line) {
            if (line.isFromOutside()) {
                received = received.plus(line.outside());
                facts.add(new Moved(line.on(), line.outside()));
            }
            switch (line.book()) {
                case "cash" -> unallocated = unallocated.plus(line.amount());
                case "charge" -> charges = charges.minus(line.amount());
                default -> principal(line);
            }
        }

        private void principal(Line line) {
            UUID id = line.invoiceId();
            if (line.isPaid()) {
                paid.merge(id, line.amount().negated(), Money::plus);
            } else if (line.kind().equals("issued")) {
                Issued fact = new Issued(id, line.invoiceNumber(), line.on(), line.dueOn(), line.amount());
                issued.put(id, fact);
                owed.merge(id, line.amount(), Money::plus);
                facts.add(fact);
            } else {
                owed.merge(id, line.amount(), Money::plus);
                facts.add(new Lowered(id, line.on(), line.amount().negated()));
            }
        }

        AccountView view(LocalDate lossOn) {
            InsurerView insured = InsurerView.of(facts, lossOn, currency);
            Money nothing = Money.zero(currency);
            List<Item> items = issued.values().stream()
                    .sorted(Comparator.comparing(Issued::dueOn)
                            .thenComparing(Issued::on)
                            .thenComparing(Issued::invoiceNumber))
                    .map(item -> item(item, paid.getOrDefault(item.id(), nothing), insured))
                    .toList();
            return new AccountView(
                    sellerId,
                    currency.getCurrencyCode(),
                    received.amount(),
                    Totals.of(Money.sum(paid.values(), currency), charges, unallocated),
                    Totals.of(Money.sum(insured.paid().values(), currency), nothing, insured.unallocated()),
                    items);
        }

        private Item item(Issued item, Money asPaid, InsurerView insured) {
            Money total = owed.get(item.id());
            Money asInsured = insured.paid().get(item.id());
            return new Item(
                    item.id(),
                    item.invoiceNumber(),
                    item.on(),
                    item.dueOn(),
                    total.amount(),
                    asPaid.amount(),
                    asInsured.amount(),
                    total.minus(asPaid).amount(),
                    total.minus(asInsured).amount());
        }
    }

    private static Line read(ResultSet row) throws SQLException {
        return new Line(
                row.getString("book"),
                row.getString("seller_id"),
                row.getString("kind"),
                Read.money(row, "amount"),
                Read.day(row, "business_day"),
                Read.id(row, "receivable_id"),
                row.getString("invoice_number"),
                Read.day(row, "due_on"));
    }
}
