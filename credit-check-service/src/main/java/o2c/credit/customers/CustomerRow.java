package o2c.credit.customers;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import o2c.contracts.CreditEvent.Contact;
import o2c.credit.customers.domain.Customer;
import o2c.credit.customers.domain.CustomerData;
import o2c.credit.customers.domain.CustomerKind;
import o2c.credit.customers.domain.Nature;
import org.hibernate.annotations.TenantId;

@Entity
@Table(name = "customer")
class CustomerRow {

    @Id
    UUID id;

    @TenantId
    String tenant;

    @Column(name = "customer_id")
    String customerId;

    boolean provisional;

    @Column(name = "heard_on")
    LocalDate heardOn;

    String name;
    String country;

    @Convert(converter = KindText.class)
    CustomerKind kind;

    @Column(name = "registration_number")
    String registrationNumber;

    @Column(name = "vat_id")
    String vatId;

    String lei;

    @Column(name = "parent_customer_id")
    String parentCustomerId;

    String segment;
    String language;

    @Column(name = "since_on")
    LocalDate since;

    @Convert(converter = ContactsText.class)
    List<Contact> contacts;

    @Column(name = "natural_person")
    Boolean naturalPerson;

    @Column(name = "legal_form")
    String legalForm;

    String size;

    @Column(name = "related_party")
    Boolean relatedParty;

    @Column(name = "vat_status")
    String vatStatus;

    @Version
    long version;

    /** Set by the database, together with the change history. */
    @Column(name = "changed_at", insertable = false, updatable = false)
    Instant changedAt;

    Customer toCustomer() {
        return new Customer(
                customerId,
                provisional,
                new CustomerData(
                        name,
                        country,
                        kind,
                        registrationNumber,
                        vatId,
                        lei,
                        parentCustomerId,
                        segment,
                        language,
                        since,
                        contacts,
                        new Nature(naturalPerson, legalForm, size, relatedParty, vatStatus)));
    }

    void take(Customer customer) {
        CustomerData data = customer.data();
        provisional = customer.provisional();
        name = data.name();
        country = data.country();
        kind = data.kind();
        registrationNumber = data.registrationNumber();
        vatId = data.vatId();
        lei = data.lei();
        parentCustomerId = data.parentCustomerId();
        segment = data.segment();
        language = data.language();
        since = data.since();
        contacts = data.contacts();
        naturalPerson = data.nature().naturalPerson();
        legalForm = data.nature().legalForm();
        size = data.nature().size();
        relatedParty = data.nature().relatedParty();
        vatStatus = data.nature().vatStatus();
    }
}
