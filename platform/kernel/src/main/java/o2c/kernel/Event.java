package o2c.kernel;

/** A business fact that one service announces. What an aggregate returns is what Kafka carries. */
public interface Event {

    /** Id of the aggregate the fact is about (CloudEvents {@code subject}). */
    String subject();

    /** The customer in whose order the fact stands, or null when it concerns no single customer. */
    String customerId();
}
