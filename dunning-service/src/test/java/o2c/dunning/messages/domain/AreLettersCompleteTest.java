package o2c.dunning.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Are the letters complete in every language?")
class AreLettersCompleteTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @ParameterizedTest
    @EnumSource
    @DisplayName("Each has the same texts with the same placeholders as in English")
    void complete(Language language) throws IOException {
        Properties english = words(Language.EN);
        Properties words = words(language);

        assertThat(words.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(words.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
            assertThat(words.getProperty(key).equals(english.getProperty(key)))
                    .as(key + " is translated")
                    .isEqualTo(language == Language.EN);
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties words(Language language) throws IOException {
        Properties words = new Properties();
        words.load(new InputStreamReader(
                AreLettersCompleteTest.class.getResourceAsStream("/letters/" + language.code() + ".properties"),
                StandardCharsets.UTF_8));
        return words;
    }
}
