package o2c.policy.limits;

import jakarta.enterprise.context.ApplicationScoped;
import o2c.kernel.Ids;
import o2c.kernel.RuleBroken;
import o2c.runtime.tenancy.Tenancy;
import o2c.runtime.work.Sql;

/** The legal entities that limits are about; each customer is a buyer of its own. */
@ApplicationScoped
class Buyers {

    private final Sql sql;
    private final Tenancy tenancy;

    Buyers(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /**
     * The customer a limit is about. A customer may be named before he is heard of, a buyer may not.
     *
     * @throws RuleBroken {@code customer-missing}, {@code buyer-unknown}
     */
    String customerOf(String customerId, String buyerId) {
        if (customerId == null && buyerId == null) {
            throw RuleBroken.invalid("customer-missing", "name the customerId or the buyerId")
                    .at("/customerId");
        }
        if (customerId != null && buyerId != null && !customerId.equals(buyerId)) {
            throw RuleBroken.invalid("customer-ambiguous", "customerId and buyerId name different customers")
                    .at("/buyerId");
        }
        if (customerId != null) {
            return at("/customerId", customerId);
        }
        if (!isKnown(at("/buyerId", buyerId))) {
            throw RuleBroken.notYetKnown("buyer-unknown", "there is no buyer " + buyerId)
                    .at("/buyerId");
        }
        return buyerId;
    }

    private boolean isKnown(String customerId) {
        return sql.first(
                        "select 1 from customer_cover where tenant = ? and customer_id = ?",
                        row -> true,
                        tenancy.tenant(),
                        customerId)
                .isPresent();
    }

    private static String at(String pointer, String id) {
        try {
            return Ids.callerChosen(id);
        } catch (RuleBroken malformed) {
            throw malformed.at(pointer);
        }
    }
}
