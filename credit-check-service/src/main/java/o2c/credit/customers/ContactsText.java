package o2c.credit.customers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.UncheckedIOException;
import java.util.List;
import o2c.contracts.CreditEvent.Contact;
import o2c.contracts.json.EventJson;

@Converter
class ContactsText implements AttributeConverter<List<Contact>, String> {

    @Override
    public String convertToDatabaseColumn(List<Contact> contacts) {
        try {
            return EventJson.mapper().writeValueAsString(contacts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Contact> convertToEntityAttribute(String json) {
        try {
            return EventJson.mapper().readValue(json, new TypeReference<List<Contact>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
