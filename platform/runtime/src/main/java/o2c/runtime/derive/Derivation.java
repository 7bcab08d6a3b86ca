package o2c.runtime.derive;

import java.time.LocalDate;

/** Computes and announces what follows from all facts about a customer: class, cover, alerts. */
public interface Derivation {

    /** Called once per marked customer, when nothing else of the tenant waits, in a transaction. */
    void derive(String customerId, LocalDate today);
}
