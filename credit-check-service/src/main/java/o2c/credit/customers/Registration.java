package o2c.credit.customers;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import o2c.contracts.CreditEvent.Contact;
import o2c.credit.customers.domain.CustomerData;
import o2c.credit.customers.domain.CustomerKind;
import o2c.credit.customers.domain.Nature;
import o2c.kernel.RuleBroken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller tells about a customer: an absent field keeps its value, null clears it. */
@Schema(name = "Registration")
class Registration {

    private static final Set<String> OURS = Set.of(
            "provisional",
            "heardOn",
            "version",
            "changedAt",
            "score",
            "riskClass",
            "class",
            "holds",
            "creditLimit",
            "exposure",
            "bankAccounts",
            "deliveryState");

    private String customerId;
    private Change<String> name = Change.keep();
    private Change<String> country = Change.keep();
    private Change<String> kind = Change.keep();
    private Change<String> registrationNumber = Change.keep();
    private Change<String> vatId = Change.keep();
    private Change<String> lei = Change.keep();
    private Change<String> parentCustomerId = Change.keep();
    private Change<String> segment = Change.keep();
    private Change<String> language = Change.keep();
    private Change<LocalDate> since = Change.keep();
    private Change<List<Contact>> contacts = Change.keep();
    private Change<Boolean> naturalPerson = Change.keep();
    private Change<String> legalForm = Change.keep();
    private Change<String> size = Change.keep();
    private Change<Boolean> relatedParty = Change.keep();
    private Change<String> vatStatus = Change.keep();
    private final Set<String> others = new TreeSet<>();

    /** The id in the body: required in a batch, else it must be the path's when sent. */
    Optional<String> customerId() {
        return Optional.ofNullable(customerId);
    }

    /** The parent the caller tells, if any. */
    Optional<String> parent() {
        return Optional.ofNullable(parentCustomerId.value());
    }

    /**
     * What the data becomes.
     *
     * @throws RuleBroken {@code field-owned-by-service}, {@code field-unknown}, {@code kind-unknown}
     */
    CustomerData applyTo(CustomerData stored) {
        others.stream().findFirst().ifPresent(Registration::refuse);
        return new CustomerData(
                name.or(stored.name()),
                country.or(stored.country()),
                kind.told() ? kindOf(kind.value()) : stored.kind(),
                registrationNumber.or(stored.registrationNumber()),
                vatId.or(stored.vatId()),
                lei.or(stored.lei()),
                parentCustomerId.or(stored.parentCustomerId()),
                segment.or(stored.segment()),
                language.or(stored.language()),
                since.or(stored.since()),
                contacts.or(stored.contacts()),
                natureFrom(stored.nature()));
    }

    private Nature natureFrom(Nature stored) {
        return new Nature(
                naturalPerson.or(stored.naturalPerson()),
                legalForm.or(stored.legalForm()),
                size.or(stored.size()),
                relatedParty.or(stored.relatedParty()),
                vatStatus.or(stored.vatStatus()));
    }

    private static CustomerKind kindOf(String code) {
        return code == null ? null : CustomerKind.of(code);
    }

    private static void refuse(String field) {
        throw OURS.contains(field)
                ? RuleBroken.invalid("field-owned-by-service", "the service sets this field itself")
                        .at("/" + field)
                : RuleBroken.invalid("field-unknown", "there is no such field").at("/" + field);
    }

    public void setCustomerId(String value) {
        customerId = value;
    }

    public void setName(String value) {
        name = Change.to(value);
    }

    public void setCountry(String value) {
        country = Change.to(value);
    }

    public void setKind(String value) {
        kind = Change.to(value);
    }

    public void setRegistrationNumber(String value) {
        registrationNumber = Change.to(value);
    }

    public void setVatId(String value) {
        vatId = Change.to(value);
    }

    public void setLei(String value) {
        lei = Change.to(value);
    }

    public void setParentCustomerId(String value) {
        parentCustomerId = Change.to(value);
    }

    public void setSegment(String value) {
        segment = Change.to(value);
    }

    public void setLanguage(String value) {
        language = Change.to(value);
    }

    public void setSince(LocalDate value) {
        since = Change.to(value);
    }

    public void setContacts(List<Contact> value) {
        contacts = Change.to(value);
    }

    public void setNaturalPerson(Boolean value) {
        naturalPerson = Change.to(value);
    }

    public void setLegalForm(String value) {
        legalForm = Change.to(value);
    }

    public void setSize(String value) {
        size = Change.to(value);
    }

    public void setRelatedParty(Boolean value) {
        relatedParty = Change.to(value);
    }

    public void setVatStatus(String value) {
        vatStatus = Change.to(value);
    }

    @JsonAnySetter
    void setOther(String field, Object value) {
        others.add(field);
    }
}
