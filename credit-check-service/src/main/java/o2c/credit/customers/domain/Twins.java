package o2c.credit.customers.domain;

import java.util.List;

/**
 * Customers that share an identifier and so may be the same party.
 *
 * @param key kind and value of the identifier; groups are listed in its order
 * @param customerIds at least two
 */
public record Twins(String key, List<String> customerIds) {

    public Twins {
        customerIds = List.copyOf(customerIds);
    }
}
