package o2c.suite.rest;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands on a command line: options with a value each, and the words between them. */
public record Arguments(List<String> words, Map<String, String> values) {

    /** The repository's root, handed over by the script. */
    private static final String ROOT = "o2c.root";

    /**
     * Reads the command line of a command that knows these options.
     *
     * @throws CannotGoOn when it holds another one, or one without its value
     */
    public static Arguments of(String command, Set<String> known, String... line) {
        Deque<String> rest = new ArrayDeque<>(List.of(line));
        List<String> words = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (!known.contains(word)) {
                throw new CannotGoOn("Unknown option " + word + "; " + command + " --help lists the options.");
            } else if (rest.isEmpty()) {
                throw new CannotGoOn("Option " + word + " needs a value.");
            } else {
                values.put(word, rest.pop());
            }
        }
        return new Arguments(words, values);
    }

    public Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** The data folder: {@code --data}, else {@code .o2c} in the repository. */
    public Path data() {
        return value("--data")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty(ROOT, ""), ".o2c"))
                .toAbsolutePath()
                .normalize();
    }
}
