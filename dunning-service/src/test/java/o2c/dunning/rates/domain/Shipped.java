package o2c.dunning.rates.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The legal tables of the release, as the rules read them. */
public final class Shipped {

    public static final LegalRates RATES = LegalRates.read(lines("rates"));
    public static final Scales SCALES = Scales.read(lines("scales"));
    public static final Holidays HOLIDAYS = Holidays.read(lines("holidays"));

    private Shipped() {}

    private static List<String> lines(String table) {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Shipped.class.getResourceAsStream("/legal/" + table + ".csv"), StandardCharsets.UTF_8))) {
            return file.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
