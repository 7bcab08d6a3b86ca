package o2c.runtime.work;

/**
 * Fired after a transaction committed, outside it.
 *
 * @param tenant whose books changed
 * @param announced whether events wait for the relay
 * @param marked whether customers wait for derivation
 */
public record Committed(String tenant, boolean announced, boolean marked) {}
