package o2c.credit.customers.domain;

import java.util.function.Function;

/** The fields of a customer that callers own, as the change history names them. */
enum CustomerField {
    NAME("name", CustomerData::name),
    COUNTRY("country", CustomerData::country),
    KIND("kind", data -> data.kind() == null ? null : data.kind().code()),
    REGISTRATION_NUMBER("registrationNumber", CustomerData::registrationNumber),
    VAT_ID("vatId", CustomerData::vatId),
    LEI("lei", CustomerData::lei),
    PARENT("parentCustomerId", CustomerData::parentCustomerId),
    SEGMENT("segment", CustomerData::segment),
    LANGUAGE("language", CustomerData::language),
    SINCE("since", CustomerData::since),
    CONTACTS("contacts", CustomerData::contacts),
    NATURAL_PERSON("naturalPerson", data -> data.nature().naturalPerson()),
    LEGAL_FORM("legalForm", data -> data.nature().legalForm()),
    SIZE("size", data -> data.nature().size()),
    RELATED_PARTY("relatedParty", data -> data.nature().relatedParty()),
    VAT_STATUS("vatStatus", data -> data.nature().vatStatus());

    private final String field;
    private final Function<CustomerData, Object> value;

    CustomerField(String field, Function<CustomerData, Object> value) {
        this.field = field;
        this.value = value;
    }

    String field() {
        return field;
    }

    Object of(CustomerData data) {
        return value.apply(data);
    }
}
