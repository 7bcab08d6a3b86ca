package o2c.contracts.approved;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import o2c.contracts.Publisher;
import o2c.kernel.Event;

/** One event type with the files that were approved for it: a sample of its data, and the schema it is published by. */
record Approved(Publisher publisher, Class<? extends Event> type) {

    private static final Path ROOT = repository();

    /** Every event type of every publisher. */
    static List<Approved> all() {
        return Arrays.stream(Publisher.values())
                .flatMap(publisher -> publisher.types().values().stream().map(type -> new Approved(publisher, type)))
                .sorted((one, other) -> one.eventType().compareTo(other.eventType()))
                .toList();
    }

    String name() {
        return type.getSimpleName();
    }

    /** The CloudEvents type. */
    String eventType() {
        return publisher.topic() + "." + name();
    }

    /** The name of the schema, as it stands in the header {@code ce_dataschema}. */
    String schemaName() {
        return "urn:" + eventType().replace('.', ':') + ":1";
    }

    Path sampleFile() {
        return samples().resolve(publisher.key()).resolve(name() + ".json");
    }

    Path schemaFile() {
        return schemas().resolve(publisher.key()).resolve(name() + ".v1.json");
    }

    static Path samples() {
        return ROOT.resolve("platform/contracts/src/test/resources/samples");
    }

    static Path schemas() {
        return ROOT.resolve("docs/api/schemas");
    }

    static Path asyncApi() {
        return ROOT.resolve("docs/api/events.asyncapi.yaml");
    }

    static Path eventCatalogue() {
        return ROOT.resolve("docs/events.md");
    }

    /** Where the code of a service lies. */
    static Path codeOf(String service) {
        return ROOT.resolve(service + "-service/src/main/java");
    }

    /** All files below a folder. */
    static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the approved file " + file + " cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return eventType();
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/api"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
