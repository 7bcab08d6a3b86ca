package o2c.dunning.tones.domain;

import java.util.List;
import java.util.Locale;
import o2c.dunning.strategies.domain.StrategyStep;
import o2c.dunning.strategies.domain.Tone;

/** By how much a reminder is stricter or milder than its step says, for each kind of customer. */
public record ToneTable(List<Row> rows) {

    /** Every step keeps its tone. */
    public static final ToneTable EVEN = new ToneTable(List.of());

    public ToneTable {
        rows = List.copyOf(rows);
    }

    /**
     * One line of the table.
     *
     * @param shift degrees: positive is stricter
     */
    public record Row(Attitude attitude, Relation relation, Worth value, int shift) {}

    /** Reads the shipped file. */
    public static ToneTable read(List<String> lines) {
        return new ToneTable(lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split(";"))
                .map(field -> new Row(
                        Attitude.valueOf(field[0].toUpperCase(Locale.ROOT)),
                        Relation.valueOf(field[1].toUpperCase(Locale.ROOT).replace('-', '_')),
                        Worth.valueOf(field[2].toUpperCase(Locale.ROOT)),
                        Integer.parseInt(field[3])))
                .toList());
    }

    int shift(Attitude attitude, Relation relation, Worth value) {
        return rows.stream()
                .filter(row -> row.attitude == attitude && row.relation == relation && row.value == value)
                .mapToInt(Row::shift)
                .findFirst()
                .orElse(0);
    }

    /** Between friendly and firm; a courtesy stays warm and a formal notice formal. */
    Tone toneOf(StrategyStep step, Attitude attitude, Relation relation, Worth value) {
        boolean isFixed = step.isCourtesy() || step.tone() == Tone.FORMAL || step.tone() == Tone.WARM;
        if (isFixed) {
            return step.tone();
        }
        int degree = step.tone().ordinal() + shift(attitude, relation, value);
        return Tone.values()[Math.max(Tone.FRIENDLY.ordinal(), Math.min(Tone.FIRM.ordinal(), degree))];
    }
}
