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
    CONTACTS("contacts", CustomerData::contacts);

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
