package o2c.credit.customers.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import o2c.contracts.CreditEvent.Contact;
import o2c.kernel.RuleBroken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Which customer data is accepted?")
class WhichCustomerDataIsAcceptedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NL123456789B01",
                "BE0123456789",
                "DE123456789",
                "FRXX123456789",
                "ATU12345678",
                "GB123456789",
                "CHE123456789MWST",
                "US12-3456789"
            })
    void aVatIdInItsCountrysForm(String number) {
        assertThatCode(() -> VatId.checked(number)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL123456789", "nl123456789B01", "NL 123456789B01", "DE12345678", "X", "12345678", ""})
    void notAVatIdOfAnotherForm(String number) {
        refuses("vat-id-malformed", () -> VatId.checked(number));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "529900T8BM49AURSDO55, true",
        "5493001KJTIIGC8Y1R12, true",
        "529900T8BM49AURSDO56, false",
        "529900T8BM49AURSD055, false",
        "529900t8bm49aursdo55, false",
        "529900T8BM49AURSDO5, false",
    })
    void anLeiWhoseCheckDigitsAreRight(String lei, boolean right) {
        if (right) {
            assertThat(Lei.checked(lei)).isEqualTo(lei);
        } else {
            refuses("lei-malformed", () -> Lei.checked(lei));
        }
    }

    @ParameterizedTest(name = "{0}, told {1} → human {2}")
    @CsvSource({"CONSUMER,,true", "BUSINESS,,false", "BUSINESS,true,true", "CONSUMER,false,false", ",,false"})
    void aSoleTraderIsABusinessAndAHumanBeing(CustomerKind kind, Boolean told, boolean human) {
        assertThat(new Nature(told, null, null, null, null).isHuman(kind)).isEqualTo(human);
    }

    @Test
    void sizesAndVatStatesAreWordsOfAList() {
        refuses("size-unknown", () -> new Nature(null, null, "huge", null, null).checked());
        refuses("vat-status-unknown", () -> new Nature(null, null, "sme", null, "maybe").checked());
        assertThatCode(() -> new Nature(true, "Einzelunternehmen", "large", false, "exempt").checked())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "XX", "NLD", "", "UK"})
    void aCountryOfIso3166(String country) {
        refuses("country-unknown", () -> Country.checked(country));
    }

    @Test
    void aContactThatCanBeReached() {
        accepts(new Contact("Ann", "billing", "ann@example.org", null, "nl"));
        accepts(new Contact(null, null, null, "+31 (0)20 123 45 67", null));
        refusesContact("contact-unreachable", new Contact("Ann", "billing", null, null, null));
        refusesContact("email-malformed", new Contact("Ann", null, "ann.example.org", null, null));
        refusesContact("phone-malformed", new Contact("Ann", null, null, "call me", null));
        refusesContact("language-unknown", new Contact("Ann", null, "ann@example.org", null, "dutch"));
    }

    @Test
    void aNameACountryAndAKindAtLeast() {
        refuses("name-missing", () -> CustomerData.UNTOLD.checked());
        refuses("kind-unknown", () -> CustomerKind.of("BUSINESS"));
        refuses("text-blank", () -> data("  ").checked());
        refuses("control-character", () -> data("a\u0007b").checked());
        refuses("text-too-long", () -> data("a".repeat(201)).checked());
    }

    @Test
    void nobodyIsHisOwnAncestor() {
        FamilyTree tree = new FamilyTree(Map.of("child", "parent", "parent", "grandparent"));

        refuses("parent-cycle", () -> tree.place("child", "child"));
        refuses("parent-cycle", () -> tree.place("grandparent", "child"));
        tree.place("parent", null);
        tree.place("grandparent", "child");
        refuses("parent-cycle", () -> tree.place("parent", "grandparent"));
    }

    static CustomerData data(String name, Contact... contacts) {
        return new CustomerData(
                name, "NL", CustomerKind.BUSINESS, null, null, null, null, null, null, null, List.of(contacts), null);
    }

    private static void accepts(Contact contact) {
        assertThatCode(() -> data("Acme", contact).checked()).doesNotThrowAnyException();
    }

    private static void refusesContact(String code, Contact contact) {
        refuses(code, () -> data("Acme", contact).checked());
    }

    private static void refuses(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
