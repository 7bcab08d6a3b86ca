package o2c.suite.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of this repository that people write, without what is built or kept beside them. */
final class Repository {

    private static final Set<String> NOT_OURS = Set.of(".git", ".o2c", "target", "node_modules", ".idea", ".vscode");
    private static final Set<String> TEXTS = Set.of(
            "java", "md", "xml", "yaml", "yml", "json", "sql", "sh", "properties", "csv", "txt", "html", "conf", "tpl");

    private final Path root;
    private final List<Path> files = new ArrayList<>();

    Repository(Path root) {
        this.root = root;
        try {
            Files.walkFileTree(root, new Collector());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The repository this test runs in. */
    static Repository here() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("platform/kernel"))) {
            folder = folder.getParent();
        }
        return new Repository(folder);
    }

    Path root() {
        return root;
    }

    /** Text files, by path relative to the root. */
    List<Path> texts() {
        return files.stream().filter(Repository::isText).toList();
    }

    List<Path> withEnding(String ending) {
        return files.stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    String read(Path file) {
        try {
            return Files.readString(root.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("not UTF-8 text: " + file, e);
        }
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 || TEXTS.contains(name.substring(dot + 1));
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !file.getFileName().toString().equals(".git")) {
                files.add(root.relativize(file));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
