package o2c.runtime.logging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes personal data and secrets out of text that is meant for a log, and keeps it on one line. */
final class Masking {

    private static final Map<String, Pattern> SHAPES = new LinkedHashMap<>();

    static {
        SHAPES.put("[token]", Pattern.compile("(?i:bearer)\\s+[\\w.~+/=-]+|eyJ[\\w-]+\\.[\\w-]+(\\.[\\w-]*)?"));
        SHAPES.put("[e-mail]", Pattern.compile("[\\w.+%-]{1,64}@[\\w-]{1,63}(\\.[\\w-]{1,63})+"));
        SHAPES.put("[vat-id]", Pattern.compile("\\b(NL\\d{9}B\\d{2}|ATU\\d{8}|[A-Z]{2}\\d{8,12})\\b"));
        SHAPES.put("[iban]", Pattern.compile("\\b[A-Z]{2}\\d{2}( ?[A-Z0-9]{4}){2,7}( ?[A-Z0-9]{1,4})?\\b"));
        SHAPES.put(
                "[phone]",
                Pattern.compile("(?<![\\w.+-])(\\+\\d[\\d ()./-]{6,18}\\d|0\\d{1,3}[- ]\\d{6,8})(?![\\w-])"));
    }

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Masking() {}

    /** The text without IBANs, e-mail addresses, phone numbers, VAT ids, tokens and control characters. */
    static String mask(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        String masked = text;
        for (Map.Entry<String, Pattern> shape : SHAPES.entrySet()) {
            masked = shape.getValue().matcher(masked).replaceAll(shape.getKey());
        }
        return CONTROL.matcher(masked).replaceAll(match -> match.group().equals("\t") ? "\t" : "␤");
    }
}
