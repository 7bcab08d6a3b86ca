package o2c.invoice.books;

/**
 * What figures are grouped by, beside the currency. Statements join customers as {@code c} where {@link #join} says so;
 * country and segment are those of today.
 */
public enum GroupBy {
    CURRENCY("''", false),
    SELLER("e.seller_id", false),
    CUSTOMER("e.customer_id", false),
    SEGMENT("coalesce(c.segment, '')", true),
    COUNTRY("coalesce(c.country, '')", true);

    private final String key;
    private final boolean ofCustomer;

    GroupBy(String key, boolean ofCustomer) {
        this.key = key;
        this.ofCustomer = ofCustomer;
    }

    /** The expression of the key over entries {@code e}. */
    public String key() {
        return key;
    }

    /** What a statement over entries {@code e} must join. */
    public String join() {
        return ofCustomer ? " left join customer c on c.tenant = e.tenant and c.customer_id = e.customer_id" : "";
    }

    /** The key where figures are grouped by this; null where they are not, or where nothing is known. */
    public String of(GroupBy asked, String found) {
        return this == asked && !found.isEmpty() ? found : null;
    }
}
