package o2c.credit.customers;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import o2c.credit.customers.domain.CustomerKind;

@Converter
class KindText implements AttributeConverter<CustomerKind, String> {

    @Override
    public String convertToDatabaseColumn(CustomerKind kind) {
        return kind == null ? null : kind.code();
    }

    @Override
    public CustomerKind convertToEntityAttribute(String code) {
        return code == null ? null : CustomerKind.of(code);
    }
}
