package o2c.credit.customers.domain;

/**
 * One field of a customer before and after a change.
 *
 * @param field its name in requests and answers
 * @param from what stood there, or null
 * @param to what stands there now, or null
 */
public record FieldChange(String field, Object from, Object to) {}
