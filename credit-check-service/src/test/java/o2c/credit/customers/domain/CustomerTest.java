package o2c.credit.customers.domain;

import static o2c.credit.customers.domain.WhichCustomerDataIsAcceptedTest.data;
import static org.assertj.core.api.Assertions.assertThat;

import o2c.contracts.CreditEvent;
import o2c.contracts.CreditEvent.Contact;
import o2c.kernel.Decision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A customer")
class CustomerTest {

    private static final Contact ANN = new Contact("Ann", "billing", "ann@example.org", null, "nl");

    @Test
    void isRegisteredByTheFirstDataTold() {
        Decision<Customer> told = Customer.heardOf("C1").update(data("Acme", ANN));

        assertThat(told.next()).isEqualTo(new Customer("C1", false, data("Acme", ANN)));
        assertThat(told.events()).hasOnlyElementsOfType(CreditEvent.CustomerRegistered.class);
    }

    @Test
    void staysSilentWhenTheSameIsToldAgain() {
        Customer customer = new Customer("C1", false, data("Acme", ANN));

        assertThat(customer.update(data("Acme", ANN))).isEqualTo(Decision.unchanged(customer));
    }

    @Test
    void announcesItsWholeNewState() {
        Customer customer = new Customer("C1", false, data("Acme", ANN));

        assertThat(customer.update(data("Acme Ltd")).events())
                .containsExactly(new CreditEvent.CustomerChanged(
                        "C1",
                        "NL",
                        "business",
                        null,
                        null,
                        null,
                        new CreditEvent.Personal("Acme Ltd", null, null, null, java.util.List.of())));
    }

    @Test
    void remembersWhatChangedFieldByField() {
        Customer before = new Customer("C1", false, data("Acme", ANN));
        Customer after = new Customer("C1", false, data("Acme Ltd", ANN));

        assertThat(after.changesSince(before)).containsExactly(new FieldChange("name", "Acme", "Acme Ltd"));
        assertThat(after.changesSince(after)).isEmpty();
    }
}
