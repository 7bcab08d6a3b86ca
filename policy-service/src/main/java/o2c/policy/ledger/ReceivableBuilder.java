package o2c.policy.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import o2c.kernel.Money;
import o2c.policy.ledger.domain.Balance;
import o2c.policy.ledger.domain.Receivable;

/** Puts one receivable together from its entries, in the base currency at the rate of its invoice. */
final class ReceivableBuilder {

    private final String customerId;
    private final Receivable bare;
    private final BigDecimal rate;
    private final Currency base;
    private final List<Balance.Entry> open = new ArrayList<>();
    private final List<Balance.Entry> disputed = new ArrayList<>();
    private final List<Balance.Entry> unpaid = new ArrayList<>();
    private BigDecimal openSoFar = BigDecimal.ZERO;
    private BigDecimal unpaidSoFar = BigDecimal.ZERO;
    private boolean issued;

    private ReceivableBuilder(String customerId, Receivable bare, BigDecimal rate, Currency base) {
        this.customerId = customerId;
        this.bare = bare;
        this.rate = rate;
        this.base = base;
    }

    static ReceivableBuilder start(ResultSet row, Currency base) throws SQLException {
        BigDecimal rate = row.getBigDecimal("rate");
        BigDecimal net = row.getBigDecimal("net_amount");
        Balance none = new Balance(List.of(), base);
        return new ReceivableBuilder(
                row.getString("customer_id"),
                new Receivable(
                        row.getObject("invoice_id", UUID.class).toString(),
                        row.getString("seller_id"),
                        row.getString("invoice_number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("delivered_on", LocalDate.class),
                        Money.rounded(row.getBigDecimal("total").multiply(rate), base),
                        net == null ? null : Money.rounded(net.multiply(rate), base),
                        none,
                        none),
                rate,
                base);
    }

    ReceivableBuilder add(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        LocalDate day = row.getObject("business_day", LocalDate.class);
        String kind = row.getString("kind");
        issued |= kind.equals("issued");
        if (kind.equals("disputed") || kind.equals("undisputed")) {
            disputed.add(new Balance.Entry(day, inBase(amount)));
            return this;
        }
        LocalDate countsOn = day.isBefore(bare.issuedOn()) ? bare.issuedOn() : day;
        open.add(new Balance.Entry(countsOn, step(openSoFar, amount)));
        openSoFar = openSoFar.add(amount);
        if (!kind.equals("bookkeeping")) {
            unpaid.add(new Balance.Entry(countsOn, step(unpaidSoFar, amount)));
            unpaidSoFar = unpaidSoFar.add(amount);
        }
        return this;
    }

    boolean isIssued() {
        return issued;
    }

    String customerId() {
        return customerId;
    }

    Receivable build() {
        return new Receivable(
                bare.reference(),
                bare.sellerId(),
                bare.number(),
                bare.issuedOn(),
                bare.dueOn(),
                bare.deliveredOn(),
                bare.total(),
                bare.net(),
                new Balance(open, base),
                new Balance(disputed, base),
                new Balance(unpaid, base));
    }

    /** What an amount moves in the base currency, so that the steps add up to the rounded whole. */
    private Money step(BigDecimal before, BigDecimal amount) {
        return inBase(before.add(amount)).minus(inBase(before));
    }

    private Money inBase(BigDecimal original) {
        return Money.rounded(original.multiply(rate), base);
    }
}
