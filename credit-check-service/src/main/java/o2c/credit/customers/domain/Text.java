package o2c.credit.customers.domain;

import o2c.kernel.RuleBroken;

/** Free text that callers send: not blank when given, bounded, without control characters. */
final class Text {

    private Text() {}

    /** The text itself; null stays null. Codes {@code text-blank}, {@code text-too-long}, {@code control-character}. */
    static String checked(String text, int most, String pointer) {
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            throw RuleBroken.invalid("text-blank", "leave it out or send null instead of blanks")
                    .at(pointer);
        }
        if (text.length() > most) {
            throw RuleBroken.invalid("text-too-long", "at most " + most + " characters")
                    .at(pointer);
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw RuleBroken.invalid("control-character", "no control characters")
                    .at(pointer);
        }
        return text;
    }
}
