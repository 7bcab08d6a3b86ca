package o2c.credit.storage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * JSON in the one form of RFC 8785: names sorted by UTF-16 code units, no spaces, the shortest escapes. Numbers are
 * whole here; amounts and rates travel as text.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    public static String of(JsonNode node) {
        StringBuilder text = new StringBuilder();
        write(node, text);
        return text.toString();
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            Collections.sort(names);
            text.append('{');
            for (int i = 0; i < names.size(); i++) {
                quoted(names.get(i), text.append(i == 0 ? "" : ","));
                write(node.get(names.get(i)), text.append(':'));
            }
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            for (int i = 0; i < node.size(); i++) {
                write(node.get(i), text.append(i == 0 ? "" : ","));
            }
            text.append(']');
        } else if (node.isTextual()) {
            quoted(node.textValue(), text);
        } else if (node.isNumber() && !node.isIntegralNumber()) {
            throw new IllegalArgumentException("a fraction stands in a text here, not in a number");
        } else {
            text.append(node.asText());
        }
    }

    private static void quoted(String value, StringBuilder text) {
        text.append('"');
        for (char character : value.toCharArray()) {
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> plain(character, text);
            }
        }
        text.append('"');
    }

    private static void plain(char character, StringBuilder text) {
        if (character < ' ') {
            text.append(String.format("\\u%04x", (int) character));
        } else {
            text.append(character);
        }
    }
}
