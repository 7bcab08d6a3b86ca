package o2c.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds the modules whose sources, or whose upstream modules' sources, are newer than what was built from them. It is
 * run from its source file, so it needs nothing but the JDK, and takes well under a second when nothing changed.
 */
public final class Build {

    private static final String SUITE = "platform-suite";
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern OURS = Pattern.compile("<groupId>o2c</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    private final Path root;
    private final Map<String, Path> modules = new LinkedHashMap<>();
    private final Map<String, List<String>> upstream = new LinkedHashMap<>();

    Build(Path root) throws IOException {
        this.root = root;
        Matcher module = MODULE.matcher(Files.readString(root.resolve("pom.xml")));
        while (module.find()) {
            Path folder = root.resolve(module.group(1));
            String name = nameOf(module.group(1));
            modules.put(name, folder);
            upstream.put(name, dependenciesIn(Files.readString(folder.resolve("pom.xml"))));
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(new Build(Path.of(args[0]).toAbsolutePath().normalize()).run());
    }

    private int run() throws IOException, InterruptedException {
        List<String> stale = stale();
        if (stale.isEmpty()) {
            return 0;
        }
        System.out.println("Building " + String.join(", ", stale) + " …");
        FileTime begin = FileTime.fromMillis(System.currentTimeMillis());
        int outcome = maven(stale);
        if (outcome == 0) {
            for (String module : stale) {
                Path stamp = stamp(module);
                Files.write(stamp, new byte[0]);
                Files.setLastModifiedTime(stamp, begin);
            }
        }
        return outcome;
    }

    /** The services, and the suite itself, that are older than what they are made of. */
    List<String> stale() throws IOException {
        List<String> stale = new ArrayList<>();
        for (String module : modules.keySet()) {
            if (isWanted(module) && newestSource(module).compareTo(builtAt(module)) > 0) {
                stale.add(module);
            }
        }
        return stale;
    }

    private int maven(List<String> stale) throws InterruptedException {
        String projects = stale.stream()
                .map(module -> root.relativize(modules.get(module)).toString())
                .collect(Collectors.joining(","));
        List<String> command = List.of(
                "mvn",
                "-B",
                "-q",
                "-T",
                "2",
                "-f",
                root.resolve("pom.xml").toString(),
                "-pl",
                projects,
                "-am",
                "-Dmaven.test.skip=true",
                "-Dstyle.color=never",
                "-Dspotless.check.skip=true",
                "package");
        try {
            int outcome = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (outcome != 0) {
                System.err.println("The build failed; what Maven said is above.");
            }
            return outcome;
        } catch (IOException absent) {
            System.err.println("Maven 3.8 or newer is needed to build the suite, and no mvn was found.");
            return 2;
        }
    }

    private boolean isWanted(String module) {
        return module.endsWith("-service") || module.equals(SUITE);
    }

    private FileTime newestSource(String module) throws IOException {
        FileTime newest = newestOf(modules.get(module));
        for (String other : upstream.get(module)) {
            FileTime its = newestSource(other);
            newest = its.compareTo(newest) > 0 ? its : newest;
        }
        return newest;
    }

    private FileTime newestOf(Path folder) throws IOException {
        try (Stream<Path> sources =
                Files.exists(folder.resolve("src/main")) ? Files.walk(folder.resolve("src/main")) : Stream.empty()) {
            return Stream.concat(Stream.of(root.resolve("pom.xml"), folder.resolve("pom.xml")), sources)
                    .map(Build::modifiedAt)
                    .max(FileTime::compareTo)
                    .orElseThrow();
        }
    }

    private FileTime builtAt(String module) {
        Path target = modules.get(module).resolve("target");
        Path product = module.equals(SUITE)
                ? target.resolve("platform-suite.jar")
                : target.resolve("quarkus-app/quarkus-run.jar");
        FileTime never = FileTime.fromMillis(0);
        if (!Files.exists(product)) {
            return never;
        }
        FileTime stamped = Files.exists(stamp(module)) ? modifiedAt(stamp(module)) : never;
        return stamped.compareTo(modifiedAt(product)) > 0 ? stamped : modifiedAt(product);
    }

    private Path stamp(String module) {
        return modules.get(module).resolve("target").resolve("built");
    }

    private static List<String> dependenciesIn(String pom) {
        List<String> found = new ArrayList<>();
        Matcher dependency = DEPENDENCY.matcher(pom);
        while (dependency.find()) {
            Matcher ours = OURS.matcher(dependency.group(1));
            if (ours.find() && !dependency.group(1).contains("<scope>test</scope>")) {
                found.add(ours.group(1));
            }
        }
        return found;
    }

    private static String nameOf(String module) {
        return module.replace('/', '-');
    }

    private static FileTime modifiedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
