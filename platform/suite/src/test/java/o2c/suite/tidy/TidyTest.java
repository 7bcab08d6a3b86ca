package o2c.suite.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The repository keeps its own rules of size, naming and tidiness. */
class TidyTest {

    private static Repository repository;
    private static List<SourceFile> sources;

    @BeforeAll
    static void readEverything() {
        repository = Repository.here();
        sources = SourceFile.all(new TreeMap<>(repository.withEnding(".java").parallelStream()
                .collect(Collectors.toMap(Function.identity(), repository::read))));
    }

    @Test
    void filesMethodsAndLinesAreSmall() {
        assertThat(JavaChecks.about(sources, JavaChecks::sizes)).isEmpty();
    }

    @Test
    void packagesAreNotCrowded() {
        assertThat(JavaChecks.crowdedPackages(repository.withEnding(".java"))).isEmpty();
    }

    @Test
    void namesComeFromTheBusiness() {
        // the samples of the architecture rules' own test break rules on purpose
        List<SourceFile> serious = sources.stream()
                .filter(file -> !file.path().toString().contains("testkit/sample"))
                .toList();

        assertThat(JavaChecks.about(serious, JavaChecks::names)).isEmpty();
    }

    @Test
    void noCodeIsCommentedOut() {
        assertThat(JavaChecks.about(sources, JavaChecks::commentedOutCode)).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(inTexts(TextChecks::unfinished)).isEmpty();
    }

    @Test
    void noFileKnowsTheMachineItWasWrittenOn() {
        assertThat(inTexts(TextChecks::ofAMachine)).isEmpty();
    }

    @Test
    void linksBetweenPagesLeadSomewhere() {
        assertThat(repository.withEnding(".md").stream()
                        .flatMap(page -> TextChecks.deadLinks(repository.root(), page, repository.read(page)).stream()))
                .isEmpty();
    }

    @Test
    void everyRuleInTheIndexLeadsToItsMethodAndItsTest() {
        Path index = Path.of("docs/rules.md");
        assertThat(repository.root().resolve(index)).matches(Files::exists, "exists");
        assertThat(new RulesIndex(sources).complaints(repository.read(index))).isEmpty();
    }

    private static List<String> inTexts(BiFunction<Path, String, List<String>> check) {
        return repository.texts().parallelStream()
                .flatMap(file -> check.apply(file, repository.read(file)).stream())
                .toList();
    }
}
