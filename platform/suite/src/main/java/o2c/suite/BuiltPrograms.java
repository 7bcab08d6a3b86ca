package o2c.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The services as Maven built them. The first run of a build leaves an archive of its loaded classes behind when it
 * ends; later starts map it and need half the processor time.
 */
final class BuiltPrograms implements Suite.Programs {

    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-Xms32m",
            "-Xmx96m",
            "-Xmn16m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-Xss512k",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xlog:cds*=off",
            "-Xlog:class+path=off");

    private final Path root;

    BuiltPrograms(Path root) {
        this.root = root;
    }

    @Override
    public List<String> commandOf(Service service) {
        Path program = service.program(root);
        if (!Files.exists(program)) {
            throw new Refused(service.fullName() + " has not been built; deploy/up builds it.");
        }
        List<String> command = new ArrayList<>(List.of(Up.java()));
        command.addAll(FLAGS);
        command.add(
                hasArchive(service)
                        ? "-XX:SharedArchiveFile=" + archiveOf(service)
                        : "-XX:ArchiveClassesAtExit=" + unfinishedArchiveOf(service));
        command.addAll(List.of("-jar", program.toString()));
        return command;
    }

    /** Only now is the archive whole. */
    @Override
    public void endedWell(Service service) {
        try {
            if (Files.exists(unfinishedArchiveOf(service))) {
                Files.move(unfinishedArchiveOf(service), archiveOf(service), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a service still has to leave its archive behind, which takes it some seconds when it ends. */
    boolean areRecording() {
        return !Arrays.stream(Service.values()).allMatch(this::hasArchive);
    }

    private boolean hasArchive(Service service) {
        try {
            Path archive = archiveOf(service);
            if (!Files.exists(archive)) {
                return false;
            }
            FileTime built = Files.getLastModifiedTime(service.program(root));
            return Files.getLastModifiedTime(archive).compareTo(built) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Path archiveOf(Service service) {
        return service.program(root).resolveSibling("classes-" + System.getProperty("java.vm.version") + ".jsa");
    }

    private Path unfinishedArchiveOf(Service service) {
        return service.program(root).resolveSibling("classes.unfinished");
    }
}
