package o2c.credit.onboarding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import o2c.contracts.CreditEvent.Contact;
import o2c.credit.customers.domain.CustomerData;
import o2c.credit.customers.domain.CustomerKind;
import o2c.credit.customers.domain.Nature;
import o2c.credit.onboarding.domain.Dossier.Item;
import o2c.credit.onboarding.domain.Dossier.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is missing before a contract?")
class WhatIsMissingBeforeAContractTest {

    private static final Contact DESK = new Contact("Desk", "Accounts-Payable", "ap@acme.example", null, null);

    @ParameterizedTest(name = "{0}, human {1}, VAT {2} → {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "BUSINESS | false | | registration-number vat-id legal-form language email-address"
                        + " contact-for-invoices financial-health",
                "BUSINESS | true | | registration-number vat-id language email-address contact-for-invoices",
                "BUSINESS | false | exempt | registration-number legal-form language email-address"
                        + " contact-for-invoices financial-health",
                "CONSUMER | true | | language email-address",
                "PUBLIC_BODY | false | | language email-address",
            })
    void ofSomebodyOfWhomLittleIsKnown(CustomerKind kind, boolean human, String vat, String missing) {
        Dossier dossier = Dossier.of(data(kind, new Nature(human, null, null, null, vat), null, List.of()), false);

        assertThat(dossier.isComplete()).isFalse();
        assertThat(dossier.items())
                .filteredOn(item -> item.state() == State.MISSING)
                .extracting(Item::item)
                .containsExactly(missing.split(" "));
    }

    @Test
    void nothingOfSomebodyWhoIsKnown() {
        CustomerData data =
                data(CustomerKind.BUSINESS, new Nature(false, "BV", "sme", false, "registered"), "nl", List.of(DESK));

        assertThat(Dossier.of(data, true).items())
                .contains(new Item("registration-number", State.MISSING), new Item("vat-id", State.MISSING));
        CustomerData whole = new CustomerData(
                "Acme",
                "NL",
                CustomerKind.BUSINESS,
                "12345678",
                "NL123456789B01",
                null,
                null,
                null,
                "nl",
                null,
                List.of(DESK),
                data.nature());
        assertThat(Dossier.of(whole, true).isComplete()).isTrue();
        assertThat(Dossier.of(whole, false).isComplete()).isFalse();
    }

    private static CustomerData data(CustomerKind kind, Nature nature, String language, List<Contact> contacts) {
        return new CustomerData("Acme", "NL", kind, null, null, null, null, null, language, null, contacts, nature);
    }
}
