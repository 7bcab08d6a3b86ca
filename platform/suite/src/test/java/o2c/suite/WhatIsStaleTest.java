package o2c.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIsStaleTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path root;

    @BeforeEach
    void aRepository() throws IOException {
        write("pom.xml", "<module>platform/kernel</module><module>a-service</module><module>b-service</module>", 0);
        write("platform/kernel/pom.xml", "", 0);
        write("platform/kernel/src/main/java/K.java", "", 0);
        write("a-service/pom.xml", dependency("platform-kernel", ""), 0);
        write("a-service/src/main/java/A.java", "", 0);
        write("b-service/pom.xml", dependency("platform-kernel", "<scope>test</scope>"), 0);
    }

    @Test
    void whatWasNeverBuiltIsStale() throws IOException {
        assertThat(new Build(root).stale()).containsExactly("a-service", "b-service");
    }

    @Test
    void whatWasBuiltAfterItsSourcesIsNot() throws IOException {
        build();

        assertThat(new Build(root).stale()).isEmpty();
    }

    @Test
    void aChangedSourceMakesItsModuleStale() throws IOException {
        build();
        write("a-service/src/main/java/A.java", "", 20);

        assertThat(new Build(root).stale()).containsExactly("a-service");
    }

    @Test
    void aChangedLibraryMakesStaleWhatIsMadeOfIt() throws IOException {
        build();
        write("platform/kernel/src/main/java/K.java", "", 20);

        assertThat(new Build(root).stale()).containsExactly("a-service");
    }

    private void build() throws IOException {
        write("a-service/target/quarkus-app/quarkus-run.jar", "", 10);
        write("b-service/target/quarkus-app/quarkus-run.jar", "", 10);
    }

    private void write(String path, String text, int seconds) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        for (Path touched = file; !touched.equals(root); touched = touched.getParent()) {
            Files.setLastModifiedTime(touched, FileTime.from(EARLY.plusSeconds(seconds)));
        }
    }

    private static String dependency(String artifact, String scope) {
        return "<dependency><groupId>o2c</groupId><artifactId>" + artifact + "</artifactId>" + scope + "</dependency>";
    }
}
