package o2c.dunning.messages.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The languages letters are written in. */
public enum Language {
    NL,
    DE,
    FR,
    EN;

    private static final Map<String, Language> SPOKEN_IN =
            Map.of("NL", NL, "DE", DE, "AT", DE, "LI", DE, "FR", FR, "MC", FR);

    /**
     * The customer's own language where letters exist in it, else the one of his country where it has one, else
     * English.
     *
     * @param preferred BCP 47, or null
     * @param country ISO 3166-1 alpha-2, or null
     */
    public static Language of(String preferred, String country) {
        String wanted = preferred == null ? "" : preferred.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return country == null ? EN : SPOKEN_IN.getOrDefault(country, EN);
        }
        return Arrays.stream(values())
                .filter(language -> wanted.equals(language.code()) || wanted.startsWith(language.code() + "-"))
                .findFirst()
                .orElse(EN);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
