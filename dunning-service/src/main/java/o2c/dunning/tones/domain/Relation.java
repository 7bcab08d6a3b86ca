package o2c.dunning.tones.domain;

import java.util.Locale;
import java.util.Set;

/** What the customer means to the house, by his segment. */
public enum Relation {
    KEY_ACCOUNT,
    STANDARD;

    private static final Set<String> KEY_SEGMENTS = Set.of("key-account", "low-risk");

    public static Relation ofSegment(String segment) {
        return segment != null && KEY_SEGMENTS.contains(segment) ? KEY_ACCOUNT : STANDARD;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
