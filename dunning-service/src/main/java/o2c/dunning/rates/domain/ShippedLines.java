package o2c.dunning.rates.domain;

import java.util.List;
import java.util.stream.Stream;

/** The lines of a shipped table: comments begin with #, the first other line names the columns. */
final class ShippedLines {

    private ShippedLines() {}

    static Stream<String[]> in(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split(";", -1));
    }
}
