package o2c.credit.customers.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import o2c.contracts.CreditEvent;
import o2c.contracts.CreditEvent.Personal;
import o2c.kernel.Decision;

/**
 * A party that owes or may come to owe.
 *
 * @param customerId the caller's id
 * @param provisional true while only other services have spoken of it
 * @param data what callers told; {@link CustomerData#UNTOLD} while provisional
 */
public record Customer(String customerId, boolean provisional, CustomerData data) {

    /** A customer whom an invoice or a payment names before anybody registered it. */
    public static Customer heardOf(String customerId) {
        return new Customer(customerId, true, CustomerData.UNTOLD);
    }

    /**
     * Takes the data callers now tell. The same data again changes nothing and announces nothing, so that a nightly
     * push of everything stays silent.
     */
    public Decision<Customer> update(CustomerData told) {
        CustomerData next = told.checked();
        if (!provisional && next.equals(data)) {
            return Decision.unchanged(this);
        }
        Customer updated = new Customer(customerId, false, next);
        return Decision.of(updated, provisional ? updated.registered() : updated.changed());
    }

    /** What differs from an earlier state, field by field, in the order of the data. */
    public List<FieldChange> changesSince(Customer before) {
        List<FieldChange> changes = new ArrayList<>();
        for (CustomerField field : CustomerField.values()) {
            Object from = field.of(before.data);
            Object to = field.of(data);
            if (!Objects.equals(from, to)) {
                changes.add(new FieldChange(field.field(), from, to));
            }
        }
        return changes;
    }

    private CreditEvent registered() {
        return new CreditEvent.CustomerRegistered(
                customerId,
                data.country(),
                data.kind().code(),
                data.parentCustomerId(),
                data.segment(),
                data.language(),
                personal());
    }

    private CreditEvent changed() {
        return new CreditEvent.CustomerChanged(
                customerId,
                data.country(),
                data.kind().code(),
                data.parentCustomerId(),
                data.segment(),
                data.language(),
                personal());
    }

    private Personal personal() {
        return new Personal(data.name(), data.registrationNumber(), data.vatId(), data.lei(), data.contacts());
    }
}
