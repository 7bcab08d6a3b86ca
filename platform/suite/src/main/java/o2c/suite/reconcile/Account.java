package o2c.suite.reconcile;

import java.util.Comparator;

/** What one customer owes in one currency. */
public record Account(String customerId, String currency) implements Comparable<Account> {

    private static final Comparator<Account> ORDER =
            Comparator.comparing(Account::customerId).thenComparing(Account::currency);

    @Override
    public int compareTo(Account other) {
        return ORDER.compare(this, other);
    }
}
