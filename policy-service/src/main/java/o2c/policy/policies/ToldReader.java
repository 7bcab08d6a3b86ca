package o2c.policy.policies;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Tells a field that was left out from one that was cleared. */
final class ToldReader extends StdDeserializer<Told<?>> implements ContextualDeserializer {

    private static final long serialVersionUID = 1;

    private final JavaType type;

    ToldReader() {
        this(null);
    }

    private ToldReader(JavaType type) {
        super(Told.class);
        this.type = type;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new ToldReader(context.getContextualType().containedType(0));
    }

    @Override
    public Told<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return new Told<>(true, context.readValue(json, type));
    }

    @Override
    public Told<?> getNullValue(DeserializationContext context) {
        return new Told<>(true, null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Told.nothing();
    }
}
