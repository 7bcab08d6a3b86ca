package o2c.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhichDataFolderIsUsableTest {

    private static final LocalDate DAY = LocalDate.of(2012, 1, 1);

    @TempDir
    private Path folder;

    @Test
    void theFirstDayIsRemembered() {
        make(DAY);

        try (DataFolder data = DataFolder.take(folder)) {
            data.prepare(false, null);
            assertThat(data.clock()).isEqualTo(DAY);
        }
    }

    @Test
    void anotherFirstDayNeedsAFreshStart() {
        make(DAY);

        try (DataFolder data = DataFolder.take(folder)) {
            refused(() -> data.prepare(false, DAY.plusDays(1)), "began on 2012-01-01; another first day needs --fresh");
            data.prepare(true, DAY.plusDays(1));
            assertThat(data.clock()).isEqualTo(DAY.plusDays(1));
        }
    }

    @Test
    void aFolderWithOtherThingsIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "years of work");

        refused(() -> DataFolder.take(folder), "holds other things than a suite's data");
        assertThat(folder.resolve("thesis.txt")).exists();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        refused(() -> DataFolder.take(file), "is a file");
    }

    @Test
    void aFolderInUseIsRefused() {
        try (DataFolder data = DataFolder.take(folder)) {
            assertThat(data.root()).isEqualTo(folder);
            refused(() -> DataFolder.take(folder), "already runs");
        }
    }

    @Test
    void aDatabaseOfAnotherVersionIsRefused() throws IOException {
        make(DAY);
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "15\n");

        try (DataFolder data = DataFolder.take(folder)) {
            refused(() -> data.prepare(false, null), "is not a PostgreSQL 18 database");
        }
    }

    @Test
    void aBrokenMarkIsRefused() throws IOException {
        make(DAY);
        Files.writeString(folder.resolve("o2c-suite.properties"), "layout=1\nclock=\\u00");

        try (DataFolder data = DataFolder.take(folder)) {
            refused(() -> data.prepare(false, null), "is broken");
        }
    }

    private void make(LocalDate day) {
        try (DataFolder data = DataFolder.take(folder)) {
            data.prepare(false, day);
        }
    }

    private static void refused(Runnable act, String sentence) {
        assertThatThrownBy(act::run)
                .isInstanceOf(Refused.class)
                .hasMessageContaining(sentence)
                .hasNoCause();
    }
}
