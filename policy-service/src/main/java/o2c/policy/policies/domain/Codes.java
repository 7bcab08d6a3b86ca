package o2c.policy.policies.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import o2c.kernel.RuleBroken;

/** The written form of the choices that clauses offer: {@code PRO_RATA} is {@code pro-rata} in JSON and tables. */
public final class Codes {

    private Codes() {}

    public static String text(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The choice a caller wrote.
     *
     * @param pointer JSON Pointer of the field
     * @throws RuleBroken {@code choice-unknown} when there is no such choice
     */
    public static <E extends Enum<E>> E choice(Class<E> choices, String text, String pointer) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> text(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> RuleBroken.invalid("choice-unknown", "one of " + all(choices) + " is expected")
                        .at(pointer));
    }

    private static <E extends Enum<E>> String all(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants()).map(Codes::text).collect(Collectors.joining(", "));
    }
}
