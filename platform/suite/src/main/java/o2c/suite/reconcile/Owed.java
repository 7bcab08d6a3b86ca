package o2c.suite.reconcile;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What one service says is open per account, and what cash it holds that is not set against anything. */
public final class Owed {

    private final Map<Account, BigDecimal> open = new TreeMap<>();
    private final Map<Account, BigDecimal> cash = new TreeMap<>();

    void add(Account account, BigDecimal moreOpen, BigDecimal moreCash) {
        open.merge(account, moreOpen, BigDecimal::add);
        cash.merge(account, moreCash, BigDecimal::add);
    }

    /** All accounts it names. */
    public Iterable<Account> accounts() {
        return open.keySet();
    }

    public BigDecimal open(Account account) {
        return open.getOrDefault(account, BigDecimal.ZERO);
    }

    public BigDecimal cash(Account account) {
        return cash.getOrDefault(account, BigDecimal.ZERO);
    }

    boolean names(Account account) {
        return open.containsKey(account);
    }
}
