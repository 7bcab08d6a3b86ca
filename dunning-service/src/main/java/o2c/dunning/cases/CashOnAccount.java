package o2c.dunning.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import o2c.dunning.cases.domain.AccountKey;
import o2c.kernel.Money;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** Money and open credit of customers that is not allocated yet, per customer, seller and currency. */
@ApplicationScoped
class CashOnAccount {

    private final Sql sql;
    private final Tenancy tenancy;

    CashOnAccount(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** More cash, or less when negative; a payment that names no seller counts for none. */
    void changed(UUID causeId, AccountKey account, Money by, LocalDate knownOn) {
        sql.update(
                "insert into cash_entry (tenant, cause_id, customer_id, seller_id, currency, amount, known_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                tenancy.tenant(),
                causeId,
                account.customerId(),
                account.sellerId(),
                account.currency().getCurrencyCode(),
                by.amount(),
                knownOn);
        sql.update(
                "insert into cash_on_account as c (tenant, customer_id, seller_id, currency, amount)"
                        + " values (?, ?, ?, ?, ?) on conflict (tenant, customer_id, seller_id, currency)"
                        + " do update set amount = c.amount + excluded.amount",
                tenancy.tenant(),
                account.customerId(),
                account.sellerId(),
                account.currency().getCurrencyCode(),
                by.amount());
    }

    Map<AccountKey, Money> of(Collection<String> customerIds) {
        Map<AccountKey, Money> cash = new HashMap<>();
        sql.list(
                        "select customer_id, seller_id, currency, amount from cash_on_account"
                                + " where tenant = ? and customer_id = any(?) and amount <> 0",
                        CashOnAccount::balance,
                        tenancy.tenant(),
                        customerIds.toArray(String[]::new))
                .forEach(balance -> cash.put(balance.account, balance.amount));
        return cash;
    }

    /** What the run that opened a day could know. */
    Map<AccountKey, Money> asOf(Collection<String> customerIds, LocalDate day) {
        Map<AccountKey, Money> then = new HashMap<>();
        sql.list(
                        "select customer_id, seller_id, currency, sum(amount) from cash_entry where tenant = ?"
                                + " and customer_id = any(?) and known_on < ? group by 1, 2, 3",
                        CashOnAccount::balance,
                        tenancy.tenant(),
                        customerIds.toArray(String[]::new),
                        day)
                .forEach(balance -> then.put(balance.account, balance.amount));
        return then;
    }

    private record Balance(AccountKey account, Money amount) {}

    private static Balance balance(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(3));
        return new Balance(
                new AccountKey(row.getString(1), row.getString(2), currency),
                Money.padded(row.getBigDecimal(4).stripTrailingZeros(), currency));
    }
}
