package o2c.runtime.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import o2c.kernel.Money;
import o2c.kernel.RuleBroken;

/** Reads {@code {"amount":"12.50","currency":"EUR"}} and names the half that is wrong. */
final class MoneyReader extends StdDeserializer<Money> {

    private static final long serialVersionUID = 1;

    MoneyReader() {
        super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.START_OBJECT)) {
            throw RuleBroken.invalid("wrong-type", "money is an object of amount and currency");
        }
        String amount = null;
        String currency = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "amount" -> amount = text(json, "/amount", "amount-malformed");
                case "currency" -> currency = text(json, "/currency", "currency-unknown");
                default -> context.handleUnknownProperty(json, this, Money.class, name);
            }
        }
        return money(amount, currency);
    }

    private static Money money(String amount, String currency) {
        if (amount == null) {
            throw RuleBroken.invalid("amount-malformed", "the amount is missing")
                    .at("/amount");
        }
        if (currency == null) {
            throw RuleBroken.invalid("currency-unknown", "the currency is missing")
                    .at("/currency");
        }
        try {
            return new Money(ScalarReader.decimal(amount), ScalarReader.currency(currency));
        } catch (RuleBroken refused) {
            throw refused.at(refused.code().startsWith("currency") ? "/currency" : "/amount");
        }
    }

    private static String text(JsonParser json, String pointer, String code) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            throw RuleBroken.invalid(code, "amount and currency are written as JSON strings")
                    .at(pointer);
        }
        return json.getText();
    }
}
