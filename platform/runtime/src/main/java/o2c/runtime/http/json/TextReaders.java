package o2c.runtime.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import o2c.kernel.RuleBroken;
import o2c.runtime.http.values.Text;

/** Readers of text, keys and free-form JSON that refuse what cannot be kept exactly. */
final class TextReaders {

    private TextReaders() {}

    private static String storable(String text) {
        if (text != null && !Text.isStorable(text)) {
            throw RuleBroken.invalid("text-malformed", Text.UNSTORABLE);
        }
        return text;
    }

    static final class OfText extends StdDeserializer<String> {
        private static final long serialVersionUID = 1;

        OfText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return storable(StringDeserializer.instance.deserialize(json, context));
        }
    }

    static final class OfKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return storable(key);
        }
    }

    static final class OfTree extends StdDeserializer<JsonNode> {
        private static final long serialVersionUID = 1;

        OfTree() {
            super(JsonNode.class);
        }

        @Override
        public JsonNode deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode tree = (JsonNode)
                    JsonNodeDeserializer.getDeserializer(JsonNode.class).deserialize(json, context);
            check(tree, "");
            return tree;
        }

        private static void check(JsonNode node, String pointer) {
            if (node.isTextual() && !Text.isStorable(node.textValue())) {
                throw RuleBroken.invalid("text-malformed", Text.UNSTORABLE).at(pointer);
            }
            for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
                check(node.get(i), pointer + "/" + i);
            }
            node.properties().forEach(field -> {
                storable(field.getKey());
                check(field.getValue(), pointer + "/" + field.getKey());
            });
        }
    }
}
