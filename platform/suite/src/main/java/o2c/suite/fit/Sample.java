package o2c.suite.fit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import o2c.suite.rest.CannotGoOn;

/**
 * Companies with figures and what became of them.
 *
 * @param names of the figures
 * @param rows one per company; NaN where a figure is missing
 * @param failed whether the company failed, by row
 */
record Sample(List<String> names, double[][] rows, boolean[] failed) {

    /** Reads a CSV file with a header; the label is 1 for a failure and 0 for none. */
    static Sample read(Path file, String label) {
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            if (lines.size() < 2) {
                throw new CannotGoOn(file + " holds no rows.");
            }
            List<String> header = List.of(lines.get(0).split(",", -1));
            int at = label == null ? header.size() - 1 : header.indexOf(label);
            if (at < 0) {
                throw new CannotGoOn(file + " has no column " + label + ".");
            }
            return parsed(lines, header, at);
        } catch (IOException e) {
            throw new CannotGoOn("Cannot read " + file + ": " + e.getMessage());
        }
    }

    private static Sample parsed(List<String> lines, List<String> header, int label) {
        double[][] rows = new double[lines.size() - 1][];
        boolean[] failed = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            String[] cells = lines.get(i + 1).split(",", -1);
            if (cells.length != header.size()) {
                throw new CannotGoOn(
                        "Line " + (i + 2) + " has " + cells.length + " fields, not " + header.size() + ".");
            }
            rows[i] = new double[cells.length - 1];
            for (int cell = 0, to = 0; cell < cells.length; cell++) {
                if (cell == label) {
                    failed[i] = cells[cell].strip().equals("1");
                } else {
                    rows[i][to++] = number(cells[cell], i + 2);
                }
            }
        }
        List<String> names = new ArrayList<>(header);
        names.remove(label);
        return new Sample(names, rows, failed);
    }

    private static double number(String cell, int line) {
        try {
            return cell.isBlank() || cell.equals("?") ? Double.NaN : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new CannotGoOn("Line " + line + " holds " + cell + ", which is no number.");
        }
    }

    /** The rows at these places. */
    Sample at(int[] places) {
        boolean[] labels = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            labels[i] = failed[places[i]];
        }
        return new Sample(names, Arrays.stream(places).mapToObj(i -> rows[i]).toArray(double[][]::new), labels);
    }

    int size() {
        return rows.length;
    }

    int failures() {
        int count = 0;
        for (boolean one : failed) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
