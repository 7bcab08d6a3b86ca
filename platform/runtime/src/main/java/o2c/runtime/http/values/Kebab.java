package o2c.runtime.http.values;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/** How the suite writes names outside Java: {@code PUBLIC_BODY} and {@code PublicBody} are {@code public-body}. */
public final class Kebab {

    private Kebab() {}

    /** The name of an enum constant in JSON and addresses; {@link JsonProperty} on the constant overrides it. */
    public static String nameOf(Enum<?> constant) {
        return explicit(constant).orElseGet(() -> ofConstant(constant.name()));
    }

    public static String ofConstant(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static String ofType(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Optional<String> explicit(Enum<?> constant) {
        try {
            return Optional.ofNullable(constant.getDeclaringClass()
                            .getField(constant.name())
                            .getAnnotation(JsonProperty.class))
                    .map(JsonProperty::value);
        } catch (NoSuchFieldException everyConstantHasOne) {
            throw new IllegalStateException(everyConstantHasOne);
        }
    }
}
