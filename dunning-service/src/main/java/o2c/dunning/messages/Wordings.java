package o2c.dunning.messages;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import o2c.dunning.messages.domain.Language;
import o2c.dunning.messages.domain.Message;
import o2c.dunning.messages.domain.Wording;
import o2c.dunning.strategies.domain.Channel;

/** The words of the letters, from the files of the release. */
@ApplicationScoped
class Wordings {

    private final Map<Language, Properties> words = new EnumMap<>(Language.class);

    Wordings() {
        for (Language language : Language.values()) {
            words.put(language, read("/letters/" + language.code() + ".properties"));
        }
    }

    Wording of(Message message, Language language) {
        Properties all = words.get(language);
        String kind = message.step().channel() == Channel.CALL
                ? "call"
                : message.voice().tone().code();
        return new Wording(
                all.getProperty(kind + ".subject"),
                all.getProperty(kind + ".body"),
                all.getProperty("line"),
                all.getProperty("disputedLine"),
                all.getProperty("netted"));
    }

    private static Properties read(String file) {
        try (InputStream in = Wordings.class.getResourceAsStream(file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
