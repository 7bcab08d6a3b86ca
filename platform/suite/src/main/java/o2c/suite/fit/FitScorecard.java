package o2c.suite.fit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import o2c.contracts.json.EventJson;
import o2c.suite.rest.Arguments;
import o2c.suite.rest.CannotGoOn;

/** {@code deploy/fit-scorecard}: fits a scorecard to companies whose fate is known, and says how well it tells. */
public final class FitScorecard {

    private static final String USAGE = """
        deploy/fit-scorecard FILE [--label COLUMN] [--most N] [--folds N] [--seed N] [--from DAY] [--out FILE]

          Fits a scorecard to a CSV file of figures with a header and one line per company. Ranges of equal size per
          figure, weight of evidence, the most telling figures that are not too alike, logistic regression, whole
          points. Prints the points as a table, and the area under the curve on each fold that was held back.

          --label COLUMN  1 for a company that failed, 0 for one that did not (default: the last column)
          --most N        at most so many characteristics (default: 15)
          --folds N       of the cross-validation (default: 5)
          --seed N        of the division into folds (default: 1)
          --from DAY      effectiveFrom of the scorecard (default: 2026-01-01)
          --out FILE      where the scorecard goes, as PUT /v1/scorecards/{scorecardId} of
                          credit-check-service takes it; agencies give the figures as ratios under their names
                          in lower case
        """;

    private FitScorecard() {}

    public static void main(String[] line) {
        System.exit(run(line));
    }

    static int run(String... line) {
        try {
            if (List.of(line).contains("--help")) {
                System.out.print(USAGE);
                return 0;
            }
            Arguments told = Arguments.of(
                    "deploy/fit-scorecard", Set.of("--label", "--most", "--folds", "--seed", "--from", "--out"), line);
            if (told.words().size() != 1) {
                throw new CannotGoOn("Name one file; deploy/fit-scorecard --help tells more.");
            }
            fit(told);
            return 0;
        } catch (CannotGoOn no) {
            System.err.println(no.getMessage());
            return 2;
        }
    }

    private static void fit(Arguments told) {
        Sample sample =
                Sample.read(Path.of(told.words().get(0)), told.value("--label").orElse(null));
        int most = number(told, "--most", 15);
        int folds = number(told, "--folds", 5);
        if (sample.failures() < folds || sample.size() - sample.failures() < folds) {
            throw new CannotGoOn("Each fold needs a company that failed and one that did not.");
        }
        double[] areas = Discrimination.crossValidated(sample, folds, most, number(told, "--seed", 1));
        FittedCard card = FittedCard.of(sample, most);
        print(sample, card, areas);
        told.value("--out").map(Path::of).ifPresent(file -> {
            write(file, definition(sample, card, told.value("--from").orElse("2026-01-01")));
            System.out.println("The scorecard is in " + file + ".");
        });
    }

    private static void print(Sample sample, FittedCard card, double[] areas) {
        System.out.printf(
                Locale.ROOT,
                "%d companies, %d failed; %d characteristics, base %d points%n",
                sample.size(),
                sample.failures(),
                card.figures().size(),
                card.base());
        for (int k = 0; k < card.figures().size(); k++) {
            Binning binning = card.figures().get(k);
            System.out.printf(
                    Locale.ROOT,
                    "%s (information %.3f)%n",
                    sample.names().get(binning.figure()),
                    binning.information());
            double[] cuts = binning.cuts();
            for (int place = 0; place <= cuts.length; place++) {
                System.out.printf(
                        Locale.ROOT,
                        "  %12s up to below %12s  %+5d%n",
                        place == 0 ? "" : text(cuts[place - 1]),
                        place == cuts.length ? "" : text(cuts[place]),
                        card.points(k, place));
            }
            System.out.printf(Locale.ROOT, "  %38s  %+5d%n", "missing", card.points(k, cuts.length + 1));
        }
        System.out.printf(
                Locale.ROOT,
                "Area under the curve on held-back folds: %.4f on average (%s)%n",
                Arrays.stream(areas).average().orElseThrow(),
                String.join(
                        ", ",
                        Arrays.stream(areas)
                                .mapToObj(area -> String.format(Locale.ROOT, "%.4f", area))
                                .toList()));
    }

    /** The card as the service takes it. */
    static ObjectNode definition(Sample sample, FittedCard card, String from) {
        ObjectNode definition = EventJson.mapper().createObjectNode();
        definition.put("effectiveFrom", from);
        definition.put("base", String.valueOf(card.base()));
        definition.put("leastKnown", (card.figures().size() + 1) / 2);
        ArrayNode characteristics = definition.putArray("characteristics");
        for (int k = 0; k < card.figures().size(); k++) {
            characteristic(sample, card, k, characteristics.addObject());
        }
        ArrayNode classes = definition.putArray("classes");
        String[][] table = {
            {"A", "580", "365"}, {"B", "540", "365"}, {"C", "500", "180"}, {"D", "460", "90"}, {"E", "0", "30"}
        };
        for (String[] one : table) {
            classes.addObject().put("name", one[0]).put("from", one[1]).put("reviewDays", Integer.parseInt(one[2]));
        }
        return definition;
    }

    private static void characteristic(Sample sample, FittedCard card, int k, ObjectNode target) {
        Binning binning = card.figures().get(k);
        String fact = sample.names()
                .get(binning.figure())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        target.put("fact", fact);
        ArrayNode bins = target.putArray("bins");
        double[] cuts = binning.cuts();
        for (int place = 0; place <= cuts.length; place++) {
            ObjectNode bin = bins.addObject();
            if (place > 0) {
                bin.put("from", text(cuts[place - 1]));
            }
            if (place < cuts.length) {
                bin.put("below", text(cuts[place]));
            }
            long points = card.points(k, place);
            bin.put("points", String.valueOf(points)).put("reasonCode", fact + (points < 0 ? "-poor" : "-fair"));
        }
        target.putObject("missing")
                .put("points", String.valueOf(card.points(k, cuts.length + 1)))
                .put("reasonCode", fact + "-unknown");
    }

    private static String text(double cut) {
        return new BigDecimal(Double.toString(cut)).toPlainString();
    }

    private static int number(Arguments told, String option, int usual) {
        try {
            return told.value(option).map(Integer::parseInt).orElse(usual);
        } catch (NumberFormatException e) {
            throw new CannotGoOn("Option " + option + " takes a whole number.");
        }
    }

    private static void write(Path file, ObjectNode definition) {
        try {
            Files.writeString(file, definition.toPrettyString() + System.lineSeparator());
        } catch (IOException e) {
            throw new CannotGoOn("Cannot write " + file + ": " + e.getMessage());
        }
    }
}
