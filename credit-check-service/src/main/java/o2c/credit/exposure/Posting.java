package o2c.credit.exposure;

import java.util.UUID;
import o2c.credit.exposure.domain.Movement;

/**
 * A movement to be written into one customer's books.
 *
 * @param sellerId whose invoice or cash it is, or null
 * @param cause the event or credit check behind it
 */
record Posting(String customerId, String sellerId, UUID cause, Movement movement) {}
