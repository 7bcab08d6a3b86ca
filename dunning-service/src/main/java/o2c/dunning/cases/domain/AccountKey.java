package o2c.dunning.cases.domain;

import java.util.Comparator;
import java.util.Currency;

/** Who owes to whom in which currency. One message a day goes to one account, and nothing is netted across accounts. */
public record AccountKey(String customerId, String sellerId, Currency currency) implements Comparable<AccountKey> {

    private static final Comparator<AccountKey> ORDER = Comparator.comparing(AccountKey::customerId)
            .thenComparing(AccountKey::sellerId)
            .thenComparing(AccountKey::currency, Comparator.comparing(Currency::getCurrencyCode));

    @Override
    public int compareTo(AccountKey other) {
        return ORDER.compare(this, other);
    }
}
