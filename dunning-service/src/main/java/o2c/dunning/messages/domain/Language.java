package o2c.dunning.messages.domain;

import java.util.Locale;

/** The languages letters are written in. */
public enum Language {
    NL,
    EN;

    /**
     * The customer's own language where letters exist in it, else Dutch in the Netherlands, else English.
     *
     * @param preferred BCP 47, or null
     * @param country ISO 3166-1 alpha-2, or null
     */
    public static Language of(String preferred, String country) {
        String wanted = preferred == null ? "" : preferred.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return "NL".equals(country) ? NL : EN;
        }
        return wanted.equals("nl") || wanted.startsWith("nl-") ? NL : EN;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
