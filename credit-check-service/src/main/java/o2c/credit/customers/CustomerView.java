package o2c.credit.customers;

import java.time.LocalDate;
import java.util.List;
import o2c.contracts.CreditEvent.Contact;
import o2c.credit.customers.domain.CustomerData;

/**
 * A customer in answers.
 *
 * @param provisional true while only an invoice or a payment has named it
 * @param heardOn the business date on which it first became known here
 */
record CustomerView(
        String customerId,
        String name,
        String country,
        String kind,
        String registrationNumber,
        String vatId,
        String lei,
        String parentCustomerId,
        String segment,
        String language,
        LocalDate since,
        List<Contact> contacts,
        Boolean naturalPerson,
        String legalForm,
        String size,
        Boolean relatedParty,
        String vatStatus,
        boolean provisional,
        LocalDate heardOn) {

    static CustomerView of(CustomerRow row) {
        CustomerData data = row.toCustomer().data();
        return new CustomerView(
                row.customerId,
                data.name(),
                data.country(),
                data.kind() == null ? null : data.kind().code(),
                data.registrationNumber(),
                data.vatId(),
                data.lei(),
                data.parentCustomerId(),
                data.segment(),
                data.language(),
                data.since(),
                data.contacts(),
                data.nature().naturalPerson(),
                data.nature().legalForm(),
                data.nature().size(),
                data.nature().relatedParty(),
                data.nature().vatStatus(),
                row.provisional,
                row.heardOn);
    }
}
