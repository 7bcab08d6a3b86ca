package o2c.contracts.approved;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/events.md} names every event once, and as reacting exactly the services whose code observes it. */
class TheEventCatalogueIsTrueTest {

    private static final List<String> SERVICES = List.of("credit-check", "invoice", "dunning", "policy");
    private static final String NOBODY = "for the outside";
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|.*\\| ([^|]+) \\|$");
    private static final Pattern OBSERVER = Pattern.compile("@Observes\\s+(?:\\w+\\.)?(\\w+)\\b");

    @Test
    void itNamesEveryEventOnce() {
        List<String> named = Approved.read(Approved.eventCatalogue())
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .toList();

        assertThat(named)
                .as("events in %s", Approved.eventCatalogue())
                .containsExactlyInAnyOrderElementsOf(
                        Approved.all().stream().map(Approved::name).toList());
    }

    @Test
    void whoReactsIsWhatTheCodeSays() {
        Map<String, Set<String>> told = new TreeMap<>();
        Approved.read(Approved.eventCatalogue())
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> told.put(row.group(1), services(row.group(2))));

        assertThat(told).as("who reacts, in %s", Approved.eventCatalogue()).isEqualTo(observers());
    }

    /** {@code invoice, policy: as above · dunning: letters} names three services. */
    private static Set<String> services(String cell) {
        return cell.equals(NOBODY)
                ? Set.of()
                : Arrays.stream(cell.split(" · "))
                        .map(part -> part.substring(0, part.indexOf(':')))
                        .flatMap(names -> Arrays.stream(names.split(", ")))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> observers() {
        Map<String, Set<String>> observers = new TreeMap<>();
        Approved.all().forEach(approved -> observers.put(approved.name(), new TreeSet<>()));
        for (String service : SERVICES) {
            for (Path file : Approved.filesIn(Approved.codeOf(service))) {
                Matcher observer = OBSERVER.matcher(Approved.read(file));
                while (observer.find()) {
                    observers.getOrDefault(observer.group(1), new TreeSet<>()).add(service);
                }
            }
        }
        return observers;
    }
}
